package org.penumbra.evaluate;

import org.penumbra.core.Require;

/**
 * Wilson's score interval of a share: where the true share lies, 95 times of 100, given what a
 * sample shows. It stays inside 0 to 1 and is usable for small samples (Wilson 1927; Newcombe 1998,
 * method 3).
 *
 * @param share observed, from 0 to 1
 * @param lower end of the interval, from 0 to 1
 * @param upper end of the interval, from 0 to 1
 */
public record WilsonInterval(double share, double lower, double upper) {
  private static final double Z_95 = 1.959963984540054;

  /**
   * The 95 % interval of a count.
   *
   * @param correct between 0 and {@code total}
   * @param total at least 1
   */
  public static WilsonInterval of(int correct, int total) {
    Require.atLeast("total", total, 1);
    Require.inRange("correct", correct, 0, total);
    return of((double) correct / total, total);
  }

  /**
   * The 95 % interval of a share that is known only rounded, as a published accuracy is.
   *
   * @param share from 0 to 1
   * @param total number of trials behind it; at least 1
   */
  public static WilsonInterval of(double share, int total) {
    Require.inRange("share", share, 0, 1);
    Require.atLeast("total", total, 1);
    double shrink = 1 + Z_95 * Z_95 / total;
    double centre = (share + Z_95 * Z_95 / (2.0 * total)) / shrink;
    double variance = share * (1 - share) / total + Z_95 * Z_95 / (4.0 * total * total);
    double half = Z_95 / shrink * Math.sqrt(variance);
    return new WilsonInterval(share, centre - half, centre + half);
  }
}
