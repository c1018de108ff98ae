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
    for (int d = 0; d < length; d++) {
      double position = position(d, series.length, length);
      int before = (int) position;
      int after = Math.min(before + 1, series.length - 1);
      resized[d] = series[before] + (position - before) * (series[after] - series[before]);
    }
    return resized;
  }

  /** All joints at a new length; no frames at all become frames of 0. */
  static Frames resize(Frames source, int length) {
    Frames resized = new Frames(length, source.joints(), source.bodies());
    if (source.length() == 0) {
      return resized;
    }
    double[] series = new double[source.length()];
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      for (int v = 0; v < source.joints(); v++) {
        for (int m = 0; m < source.bodies(); m++) {
          for (int t = 0; t < series.length; t++) {
            series[t] = source.at(c, t, v, m);
          }
          double[] values = resize(series, length);
          for (int t = 0; t < length; t++) {
            resized.set(c, t, v, m, values[t]);
          }
        }
      }
    }
    return resized;
  }

  private static double position(int frame, int from, int to) {
    double position = (frame + 0.5) * from / to - 0.5;
    return Math.min(Math.max(position, 0), from - 1);
  }
}
