package org.penumbra.occlusion;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.Require;

/**
 * How long joints stay hidden: lengths, in frames, of the runs of consecutive OCCLUDED states of
 * one joint of one body.
 *
 * @param counts number of runs by length, ascending
 */
public record HiddenRuns(Map<Integer, Long> counts) {
  /** Keeps an ordered copy. */
  public HiddenRuns {
    counts = Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /** Number of runs. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Longest run in frames; 0 if there is none. */
  public int longest() {
    return counts.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** Mean length in frames; 0 if there is no run. */
  public double mean() {
    long frames = counts.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
    return count() == 0 ? 0 : (double) frames / count();
  }

  /**
   * The shortest length that at least a share of the runs does not exceed; 0 if there is no run.
   *
   * @param share 0 to 1, for instance 0.5 for the median
   */
  public int quantile(double share) {
    Require.inRange("share", share, 0, 1);
    long below = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      below += entry.getValue();
      if (below >= share * count()) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
