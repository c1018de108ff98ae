package org.penumbra.occlusion.furniture;

import org.penumbra.core.InvalidOptionException;

/**
 * Furniture and where it stands on the floor.
 *
 * @param shape what it is
 * @param left of the camera along the floor, metres
 * @param forward of the camera along the floor, metres
 * @param yaw turn about the vertical, radians
 */
public record FurniturePiece(FurnitureShape shape, double left, double forward, double yaw) {
  /** Checks that place and yaw are finite. */
  public FurniturePiece {
    for (double value : new double[] {left, forward, yaw}) {
      if (!Double.isFinite(value)) {
        throw new InvalidOptionException("place and yaw of " + shape.label(), "finite", value);
      }
    }
  }

  /** Its surface in the camera frame, metres; exactly the same for the same piece and floor. */
  public TriangleMesh mesh(Floor floor) {
    return Pose.of(this, floor).place(shape.mesh());
  }
}
