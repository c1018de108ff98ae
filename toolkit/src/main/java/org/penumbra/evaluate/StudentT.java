package org.penumbra.evaluate;

import org.penumbra.core.Require;

/** Student's t: how far a mean over few runs may lie off by chance. */
public final class StudentT {
  /** Quantiles at 0.975 of 1 to 30 degrees of freedom. */
  private static final double[] QUANTILES = {
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
    2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860,
    2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423
  };

  private static final double NORMAL = 1.959963984540054;

  private StudentT() {}

  /**
   * The quantile at 0.975, that of a two-sided 95 % interval; above 30 degrees of freedom by its
   * expansion around the normal quantile, exact to four decimals.
   */
  public static double twoSided95(int degreesOfFreedom) {
    Require.atLeast("degrees of freedom", degreesOfFreedom, 1);
    if (degreesOfFreedom <= QUANTILES.length) {
      return QUANTILES[degreesOfFreedom - 1];
    }
    double z = NORMAL;
    double first = (Math.pow(z, 3) + z) / 4;
    double second = (5 * Math.pow(z, 5) + 16 * Math.pow(z, 3) + 3 * z) / 96;
    return z + first / degreesOfFreedom + second / ((double) degreesOfFreedom * degreesOfFreedom);
  }
}
