package org.penumbra.occlusion.furniture;

/** The upright box around a piece of furniture where it stands, in the camera frame, metres. */
final class Footprint {
  private final Pose pose;
  private final Bounds bounds;

  Footprint(Pose pose, Bounds bounds) {
    this.pose = pose;
    this.bounds = bounds;
  }

  Pose pose() {
    return pose;
  }

  /** Whether a point is nearer than this; a point inside always is. */
  boolean isNearer(Vector point, double distance) {
    return isNearerToAny(new double[] {point.x(), point.y(), point.z()}, distance);
  }

  /** Whether any of some points, x, y, z each, is nearer than this. */
  boolean isNearerToAny(double[] points, double distance) {
    Vector base = pose.base();
    Vector width = pose.width();
    Vector up = pose.up();
    Vector depth = pose.depth();
    Vector low = bounds.low();
    Vector high = bounds.high();
    for (int i = 0; i < points.length; i += 3) {
      double px = points[i] - base.x();
      double py = points[i + 1] - base.y();
      double pz = points[i + 2] - base.z();
      double z = outside(depth.x() * px + depth.y() * py + depth.z() * pz, low.z(), high.z());
      double x = outside(width.x() * px + width.y() * py + width.z() * pz, low.x(), high.x());
      double y = outside(up.x() * px + up.y() * py + up.z() * pz, low.y(), high.y());
      if (x * x + y * y + z * z < distance * distance) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all points lie so far beyond one side that none can be nearer; which side is told by a
   * point in the middle of them. A quick way to know most pieces that are far enough.
   */
  boolean isApart(double[] points, Vector middle, double distance) {
    Vector inside = pose.inside(middle);
    double x = Math.max(bounds.low().x() - inside.x(), inside.x() - bounds.high().x());
    double z = Math.max(bounds.low().z() - inside.z(), inside.z() - bounds.high().z());
    boolean across = x > z;
    double sign = (across ? inside.x() : inside.z()) > 0 ? 1 : -1;
    Vector axis = (across ? pose.width() : pose.depth()).times(sign);
    Vector corner = sign > 0 ? bounds.high() : bounds.low();
    double from = axis.dot(pose.base()) + sign * (across ? corner.x() : corner.z()) + distance;
    double ax = axis.x();
    double ay = axis.y();
    double az = axis.z();
    for (int i = 0; i < points.length; i += 3) {
      if (ax * points[i] + ay * points[i + 1] + az * points[i + 2] < from) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of this one's sides is so far from a box that nothing in it can be nearer. */
  boolean isApart(Bounds box, double distance) {
    Vector half = box.high().plus(box.low().times(-1)).times(0.5);
    Vector middle = pose.inside(box.low().plus(half));
    double x = reach(pose.width(), half) + distance;
    double z = reach(pose.depth(), half) + distance;
    return middle.x() - x > bounds.high().x()
        || middle.x() + x < bounds.low().x()
        || middle.z() - z > bounds.high().z()
        || middle.z() + z < bounds.low().z();
  }

  private static double reach(Vector axis, Vector half) {
    return Math.abs(axis.x()) * half.x()
        + Math.abs(axis.y()) * half.y()
        + Math.abs(axis.z()) * half.z();
  }

  /** Whether two pieces on one floor share some of it. */
  boolean overlaps(Footprint other) {
    return !isBesides(other) && !other.isBesides(this);
  }

  /** Whether all corners of another lie beyond one of this one's sides. */
  private boolean isBesides(Footprint other) {
    double[] x = new double[4];
    double[] z = new double[4];
    Pose there = other.pose;
    for (int corner = 0; corner < 4; corner++) {
      double ox = corner % 2 == 0 ? other.bounds.low().x() : other.bounds.high().x();
      double oz = corner / 2 == 0 ? other.bounds.low().z() : other.bounds.high().z();
      Vector at =
          pose.inside(there.base().plus(there.width().times(ox)).plus(there.depth().times(oz)));
      x[corner] = at.x();
      z[corner] = at.z();
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

  /** How far outside an interval; comparisons are faster than Math.max, which looks for NaN. */
  private static double outside(double value, double low, double high) {
    return value < low ? low - value : value > high ? value - high : 0;
  }
}
