package org.penumbra.occlusion;

/** A bone with flesh: all points within a radius of a segment, metres, camera frame. */
final class Capsule {
  private final double[] a;
  private final double[] b;
  private final double radius;

  /** A capsule around the segment from a to b, each (x, y, z). */
  Capsule(double[] a, double[] b, double radius) {
    this.a = a;
    this.b = b;
    this.radius = radius;
  }

  /**
   * Whether it stands between the camera, at the origin, and a point. A capsule that holds the
   * point does not: the point lies in that flesh.
   */
  boolean hides(double[] point) {
    double reach = radius * radius;
    return squaredDistance(point) <= reach && squaredDistanceTo(point) > reach;
  }

  /** Square of the least distance between the way from the origin to a point and the bone. */
  double squaredDistance(double[] point) {
    double[] bone = minus(b, a);
    double way = dot(point, point);
    double length = dot(bone, bone);
    double fromA = -dot(bone, a); // of the origin seen from a, along the bone
    double ahead = -dot(point, a);
    if (way == 0) {
      return squaredDistanceTo(point);
    }
    if (length == 0) {
      return squared(point, a, clamp(-ahead / way), 0, bone);
    }
    double along = dot(point, bone);
    double area = way * length - along * along;
    double s = area > 0 ? clamp((along * fromA - ahead * length) / area) : 0;
    double t = (along * s + fromA) / length;
    if (t < 0 || t > 1) {
      t = clamp(t);
      s = clamp((along * t - ahead) / way);
    }
    return squared(point, a, s, t, bone);
  }

  /** Square of the least distance between a point and the bone. */
  double squaredDistanceTo(double[] point) {
    double[] bone = minus(b, a);
    double length = dot(bone, bone);
    double t = length == 0 ? 0 : clamp(dot(minus(point, a), bone) / length);
    return squared(point, a, 1, t, bone);
  }

  private static double squared(double[] point, double[] a, double s, double t, double[] bone) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double difference = s * point[c] - (a[c] + t * bone[c]);
      sum += difference * difference;
    }
    return sum;
  }

  private static double clamp(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private static double[] minus(double[] p, double[] q) {
    return new double[] {p[0] - q[0], p[1] - q[1], p[2] - q[2]};
  }

  private static double dot(double[] p, double[] q) {
    return p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  }
}
