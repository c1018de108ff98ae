package org.penumbra.impute;

import org.penumbra.data.SkeletonClip;

/** Smallest box around observed joints, one interval per axis, metres. */
final class Ranges {
  private final double[] low = {
    Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY
  };
  private final double[] high = {
    Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  /** Around everything observed of a clip. */
  static Ranges of(SkeletonClip clip) {
    Ranges ranges = new Ranges();
    float[] values = clip.toArray();
    int cells = values.length / SkeletonClip.CHANNELS;
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        int axis = i / cells;
        ranges.low[axis] = Math.min(ranges.low[axis], values[i]);
        ranges.high[axis] = Math.max(ranges.high[axis], values[i]);
      }
    }
    return ranges;
  }

  /** Grows around another box too. */
  void add(Ranges other) {
    for (int axis = 0; axis < SkeletonClip.CHANNELS; axis++) {
      low[axis] = Math.min(low[axis], other.low[axis]);
      high[axis] = Math.max(high[axis], other.high[axis]);
    }
  }

  boolean isEmpty() {
    return low[0] > high[0];
  }

  /** The point at shares 0 to 1 of the way from low to high. */
  double[] at(double x, double y, double z) {
    double[] share = {x, y, z};
    double[] point = new double[SkeletonClip.CHANNELS];
    for (int axis = 0; axis < point.length; axis++) {
      point[axis] = low[axis] + share[axis] * (high[axis] - low[axis]);
    }
    return point;
  }
}
