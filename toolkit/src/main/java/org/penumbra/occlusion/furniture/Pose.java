package org.penumbra.occlusion.furniture;

/**
 * Where the frame of a piece of furniture lies in the camera frame.
 *
 * @param base its origin, metres
 * @param width unit vector of its x
 * @param up unit vector of its y
 * @param depth unit vector of its z
 */
record Pose(Vector base, Vector width, Vector up, Vector depth) {
  static Pose of(FurniturePiece piece, Floor floor) {
    Vector ahead = floor.forward();
    Vector side = floor.left();
    double cos = StrictMath.cos(piece.yaw());
    double sin = StrictMath.sin(piece.yaw());
    return new Pose(
        floor
            .up()
            .times(floor.height())
            .plus(side.times(piece.left()))
            .plus(ahead.times(piece.forward())),
        side.times(cos).plus(ahead.times(-sin)),
        floor.up(),
        side.times(sin).plus(ahead.times(cos)));
  }

  /** A mesh of the piece's frame in the camera frame. */
  TriangleMesh place(TriangleMesh mesh) {
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

  /** A point of the camera frame in the piece's. */
  Vector inside(Vector point) {
    Vector off = point.plus(base.times(-1));
    return new Vector(off.dot(width), off.dot(up), off.dot(depth));
  }
}
