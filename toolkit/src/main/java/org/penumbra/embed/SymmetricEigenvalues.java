package org.penumbra.embed;

/**
 * Eigenvalues of a symmetric matrix: Householder reflections make it tridiagonal, and bisection
 * with Sturm counts finds each root.
 */
final class SymmetricEigenvalues {
  private static final int BISECTIONS = 80; // more than a double has bits

  private SymmetricEigenvalues() {}

  /**
   * All eigenvalues, ascending, to about 1e-14 of the largest.
   *
   * @param a symmetric, n x n, n at least 1; overwritten
   */
  static double[] of(double[][] a) {
    int n = a.length;
    double[] diagonal = new double[n];
    double[] beside = new double[n]; // beside[i] couples i - 1 and i
    for (int k = 0; k < n - 2; k++) {
      beside[k + 1] = reflect(a, k);
    }
    if (n > 1) {
      beside[n - 1] = a[n - 1][n - 2];
    }
    double bound = 0;
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
    }
    for (int i = 0; i < n; i++) {
      double right = i + 1 < n ? Math.abs(beside[i + 1]) : 0;
      bound = Math.max(bound, Math.abs(diagonal[i]) + Math.abs(beside[i]) + right);
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = root(diagonal, beside, i, bound);
    }
    return values;
  }

  /** Clears column k below the second diagonal of what is left; returns the entry that remains. */
  private static double reflect(double[][] a, int k) {
    int n = a.length;
    double[] v = new double[n];
    double square = 0;
    for (int i = k + 1; i < n; i++) {
      v[i] = a[i][k];
      square += v[i] * v[i];
    }
    double norm = Math.sqrt(square);
    if (norm == 0) {
      return 0;
    }
    double kept = v[k + 1] > 0 ? -norm : norm;
    v[k + 1] -= kept;
    double half = square - kept * a[k + 1][k]; // v'v / 2
    double[] p = new double[n];
    double along = 0;
    for (int i = k + 1; i < n; i++) {
      for (int j = k + 1; j < n; j++) {
        p[i] += a[i][j] * v[j];
      }
      p[i] /= half;
      along += p[i] * v[i];
    }
    for (int i = k + 1; i < n; i++) {
      p[i] -= along / (2 * half) * v[i];
    }
    for (int i = k + 1; i < n; i++) {
      for (int j = k + 1; j < n; j++) {
        a[i][j] -= v[i] * p[j] + p[i] * v[j];
      }
    }
    return kept;
  }

  private static double root(double[] diagonal, double[] beside, int number, double bound) {
    double low = -bound;
    double high = bound;
    for (int i = 0; i < BISECTIONS && low < high; i++) {
      double middle = 0.5 * (low + high);
      if (countBelow(diagonal, beside, middle) > number) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return 0.5 * (low + high);
  }

  /** Number of eigenvalues below x: that of negative pivots of the matrix less x. */
  private static int countBelow(double[] diagonal, double[] beside, double x) {
    int count = 0;
    double pivot = 1;
    for (int i = 0; i < diagonal.length; i++) {
      double coupling = i == 0 ? 0 : beside[i] * beside[i] / pivot;
      pivot = diagonal[i] - x - coupling;
      if (pivot == 0) {
        pivot = -Double.MIN_NORMAL;
      }
      count += pivot < 0 ? 1 : 0;
    }
    return count;
  }
}
