package org.penumbra.synthetic;

/**
 * A rotation as a matrix of three rows, in the body's frame: x to the body's right, y up, z to its
 * back, which are the camera's axes for a body that faces the camera.
 */
record Rotation(
    double xx,
    double xy,
    double xz,
    double yx,
    double yy,
    double yz,
    double zx,
    double zy,
    double zz) {

  /** About x, in radians; turns what hangs down to the front. */
  static Rotation x(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new Rotation(1, 0, 0, 0, c, -s, 0, s, c);
  }

  /** About y, in radians; turns the front to the body's left. */
  static Rotation y(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new Rotation(c, 0, s, 0, 1, 0, -s, 0, c);
  }

  /** About z, in radians; turns what hangs down to the body's right. */
  static Rotation z(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new Rotation(c, -s, 0, s, c, 0, 0, 0, 1);
  }

  /**
   * The smallest rotation that turns one direction into another.
   *
   * @param from unit vector
   * @param to unit vector
   */
  static Rotation between(double[] from, double[] to) {
    double[] axis = Vectors.cross(from, to);
    double cosine = Vectors.dot(from, to);
    if (cosine < -0.9999) { // any axis across will do
      axis = Vectors.across(from);
      return new Rotation(
          2 * axis[0] * axis[0] - 1,
          2 * axis[0] * axis[1],
          2 * axis[0] * axis[2],
          2 * axis[1] * axis[0],
          2 * axis[1] * axis[1] - 1,
          2 * axis[1] * axis[2],
          2 * axis[2] * axis[0],
          2 * axis[2] * axis[1],
          2 * axis[2] * axis[2] - 1);
    }
    double k = 1 / (1 + cosine);
    double x = axis[0];
    double y = axis[1];
    double z = axis[2];
    return new Rotation(
        cosine + k * x * x,
        k * x * y - z,
        k * x * z + y,
        k * x * y + z,
        cosine + k * y * y,
        k * y * z - x,
        k * x * z - y,
        k * y * z + x,
        cosine + k * z * z);
  }

  /** The other rotation first, then this one. */
  Rotation times(Rotation o) {
    return new Rotation(
        xx * o.xx + xy * o.yx + xz * o.zx,
        xx * o.xy + xy * o.yy + xz * o.zy,
        xx * o.xz + xy * o.yz + xz * o.zz,
        yx * o.xx + yy * o.yx + yz * o.zx,
        yx * o.xy + yy * o.yy + yz * o.zy,
        yx * o.xz + yy * o.yz + yz * o.zz,
        zx * o.xx + zy * o.yx + zz * o.zx,
        zx * o.xy + zy * o.yy + zz * o.zy,
        zx * o.xz + zy * o.yz + zz * o.zz);
  }

  /** A point or offset, turned. */
  double[] apply(double x, double y, double z) {
    return new double[] {
      xx * x + xy * y + xz * z, yx * x + yy * y + yz * z, zx * x + zy * y + zz * z
    };
  }

  /** A point or offset, turned back. */
  double[] unapply(double[] point) {
    double x = point[0];
    double y = point[1];
    double z = point[2];
    return new double[] {
      xx * x + yx * y + zx * z, xy * x + yy * y + zy * z, xz * x + yz * y + zz * z
    };
  }
}
