package org.penumbra.tensor;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * One step of {@link Adam} over float32 numbers in the memory of the CPU: each is read and written
 * once, in blocks that stay in the cache. By the engine's operations the same takes a dozen passes
 * over the memory, which for a projector of 77 million weights is a tenth of a training step.
 *
 * <p>Every number is computed by itself, so the result does not depend on the number of threads.
 *
 * @param decay factor of the coupled L2 penalty
 * @param rate learning rate over the bias correction of the mean
 * @param correction root of the bias correction of the square
 */
record AdamKernel(float decay, float rate, float correction) {
  private static final int BLOCK = 4096;
  private static final float KEEP_MEAN = (float) Adam.BETA_1;
  private static final float ADD_MEAN = (float) (1 - Adam.BETA_1);
  private static final float KEEP_SQUARE = (float) Adam.BETA_2;
  private static final float ADD_SQUARE = (float) (1 - Adam.BETA_2);
  private static final float EPSILON = (float) Adam.EPSILON;

  /** One for each thread, for good: made anew for every update, a thread keeps hundreds of them. */
  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[4][BLOCK]);

  /**
   * Updates everything but the gradient in place; all of one length.
   *
   * @param parallel whether to use all cores
   */
  void update(
      FloatBuffer weight,
      FloatBuffer gradient,
      FloatBuffer mean,
      FloatBuffer square,
      boolean parallel) {
    int length = weight.limit();
    int blocks = (length + BLOCK - 1) / BLOCK;
    IntStream range = IntStream.range(0, blocks);
    (parallel ? range.parallel() : range)
        .forEach(
            block -> {
              int from = block * BLOCK;
              int count = Math.min(BLOCK, length - from);
              float[][] values = SCRATCH.get();
              weight.get(from, values[0], 0, count);
              gradient.get(from, values[1], 0, count);
              mean.get(from, values[2], 0, count);
              square.get(from, values[3], 0, count);
              update(values[0], values[1], values[2], values[3], count);
              weight.put(from, values[0], 0, count);
              mean.put(from, values[2], 0, count);
              square.put(from, values[3], 0, count);
            });
  }

  private void update(float[] w, float[] g, float[] m, float[] v, int count) {
    for (int i = 0; i < count; i++) {
      float gradient = g[i] + decay * w[i];
      m[i] = KEEP_MEAN * m[i] + ADD_MEAN * gradient;
      v[i] = KEEP_SQUARE * v[i] + ADD_SQUARE * gradient * gradient;
      w[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) / correction + EPSILON);
    }
  }
}
