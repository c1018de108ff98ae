package org.penumbra.occlusion.furniture;

import java.util.Arrays;

/**
 * Which triangles a ray may meet, by tiles of the view: a regular grid in (x / z, y / z) over all
 * triangles in front of the camera. Each tile lists every triangle that touches it, and may list
 * more.
 */
final class TileGrid {
  private static final int LEAST = 16; // tiles along a side
  private static final int MOST = 512;

  /** Far above rounding of x / z, far below a tile: no triangle is missed at a border. */
  private static final double SLACK = 1e-9;

  private final double left;
  private final double low;
  private final double right;
  private final double high;
  private final double perU;
  private final double perV;
  private final int side;
  private final int[] starts;
  private final int[] lists;
  private final int[] always;

  private TileGrid(double[] range, int side, int[] starts, int[] lists, int[] always) {
    left = range[0];
    low = range[1];
    right = range[2];
    high = range[3];
    perU = side / (right - left);
    perV = side / (high - low);
    this.side = side;
    this.starts = starts;
    this.lists = lists;
    this.always = always;
  }

  /** The grid of some triangles, finer for more of them. */
  static TileGrid of(OriginPlanes planes) {
    int side = LEAST;
    while (side < MOST && side * side < planes.count()) {
      side *= 2;
    }
    double[] range = range(planes);
    TileSpans spans = new TileSpans(range, side, planes.count());
    int[] always = new int[planes.count()];
    int near = 0;
    for (int i = 0; i < planes.count(); i++) {
      if (Double.isNaN(planes.views()[6 * i])) {
        always[near++] = OriginPlanes.STRIDE * i;
      } else {
        spans.add(i, planes.views());
      }
    }
    int[] starts = spans.starts();
    return new TileGrid(range, side, starts, spans.lists(starts), Arrays.copyOf(always, near));
  }

  /** The tile of a direction; -1 outside the grid. */
  int tile(double u, double v) {
    if (!(u >= left && u <= right && v >= low && v <= high)) {
      return -1;
    }
    int column = Math.min(side - 1, (int) ((u - left) * perU));
    int row = Math.min(side - 1, (int) ((v - low) * perV));
    return row * side + column;
  }

  /** Tile i lists what stands from {@code starts[i]} to {@code starts[i + 1]}. */
  int[] starts() {
    return starts;
  }

  /** Places of triangles in {@link OriginPlanes#coefficients()}. */
  int[] lists() {
    return lists;
  }

  /** Triangles that no tile has: too near the camera's own plane. */
  int[] always() {
    return always;
  }

  /** Smallest u and v, largest u and v, with slack; a unit square if there is nothing. */
  private static double[] range(OriginPlanes planes) {
    double[] views = planes.views();
    double left = Double.POSITIVE_INFINITY;
    double low = left;
    double right = Double.NEGATIVE_INFINITY;
    double high = right;
    for (int i = 0; i < 6 * planes.count(); i += 6) {
      if (!Double.isNaN(views[i])) {
        for (int k = 0; k < 6; k += 2) {
          left = Math.min(left, views[i + k]);
          right = Math.max(right, views[i + k]);
          low = Math.min(low, views[i + k + 1]);
          high = Math.max(high, views[i + k + 1]);
        }
      }
    }
    if (left > right) {
      return new double[] {0, 0, 1, 1};
    }
    double u = slack(left, right);
    double v = slack(low, high);
    return new double[] {left - u, low - v, right + u, high + v};
  }

  static double slack(double from, double to) {
    return SLACK * (1 + Math.abs(from) + Math.abs(to));
  }
}
