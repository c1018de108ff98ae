package org.penumbra.impute;

import java.util.Map;
import java.util.TreeMap;

/** How often each error occurs, in tenths of a millimetre: quantiles of a set of any size. */
final class ErrorHistogram {
  private static final double PER_MILLIMETRE = 10;

  private final TreeMap<Long, Long> counts = new TreeMap<>();
  private long total;

  void add(double millimetres) {
    counts.merge(Math.round(millimetres * PER_MILLIMETRE), 1L, Long::sum);
    total++;
  }

  void add(ErrorHistogram other) {
    other.counts.forEach((error, count) -> counts.merge(error, count, Long::sum));
    total += other.total;
  }

  /**
   * The smallest error that at least a share of all do not exceed, to 0.1 mm; NaN if there is none.
   *
   * @param share above 0, up to 1
   */
  double quantile(double share) {
    long wanted = (long) Math.ceil(share * total);
    long below = 0;
    for (Map.Entry<Long, Long> entry : counts.entrySet()) {
      below += entry.getValue();
      if (below >= wanted) {
        return entry.getKey() / PER_MILLIMETRE;
      }
    }
    return Double.NaN;
  }
}
