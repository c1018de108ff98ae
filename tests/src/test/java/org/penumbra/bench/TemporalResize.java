package org.penumbra.bench;

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

  /**
   * Linear interpolation with half-pixel centres, the edges held: frame d of the result lies at
   * {@code (d + 0.5) * length / target - 0.5} of the clip.
   */
  static float[] linear(float[] clip, int width, int target) {
    int length = clip.length / width;
    float[] resized = new float[target * width];
    for (int frame = 0; frame < target; frame++) {
      double source = (frame + 0.5) * length / target - 0.5;
      int below = (int) Math.floor(source);
      float weight = (float) (source - below);
      int first = Math.max(below, 0) * width;
      int second = Math.min(below + 1, length - 1) * width;
      int out = frame * width;
      for (int i = 0; i < width; i++) {
        float a = clip[first + i];
        resized[out + i] = a + weight * (clip[second + i] - a);
      }
    }
    return resized;
  }
}
