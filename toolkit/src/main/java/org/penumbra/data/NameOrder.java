package org.penumbra.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.RandomKey;

/**
 * A random order of the clips of each class that follows from a seed and the clips' names alone, so
 * that a draw does not depend on the order of files.
 */
final class NameOrder {
  private NameOrder() {}

  /** Names by label, each list in random order. */
  static Map<Integer, List<String>> byClass(SkeletonDataset data, String purpose, long seed) {
    List<String> names = data.infos().stream().map(ClipInfo::name).toList();
    int[] labels = data.infos().stream().mapToInt(ClipInfo::label).toArray();
    return byClass(names, labels, purpose, seed);
  }

  /** As {@link #byClass(SkeletonDataset, String, long)}, of clips known by name and label. */
  static Map<Integer, List<String>> byClass(
      List<String> clips, int[] labels, String purpose, long seed) {
    RandomKey key = RandomKey.of(seed).with(purpose);
    Map<Integer, List<String>> classes = new TreeMap<>();
    for (int n = 0; n < labels.length; n++) {
      classes.computeIfAbsent(labels[n], label -> new ArrayList<>()).add(clips.get(n));
    }
    Comparator<String> order =
        Comparator.comparingLong((String name) -> key.with(name).state())
            .thenComparing(Comparator.naturalOrder());
    classes.values().forEach(names -> names.sort(order));
    return classes;
  }
}
