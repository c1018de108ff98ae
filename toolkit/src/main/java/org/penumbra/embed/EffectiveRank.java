package org.penumbra.embed;

/**
 * How many dimensions features use: the exponential of the entropy of their singular values,
 * normalised to sum 1 (Roy and Vetterli, The effective rank, 2007), after each feature's mean is
 * taken off, because what all clips share tells none apart.
 *
 * <pre>{@code
 * p_i = s_i / sum_j s_j;   rank = exp(-sum_i p_i log p_i)
 * }</pre>
 *
 * A random cloud in n dimensions has nearly n, points on a line have 1, equal points 0.
 */
public final class EffectiveRank {
  private EffectiveRank() {}

  /** Effective rank of N rows of F features: 0, or from 1 to the smaller of N - 1 and F. */
  public static double of(Embeddings rows) {
    int n = rows.size();
    int f = rows.features();
    double[][] centred = centred(rows.values(), n, f);
    // Squares of the singular values are the eigenvalues of the smaller of the two products.
    double[] squares =
        SymmetricEigenvalues.of(n < f ? products(centred) : products(turned(centred)));
    double largest = squares[squares.length - 1];
    double sum = 0;
    double[] values = new double[squares.length];
    for (int i = 0; i < values.length; i++) {
      boolean rounding = squares[i] <= largest * 1e-13;
      values[i] = rounding ? 0 : Math.sqrt(squares[i]);
      sum += values[i];
    }
    if (sum == 0 || isRounding(largest, rows.values(), n)) {
      return 0;
    }
    double entropy = 0;
    for (double value : values) {
      double share = value / sum;
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return Math.exp(entropy);
  }

  /** Whether the rows differ by no more than float32 rounding of their values. */
  private static boolean isRounding(double largestSquare, float[] values, int n) {
    double highest = 0;
    for (float value : values) {
      highest = Math.max(highest, Math.abs(value));
    }
    return Math.sqrt(largestSquare / n) <= 1e-6 * highest;
  }

  private static double[][] centred(float[] values, int n, int f) {
    double[][] rows = new double[n][f];
    for (int j = 0; j < f; j++) {
      double mean = 0;
      for (int i = 0; i < n; i++) {
        mean += values[i * f + j] / (double) n;
      }
      for (int i = 0; i < n; i++) {
        rows[i][j] = values[i * f + j] - mean;
      }
    }
    return rows;
  }

  private static double[][] turned(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  private static double[][] products(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < rows[i].length; k++) {
          sum += rows[i][k] * rows[j][k];
        }
        products[i][j] = sum;
        products[j][i] = sum;
      }
    }
    return products;
  }
}
