package org.penumbra.data.report;

import java.util.Map;
import java.util.TreeMap;

/** How often runs of each length occur. */
final class RunTally {
  private final TreeMap<Integer, Long> counts = new TreeMap<>();

  void add(int length) {
    counts.merge(length, 1L, Long::sum);
  }

  void add(RunTally other) {
    other.counts.forEach((length, count) -> counts.merge(length, count, Long::sum));
  }

  long runs() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  int longest() {
    return counts.lastKey();
  }

  /** The shortest length that at least this share of the runs does not pass. */
  int quantile(double share) {
    double needed = share * runs();
    long passed = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      passed += entry.getValue();
      if (passed >= needed) {
        return entry.getKey();
      }
    }
    return longest();
  }
}
