package org.penumbra.bench;

import org.penumbra.preprocess.Resize;

/** Resizes a clip in time: what {@link ResizeBenchmark} compares with its peer. */
@FunctionalInterface
interface TemporalResize {
  /**
   * Resizes one clip.
   *
   * @param clip frames after frames, each of {@code width} values (joints x coordinates)
   * @param width values per frame
   * @param target number of frames wanted
   * @return {@code target} frames of {@code width} values
   */
  float[] resize(float[] clip, int width, int target);

  /** The toolkit's resize, one series per value of a frame, as pre-processing uses it. */
  static float[] toolkit(float[] clip, int width, int target) {
    double[] series = new double[clip.length / width];
    float[] resized = new float[target * width];
    for (int column = 0; column < width; column++) {
      for (int frame = 0; frame < series.length; frame++) {
        series[frame] = clip[frame * width + column];
      }
      double[] values = Resize.resize(series, target);
      for (int frame = 0; frame < target; frame++) {
        resized[frame * width + column] = (float) values[frame];
      }
    }
    return resized;
  }
}
