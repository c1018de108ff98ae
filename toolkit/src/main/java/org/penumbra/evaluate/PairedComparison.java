package org.penumbra.evaluate;

import java.util.Locale;

/**
 * Two methods judged on the same clips, with McNemar's exact test: of the clips that only one of
 * them gets right, how surprising is the split if both were equally good. Far sharper than two
 * separate intervals, because the clips that both get right or wrong cancel.
 *
 * @param bothRight clips that both get right
 * @param onlyFirst clips that only the first gets right
 * @param onlySecond clips that only the second gets right
 * @param bothWrong clips that both get wrong
 */
public record PairedComparison(int bothRight, int onlyFirst, int onlySecond, int bothWrong) {
  /**
   * Compares two methods.
   *
   * @throws org.penumbra.core.InvalidOptionException if clips, their order, labels or classes
   *     differ
   */
  public static PairedComparison of(Predictions first, Predictions second) {
    first.checkSameClips("the second method", second);
    int[] labels = first.labels();
    int[] a = first.predicted();
    int[] b = second.predicted();
    int[] counts = new int[4];
    for (int n = 0; n < labels.length; n++) {
      counts[(a[n] == labels[n] ? 0 : 2) + (b[n] == labels[n] ? 0 : 1)]++;
    }
    return new PairedComparison(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Number of clips. */
  public int total() {
    return bothRight + onlyFirst + onlySecond + bothWrong;
  }

  /** Accuracy of the first less that of the second, in points of percent. */
  public double differencePoints() {
    return 100.0 * (onlyFirst - onlySecond) / total();
  }

  /**
   * Two-sided p-value: twice the smaller tail of a binomial distribution of one half over the clips
   * that only one method gets right, at most 1; 1 if there are none.
   */
  public double p() {
    return new PairedTest(onlyFirst, onlySecond).p();
  }

  @Override
  public String toString() {
    double p = p();
    return String.format(
        Locale.ROOT,
        "%+.1f points on the same %d clips: %d only the first gets right, %d only the second;"
            + " exact McNemar p %s",
        differencePoints(),
        total(),
        onlyFirst,
        onlySecond,
        p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p));
  }
}
