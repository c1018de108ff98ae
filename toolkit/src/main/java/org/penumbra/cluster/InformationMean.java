package org.penumbra.cluster;

/**
 * By which mean of the two groupings' entropies their mutual information is divided. scikit-learn
 * knows all four under these names; papers often do not say which they took, and the numbers
 * differ.
 */
public enum InformationMean {
  /** The mean of both, scikit-learn's default and ours. */
  ARITHMETIC,
  /** The root of their product. */
  GEOMETRIC,
  /** The larger one: the lowest number of the four. */
  MAX,
  /** The smaller one: the highest number of the four. */
  MIN;

  double of(double first, double second) {
    return switch (this) {
      case ARITHMETIC -> (first + second) / 2;
      case GEOMETRIC -> Math.sqrt(first * second);
      case MAX -> Math.max(first, second);
      case MIN -> Math.min(first, second);
    };
  }
}
