package org.penumbra.synthetic;

/** Points and directions as arrays of x, y, z; every result is a new array. */
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

  /** The point at a share of the way from one to another. */
  static double[] between(double[] a, double[] b, double share) {
    return plus(a, times(share, minus(b, a)));
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** The direction of a vector; of a vector of no length that of {@code otherwise}. */
  static double[] unit(double[] a, double[] otherwise) {
    double length = length(a);
    return length < 1e-9 ? otherwise.clone() : times(1 / length, a);
  }

  /** The part of a vector that is square to a unit vector. */
  static double[] square(double[] a, double[] unit) {
    return minus(a, times(dot(a, unit), unit));
  }

  /** Some unit vector square to this one. */
  static double[] across(double[] unit) {
    double[] axis = Math.abs(unit[0]) < 0.7 ? new double[] {1, 0, 0} : new double[] {0, 1, 0};
    return unit(square(axis, unit), axis);
  }
}
