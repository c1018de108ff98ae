package org.penumbra.impute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * A data set with hidden joints filled, and how each came about.
 *
 * <p>A set in memory is filled at once. Of one that is not, blocks of clips are filled whenever a
 * clip of theirs is asked for, and the latest are kept ({@link BlockCache}): going through it in
 * order fills each clip once, and no more than a few blocks are ever in memory.
 */
public final class ImputedDataset {
  /** Number of clips that are filled together. */
  static final int BLOCK = 512;

  private final SkeletonDataset data;
  private final List<ImputedClip> clips;

  private ImputedDataset(SkeletonDataset data, List<ImputedClip> clips) {
    this.data = data;
    this.clips = clips;
  }

  static ImputedDataset of(FittedImputer imputer, SkeletonDataset source) {
    if (!source.isInMemory()) {
      BlockCache cache = new BlockCache(imputer, source, BLOCK);
      SkeletonDataset lazy =
          SkeletonDataset.lazy(
              source.name(),
              source.layout(),
              source.classNames(),
              source.infos(),
              source.bodies(),
              info -> cache.clip(info).clip(),
              source.splits());
      return new ImputedDataset(
          lazy.withNotes(source.notes()).withSkipped(source.skipped()), cache);
    }
    List<ImputedClip> done = new ArrayList<>();
    for (int from = 0; from < source.size(); from += BLOCK) {
      List<SkeletonClip> block =
          source.clips().subList(from, Math.min(from + BLOCK, source.size()));
      done.addAll(imputer.imputeBlock(block));
    }
    Map<String, SkeletonClip> byName = new HashMap<>();
    done.forEach(clip -> byName.put(clip.clip().name(), clip.clip()));
    return new ImputedDataset(source.map(clip -> byName.get(clip.name())), List.copyOf(done));
  }

  /** The completed clips, in order of their names, ready for pre-processing. */
  public SkeletonDataset data() {
    return data;
  }

  /**
   * Each clip with how its joints were filled, in order of names. Of a set that is not in memory
   * its block is filled again if it is no longer kept.
   */
  public List<ImputedClip> clips() {
    return clips;
  }

  /** Number of joints by reason, over all clips; goes through the set. */
  public FillSummary summary() {
    return FillSummary.of(clips);
  }
}
