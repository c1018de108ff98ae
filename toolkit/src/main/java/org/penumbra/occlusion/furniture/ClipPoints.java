package org.penumbra.occlusion.furniture;

import java.util.Arrays;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * The observed joints of a clip, all bodies, packed.
 *
 * @param points x, y, z of each in turn, camera frame, metres
 * @param cells place of each in a mask's codes, C-order (T, V, M), ascending
 * @param feet x, y, z of those that stand on the floor
 * @param frameStarts number of points before each frame; one more at the end
 */
record ClipPoints(double[] points, int[] cells, double[] feet, int[] frameStarts) {
  static ClipPoints of(SkeletonClip clip) {
    byte[] codes = clip.mask().toCodes();
    float[] from = clip.toArray();
    boolean[] isFoot = FootJoints.of(clip.layout());
    double[] points = new double[3 * codes.length];
    double[] feet = new double[3 * codes.length];
    int[] cells = new int[codes.length];
    int[] frameStarts = new int[clip.frames() + 1];
    int count = 0;
    int footCount = 0;
    int cell = 0;
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < isFoot.length; v++) {
        for (int m = 0; m < clip.bodies(); m++, cell++) {
          if (codes[cell] == JointState.OBSERVED.code()) {
            int to = 3 * count;
            points[to] = from[cell];
            points[to + 1] = from[codes.length + cell];
            points[to + 2] = from[2 * codes.length + cell];
            cells[count++] = cell;
            if (isFoot[v]) {
              System.arraycopy(points, to, feet, 3 * footCount++, 3);
            }
          }
        }
      }
      frameStarts[t + 1] = count;
    }
    return new ClipPoints(
        Arrays.copyOf(points, 3 * count),
        Arrays.copyOf(cells, count),
        Arrays.copyOf(feet, 3 * footCount),
        frameStarts);
  }

  int size() {
    return cells.length;
  }

  int frames() {
    return frameStarts.length - 1;
  }

  /**
   * All points as the floor has them: to the left, above, forward of the camera's place on it,
   * metres.
   */
  double[] on(Floor floor) {
    Vector side = floor.left();
    Vector up = floor.up();
    Vector ahead = floor.forward();
    double[] placed = new double[points.length];
    for (int i = 0; i < points.length; i += 3) {
      double x = points[i];
      double y = points[i + 1];
      double z = points[i + 2];
      placed[i] = side.x() * x + side.y() * y + side.z() * z;
      placed[i + 1] = up.x() * x + up.y() * y + up.z() * z - floor.height();
      placed[i + 2] = ahead.x() * x + ahead.y() * y + ahead.z() * z;
    }
    return placed;
  }

  /** The mean of all points, x, y, z; of at least one. */
  Vector mean() {
    return mean(points);
  }

  static Vector mean(double[] values) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (int i = 0; i < values.length; i += 3) {
      x += values[i];
      y += values[i + 1];
      z += values[i + 2];
    }
    double n = values.length / 3.0;
    return new Vector(x / n, y / n, z / n);
  }
}
