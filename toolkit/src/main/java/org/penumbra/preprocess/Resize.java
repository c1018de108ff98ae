package org.penumbra.preprocess;

import org.penumbra.data.SkeletonClip;

/**
 * Linear resize in time with half-pixel centres, no anti-aliasing and clamped edges: frame {@code
 * d} of T' comes from position {@code (d + 0.5) L / T' - 0.5}. Equal to {@code cv2.resize} with
 * {@code INTER_LINEAR} along one axis, which the reference pipelines use.
 */
public final class Resize {
  private Resize() {}

  /**
   * One series at a new length; a series of the same length is copied.
   *
   * @param series values over time, at least one
   * @param length number of values wanted, at least one
   */
  public static double[] resize(double[] series, int length) {
    double[] resized = new double[length];
    resizeRows(series, resized, 0, 0, series.length, length, 1);
    return resized;
  }

  /** All joints at a new length; no frames at all become frames of 0. */
  static Frames resize(Frames source, int length) {
    Frames resized = new Frames(length, source.joints(), source.bodies());
    int row = source.joints() * source.bodies();
    if (source.length() > 0) {
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        resizeRows(
            source.values(),
            resized.values(),
            c * source.length() * row,
            c * length * row,
            source.length(),
            length,
            row);
      }
    }
    return resized;
  }

  /** The one or two old frames that a new frame lies on or between. */
  static int[] neighbours(int frame, int from, int to) {
    double position = position(frame, from, to);
    int before = (int) position;
    return position == before ? new int[] {before} : new int[] {before, before + 1};
  }

  private static double position(int frame, int from, int to) {
    return Math.min(Math.max((frame + 0.5) * from / to - 0.5, 0), from - 1);
  }

  /** Rows of numbers, one per frame: each new row lies between two old ones. */
  private static void resizeRows(
      double[] source,
      double[] target,
      int sourceStart,
      int targetStart,
      int from,
      int to,
      int row) {
    for (int d = 0; d < to; d++) {
      double position = position(d, from, to);
      int frame = (int) position;
      double weight = position - frame;
      int before = sourceStart + frame * row;
      int after = sourceStart + Math.min(frame + 1, from - 1) * row;
      int out = targetStart + d * row;
      for (int i = 0; i < row; i++) {
        target[out + i] = source[before + i] + weight * (source[after + i] - source[before + i]);
      }
    }
  }
}
