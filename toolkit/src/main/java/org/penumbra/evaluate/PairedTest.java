package org.penumbra.evaluate;

import java.util.BitSet;
import java.util.Locale;
import org.penumbra.core.Require;

/**
 * The exact test of McNemar for two classifiers judged on the same clips: only the clips that one
 * of them alone gets right speak, and without a difference each of these is a fair coin.
 *
 * @param onlyFirst clips that only the first gets right
 * @param onlySecond clips that only the second gets right
 */
public record PairedTest(int onlyFirst, int onlySecond) {
  /** Checks the counts. */
  public PairedTest {
    Require.atLeast("clips only the first gets right", onlyFirst, 0);
    Require.atLeast("clips only the second gets right", onlySecond, 0);
  }

  /** The test of two sets of clips that were found, over the same numbering of clips. */
  public static PairedTest of(BitSet first, BitSet second) {
    BitSet onlyFirst = (BitSet) first.clone();
    onlyFirst.andNot(second);
    BitSet onlySecond = (BitSet) second.clone();
    onlySecond.andNot(first);
    return new PairedTest(onlyFirst.cardinality(), onlySecond.cardinality());
  }

  /**
   * Two-sided p-value: how often a fair coin splits these clips at least as unevenly; 1 if there
   * are none.
   */
  public double p() {
    int n = onlyFirst + onlySecond;
    int few = Math.min(onlyFirst, onlySecond);
    // In logarithms: one half to the power of n is no double from n = 1075 on.
    double log = -n * Math.log(2);
    double tail = 0;
    for (int k = 0; k <= few; k++) {
      tail += Math.exp(log);
      log += Math.log((double) (n - k) / (k + 1));
    }
    return Math.min(1, 2 * tail);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "exact McNemar p %s (%d clips only here, %d only there)",
        p() < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p()),
        onlyFirst,
        onlySecond);
  }
}
