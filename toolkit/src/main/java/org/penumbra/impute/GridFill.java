package org.penumbra.impute;

import java.util.Arrays;
import org.penumbra.data.SkeletonClip;

/** What was found for the cells of one row, in the space of comparison. */
final class GridFill {
  private final float[] values; // (C, J)
  private final FillReason[] reasons; // null where nothing was asked for
  private final short[] donors;
  private final float[] distances;

  GridFill(int cells) {
    values = new float[SkeletonClip.CHANNELS * cells];
    reasons = new FillReason[cells];
    donors = new short[cells];
    distances = new float[cells];
    Arrays.fill(values, Float.NaN);
  }

  void set(int cell, double x, double y, double z, int count, double distance, FillReason reason) {
    values[cell] = (float) x;
    values[reasons.length + cell] = (float) y;
    values[2 * reasons.length + cell] = (float) z;
    reasons[cell] = reason;
    donors[cell] = (short) Math.min(count, Short.MAX_VALUE);
    distances[cell] = (float) distance;
  }

  boolean isFound(int cell) {
    return reasons[cell] != null && !Float.isNaN(values[cell]);
  }

  float at(int channel, int cell) {
    return values[channel * reasons.length + cell];
  }

  /** Why; null where nothing was asked for. */
  FillReason reason(int cell) {
    return reasons[cell];
  }

  int donors(int cell) {
    return donors[cell];
  }

  float distance(int cell) {
    return distances[cell];
  }
}
