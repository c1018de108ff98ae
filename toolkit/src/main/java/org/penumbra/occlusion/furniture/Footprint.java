package org.penumbra.occlusion.furniture;

/**
 * The upright box around a piece of furniture, on its floor. Points are (left, above, forward) of
 * the camera's place on the floor, metres.
 */
final class Footprint {
  private final FurniturePiece piece;
  private final Bounds bounds;
  private final double cos;
  private final double sin;

  Footprint(FurniturePiece piece, Bounds bounds) {
    this.piece = piece;
    this.bounds = bounds;
    this.cos = StrictMath.cos(piece.yaw());
    this.sin = StrictMath.sin(piece.yaw());
  }

  /** Whether a point is nearer than this; a point inside always is. */
  boolean isNearer(double left, double above, double forward, double distance) {
    double sideways = left - piece.left();
    double ahead = forward - piece.forward();
    double x = outside(sideways * cos - ahead * sin, bounds.low().x(), bounds.high().x());
    double y = outside(above, bounds.low().y(), bounds.high().y());
    double z = outside(sideways * sin + ahead * cos, bounds.low().z(), bounds.high().z());
    return x * x + y * y + z * z < distance * distance;
  }

  /** Whether any of some points is nearer than this. */
  boolean isNearerToAny(double[] points, double distance) {
    for (int i = 0; i < points.length; i += 3) {
      if (isNearer(points[i], points[i + 1], points[i + 2], distance)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two pieces share floor. */
  boolean overlaps(Footprint other) {
    return !isApart(other) && !other.isApart(this);
  }

  /** Whether all corners of another lie beyond one of this one's sides. */
  private boolean isApart(Footprint other) {
    double[] x = new double[4];
    double[] z = new double[4];
    for (int corner = 0; corner < 4; corner++) {
      double ox = corner % 2 == 0 ? other.bounds.low().x() : other.bounds.high().x();
      double oz = corner / 2 == 0 ? other.bounds.low().z() : other.bounds.high().z();
      double sideways = other.piece.left() + ox * other.cos + oz * other.sin - piece.left();
      double ahead = other.piece.forward() - ox * other.sin + oz * other.cos - piece.forward();
      x[corner] = sideways * cos - ahead * sin;
      z[corner] = sideways * sin + ahead * cos;
    }
    return isBeyond(x, bounds.low().x(), bounds.high().x())
        || isBeyond(z, bounds.low().z(), bounds.high().z());
  }

  private static boolean isBeyond(double[] corners, double low, double high) {
    boolean below = true;
    boolean above = true;
    for (double each : corners) {
      below &= each < low;
      above &= each > high;
    }
    return below || above;
  }

  private static double outside(double value, double low, double high) {
    return Math.max(0, Math.max(low - value, value - high));
  }
}
