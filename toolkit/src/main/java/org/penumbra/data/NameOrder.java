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
    RandomKey key = RandomKey.of(seed).with(purpose);
    Map<Integer, List<String>> classes = new TreeMap<>();
    for (ClipInfo info : data.infos()) {
      classes.computeIfAbsent(info.label(), label -> new ArrayList<>()).add(info.name());
    }
    Comparator<String> order =
        Comparator.comparingLong((String name) -> key.with(name).state())
            .thenComparing(Comparator.naturalOrder());
    classes.values().forEach(names -> names.sort(order));
    return classes;
  }
}
