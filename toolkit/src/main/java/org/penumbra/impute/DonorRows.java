package org.penumbra.impute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.knn.MaskedRows;
import org.penumbra.impute.space.PlacedClip;
import org.penumbra.impute.space.RowPlan;

/** Training clips as rows. */
final class DonorRows implements MaskedRows {
  private final List<String> names;
  private final int cells;
  private final RowStore store;
  private final long[][] present;
  private final Map<String, Integer> places = new HashMap<>();

  /** Reads every clip once, in parallel. */
  DonorRows(SkeletonDataset train, RowPlan plan, RowMemory memory) {
    names = train.infos().stream().map(ClipInfo::name).toList();
    cells = plan.shape().cells();
    store = memory.store(train.size(), plan.shape().values());
    present = new long[train.size()][];
    for (int n = 0; n < names.size(); n++) {
      places.put(names.get(n), n);
    }
    IntStream.range(0, names.size())
        .parallel()
        .forEach(
            n -> {
              PlacedClip placed = plan.place(train.clips().get(n));
              store.put(n, placed.values());
              present[n] = placed.present();
            });
  }

  /** The row of a clip; -1 if it is not a training clip. */
  int rowOf(String clipName) {
    return places.getOrDefault(clipName, -1);
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public int cells() {
    return cells;
  }

  @Override
  public String name(int row) {
    return names.get(row);
  }

  @Override
  public void read(int row, float[] values, long[] presentBits, long[] wanted) {
    store.read(row, values);
    System.arraycopy(present[row], 0, presentBits, 0, present[row].length);
    Arrays.fill(wanted, 0);
  }
}
