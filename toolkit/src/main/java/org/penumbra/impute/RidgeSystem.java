package org.penumbra.impute;

/** Normal equations of a small ridge regression, solved by Cholesky's method. */
final class RidgeSystem {
  private final int size;
  private final double[][] matrix; // lower triangle
  private final double[] right;

  RidgeSystem(int size, double ridge) {
    this.size = size;
    matrix = new double[size][size];
    right = new double[size];
    for (int k = 0; k < size; k++) {
      matrix[k][k] = ridge;
    }
  }

  /** Adds an equation. */
  void add(double[] factors, double value) {
    for (int i = 0; i < size; i++) {
      right[i] += factors[i] * value;
      for (int j = 0; j <= i; j++) {
        matrix[i][j] += factors[i] * factors[j];
      }
    }
  }

  /** The solution; changes the system. A pivot lost to rounding counts as nothing known: 0. */
  double[] solve() {
    double[] x = right.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i][k] * matrix[j][k];
        }
        if (i == j) {
          matrix[i][i] = sum > 0 ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
        } else {
          matrix[i][j] = sum / matrix[j][j];
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= matrix[i][k] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      for (int k = i + 1; k < size; k++) {
        x[i] -= matrix[k][i] * x[k];
      }
      x[i] /= matrix[i][i];
    }
    return x;
  }
}
