package org.penumbra.occlusion.furniture;

import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * The floor as the camera sees it: all points p with {@code up . p = height}.
 *
 * @param up unit vector away from the floor; within 60 degrees of the camera's y axis
 * @param height of the floor along {@code up}, metres; the camera is at 0, so usually below 0
 */
public record Floor(Vector up, double height) {
  private static final double UNIT_TOLERANCE = 1e-9;

  /** Checks direction and height. */
  public Floor {
    if (!(Math.abs(up.length() - 1) <= UNIT_TOLERANCE)) {
      throw new InvalidOptionException("floor: up", "a vector of length 1", up);
    }
    Require.inRange("floor: y of up", up.y(), 0.5, 1);
    if (!Double.isFinite(height)) {
      throw new InvalidOptionException("floor: height", "finite", height);
    }
  }

  /** A floor whose up is the camera's y axis. */
  public static Floor level(double height) {
    return new Floor(new Vector(0, 1, 0), height);
  }

  /** Unit vector along the floor, away from the camera. */
  Vector forward() {
    return new Vector(0, 0, 1).plus(up.times(-up.z())).unit();
  }

  /** Unit vector along the floor, to the camera's left. */
  Vector left() {
    return up.cross(forward());
  }
}
