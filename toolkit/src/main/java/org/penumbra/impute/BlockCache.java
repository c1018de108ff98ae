package org.penumbra.impute;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonDataset;

/**
 * Filled clips of a set that is not in memory: the blocks that were used last, each filled when one
 * of its clips is asked for.
 */
final class BlockCache extends AbstractList<ImputedClip> implements RandomAccess {
  private static final int KEPT = 3; // threads that read in order stand in neighbouring blocks

  private final FittedImputer imputer;
  private final SkeletonDataset source;
  private final int block;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Integer, List<ImputedClip>> kept =
      new LinkedHashMap<>(KEPT, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<ImputedClip>> eldest) {
          return size() > KEPT;
        }
      };

  BlockCache(FittedImputer imputer, SkeletonDataset source, int block) {
    this.imputer = imputer;
    this.source = source;
    this.block = block;
    for (ClipInfo info : source.infos()) {
      places.put(info.name(), places.size());
    }
  }

  ImputedClip clip(ClipInfo info) {
    return get(places.get(info.name()));
  }

  @Override
  public synchronized ImputedClip get(int index) {
    int from = index / block * block;
    return kept.computeIfAbsent(from, this::fill).get(index - from);
  }

  private List<ImputedClip> fill(int from) {
    int to = Math.min(from + block, source.size());
    return imputer.imputeBlock(IntStream.range(from, to).mapToObj(source.clips()::get).toList());
  }

  @Override
  public int size() {
    return source.size();
  }
}
