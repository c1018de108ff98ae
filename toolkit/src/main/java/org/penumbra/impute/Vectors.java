package org.penumbra.impute;

/** Vectors (x, y, z). */
final class Vectors {
  private Vectors() {}

  static double[] plus(double[] a, double[] b) {
    return new double[] {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
  }

  static double[] minus(double[] a, double[] b) {
    return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  }

  static double[] times(double factor, double[] a) {
    return new double[] {factor * a[0], factor * a[1], factor * a[2]};
  }

  /** {@code a + weight (b - a)}. */
  static double[] between(double[] a, double[] b, double weight) {
    return plus(a, times(weight, minus(b, a)));
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double[] mean(double[][] vectors) {
    double[] sum = new double[3];
    for (double[] vector : vectors) {
      sum = plus(sum, vector);
    }
    return times(1.0 / vectors.length, sum);
  }
}
