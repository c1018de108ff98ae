package org.penumbra.synthetic;

import org.penumbra.core.Require;

/**
 * A fixed camera that looks at the performer's place.
 *
 * @param yaw where it stands around the performer, radians; 0 is in front
 * @param height above the floor, metres
 * @param distance from the performer's place along the floor, metres
 */
record Camera(double yaw, double height, double distance) {
  /** Number of cameras there are. */
  static final int COUNT = 3;

  private static final double AIM = 0.95; // metres above the floor: the middle of a body
  private static final Camera[] CAMERAS = {
    new Camera(0, 1.2, 3.2),
    new Camera(StrictMath.toRadians(-45), 0.9, 3.6),
    new Camera(StrictMath.toRadians(45), 1.7, 2.9)
  };

  /** The camera of a number, from 1. */
  static Camera of(int number) {
    return CAMERAS[Require.inRange("camera", number, 1, COUNT) - 1];
  }

  /** This camera in a setup. */
  Camera in(Setup setup) {
    return new Camera(yaw + setup.yaw(), height * setup.height(), distance * setup.distance());
  }

  /**
   * The world as this camera sees it.
   *
   * @param x of the performers' place, metres
   * @param z of the performers' place, metres
   */
  View view(double x, double z) {
    double down = StrictMath.atan2(height - AIM, distance);
    Rotation tilt = Rotation.x(-down);
    Rotation axes = tilt.times(Rotation.y(yaw));
    double[] place = Vectors.plus(tilt.apply(0, -height, distance), axes.apply(x, 0, z));
    return new View(axes, place[0], place[1], place[2]);
  }

  /**
   * From the world (floor at y = 0, the performer's place at the origin) to the camera: x to its
   * left, y up, z away from it.
   */
  record View(Rotation axes, double x, double y, double z) {
    /** A point, in metres. */
    double[] see(double[] point) {
      double[] seen = axes.apply(point[0], point[1], point[2]);
      seen[0] += x;
      seen[1] += y;
      seen[2] += z;
      return seen;
    }
  }
}
