package org.penumbra.occlusion.furniture;

import java.util.Arrays;

/**
 * The floor under feet: a plane y = h + a x + b z fitted to foot joints by least squares, leaving
 * out lifted feet, in a few rounds. Feet that stay within a small place say nothing of a tilt; then
 * up is the camera's y axis. The height is that of the lowest 2 % either way, so a few misplaced
 * feet do not count.
 */
final class FloorFit {
  private static final double LOWEST_SHARE = 0.02;
  private static final double[] LIFTED = {0.10, 0.06, 0.04, 0.03, 0.03}; // metres, per round
  private static final double SUNK = -0.15; // metres
  private static final int FEW = 16;
  private static final int FEWEST = 60; // foot joints: one second
  private static final double SPREAD = 0.35; // metres, standard deviation across the narrow way
  private static final double LEAST_SPREAD = 0.12; // metres, of any number of clips
  private static final double STEEPEST = Math.tan(Math.toRadians(35));
  private static final double LEAN = Math.cos(Math.toRadians(45));

  private FloorFit() {}

  /**
   * The floor under some feet.
   *
   * @param feet x, y, z of each foot joint, camera frame, metres; at least one
   * @param body the middle of the bodies, which is above the feet
   * @param clips number of clips they come from: feet of one clip err together, those of many do
   *     not, so that many clips tell a tilt from a smaller place
   */
  static Floor fit(double[] feet, Vector body, int clips) {
    double spread = Math.max(LEAST_SPREAD, SPREAD / Math.sqrt(clips));
    double[] kept = feet;
    double[] plane = null; // a, b
    for (double lifted : LIFTED) {
      plane = slopes(kept, spread);
      if (plane == null) {
        return floor(feet, new Vector(0, 1, 0));
      }
      kept = near(kept, feet, plane, lifted);
    }
    Vector up = new Vector(-plane[0], 1, -plane[1]).unit();
    Vector standing = body.plus(ClipPoints.mean(feet).times(-1));
    boolean upright = up.dot(standing) >= LEAN * standing.length();
    return floor(feet, upright ? up : new Vector(0, 1, 0));
  }

  private static Floor floor(double[] feet, Vector up) {
    double[] heights = new double[feet.length / 3];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = up.x() * feet[3 * i] + up.y() * feet[3 * i + 1] + up.z() * feet[3 * i + 2];
    }
    return new Floor(up, nthLowest(heights, (int) (LOWEST_SHARE * (heights.length - 1))));
  }

  /** The value that so many others are not above; sorts the few lowest only. */
  private static double nthLowest(double[] values, int n) {
    if (n >= FEW) {
      Arrays.sort(values);
      return values[n];
    }
    double[] lowest = new double[n + 1];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    for (double value : values) {
      if (value < lowest[n]) {
        int at = n;
        for (; at > 0 && lowest[at - 1] > value; at--) {
          lowest[at] = lowest[at - 1];
        }
        lowest[at] = value;
      }
    }
    return lowest[n];
  }

  /** Slopes a and b of the best plane; null if the points do not tell. */
  private static double[] slopes(double[] points, double spread) {
    int n = points.length / 3;
    if (n < FEWEST) {
      return null;
    }
    Vector mean = ClipPoints.mean(points);
    double xx = 0;
    double xz = 0;
    double zz = 0;
    double xy = 0;
    double zy = 0;
    for (int i = 0; i < points.length; i += 3) {
      double x = points[i] - mean.x();
      double y = points[i + 1] - mean.y();
      double z = points[i + 2] - mean.z();
      xx += x * x;
      xz += x * z;
      zz += z * z;
      xy += x * y;
      zy += z * y;
    }
    double half = (xx + zz) / 2;
    double narrow = half - Math.sqrt((xx - zz) * (xx - zz) / 4 + xz * xz);
    if (narrow < n * spread * spread) {
      return null;
    }
    double determinant = xx * zz - xz * xz;
    double a = (xy * zz - zy * xz) / determinant;
    double b = (zy * xx - xy * xz) / determinant;
    return Math.sqrt(a * a + b * b) <= STEEPEST ? new double[] {a, b} : null;
  }

  /** Those of all points that are not far above or below the plane through the kept ones. */
  private static double[] near(double[] kept, double[] all, double[] plane, double lifted) {
    Vector mean = ClipPoints.mean(kept);
    double[] near = new double[all.length];
    int count = 0;
    for (int i = 0; i < all.length; i += 3) {
      double above =
          all[i + 1]
              - mean.y()
              - plane[0] * (all[i] - mean.x())
              - plane[1] * (all[i + 2] - mean.z());
      if (above >= SUNK && above <= lifted) {
        System.arraycopy(all, i, near, count, 3);
        count += 3;
      }
    }
    return Arrays.copyOf(near, count);
  }
}
