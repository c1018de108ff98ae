package org.penumbra.plot;

/**
 * Where a point of the camera frame (x to the camera's left, y up, z away, metres) comes to lie on
 * the page.
 */
enum View {
  /** Flat, along the camera's axis, in metres. */
  FRONT {
    @Override
    double right(double x, double z) {
      return -x;
    }

    @Override
    double up(double x, double y, double z) {
      return y;
    }
  },
  /** As the camera sees it, in tangents of the angles. */
  CAMERA {
    @Override
    double right(double x, double z) {
      return -x / z;
    }

    @Override
    double up(double x, double y, double z) {
      return y / z;
    }

    @Override
    boolean shows(double z) {
      return z >= NEAR;
    }
  },
  /** From above, in metres: away from the camera to the right, its left side up. */
  ABOVE {
    @Override
    double right(double x, double z) {
      return z;
    }

    @Override
    double up(double x, double y, double z) {
      return x;
    }
  },
  /** From the side, in metres: away from the camera to the right. */
  SIDE {
    @Override
    double right(double x, double z) {
      return z;
    }

    @Override
    double up(double x, double y, double z) {
      return y;
    }
  };

  /** Nearest depth that the camera's view shows, metres. */
  static final double NEAR = 0.05;

  abstract double right(double x, double z);

  abstract double up(double x, double y, double z);

  /** Whether a point of this depth has a place. */
  boolean shows(double z) {
    return true;
  }
}
