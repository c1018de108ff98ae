package org.penumbra.pretrain.masking;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;

/** Which frames the temporally masked view goes without; it is shorter by them. */
public interface TemporalMasking {
  /**
   * Frames that stay of a clip; at least one must.
   *
   * @param length frames of the clip, T
   */
  int remaining(int length);

  /**
   * Takes the frames out of a batch.
   *
   * @param source (N, C, T, V, M), augmented
   * @param samples N
   * @param length T
   * @param row V M
   * @param random what is drawn is drawn once for the batch
   * @param target receives (N, C, {@link #remaining}, V, M)
   */
  void apply(
      FloatBuffer source,
      int samples,
      int length,
      int row,
      SplittableRandom random,
      FloatBuffer target);

  /** For people: strategy and number of frames. */
  String describe();
}
