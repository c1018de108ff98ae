package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

/** Whether draws look as they should: distribution and independence. */
final class Spread {
  private Spread() {}

  /**
   * Kolmogorov-Smirnov: fails with probability 0.0007 for true draws, and never again once a seed
   * has passed.
   */
  static void assertUniform(String what, double[] draws, double low, double high) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    assertThat(sorted[0]).as("smallest %s", what).isGreaterThanOrEqualTo(low);
    assertThat(sorted[n - 1]).as("largest %s", what).isLessThanOrEqualTo(high);
    double distance = 0;
    for (int i = 0; i < n; i++) {
      double expected = (sorted[i] - low) / (high - low);
      distance = Math.max(distance, Math.max(expected - i / (double) n, (i + 1.0) / n - expected));
    }
    assertThat(distance).as("distance of %s from uniform", what).isLessThan(2 / Math.sqrt(n));
  }

  /** Correlation within 4.5 standard errors of zero. */
  static void assertUncorrelated(String what, double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElseThrow();
    double meanB = Arrays.stream(b).average().orElseThrow();
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    assertThat(Math.abs(product / Math.sqrt(squareA * squareB)))
        .as("correlation of %s", what)
        .isLessThan(4.5 / Math.sqrt(a.length));
  }
}
