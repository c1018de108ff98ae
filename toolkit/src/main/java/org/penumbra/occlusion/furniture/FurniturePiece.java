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
    return place(shape.mesh(), floor);
  }

  /** As {@link #mesh}, of the shape's mesh that was built before. */
  TriangleMesh place(TriangleMesh mesh, Floor floor) {
    Vector ahead = floor.forward();
    Vector side = floor.left();
    double cos = StrictMath.cos(yaw);
    double sin = StrictMath.sin(yaw);
    Vector width = side.times(cos).plus(ahead.times(-sin));
    Vector depth = side.times(sin).plus(ahead.times(cos));
    Vector up = floor.up();
    Vector base = up.times(floor.height()).plus(side.times(left)).plus(ahead.times(forward));
    double[] from = mesh.rawVertices();
    double[] to = new double[from.length];
    for (int i = 0; i < from.length; i += 3) {
      double x = from[i];
      double y = from[i + 1];
      double z = from[i + 2];
      to[i] = base.x() + width.x() * x + up.x() * y + depth.x() * z;
      to[i + 1] = base.y() + width.y() * x + up.y() * y + depth.y() * z;
      to[i + 2] = base.z() + width.z() * x + up.z() * y + depth.z() * z;
    }
    return mesh.withVertices(to);
  }
}
