package org.penumbra.bench;

/**
 * Floating-point operations of a training step, counted from the published sizes: multiply-adds of
 * convolutions, graph products and linear layers, backward twice as much as forward. The encoder is
 * counted in the form of the published code, whichever form a side computes it in, so a side that
 * finds a cheaper one may come above the rate of a matrix product.
 */
final class StepWork {
  private static final int[][] LAYERS = {
    {3, 16, 1}, {16, 16, 1}, {16, 16, 1}, {16, 16, 1}, {16, 32, 2},
    {32, 32, 1}, {32, 32, 1}, {32, 64, 2}, {64, 64, 1}, {64, 256, 1}
  };
  private static final int FEATURES = 256;
  private static final int KEY = 128;

  private StepWork() {}

  /** Multiply-adds of one body forward through the encoder. */
  static double encoder(int frames, int joints) {
    double sum = 0;
    int t = frames;
    for (int[] layer : LAYERS) {
      double in = layer[0];
      double out = layer[1];
      sum += t * joints * 3 * out * (in + joints); // 1 x 1 convolution, graph
      t = (t - 1) / layer[2] + 1;
      sum += t * joints * 9 * out * out; // along time
      boolean changes = in != out && layer[0] != 3;
      sum += changes ? t * joints * in * out : 0; // residual
    }
    return sum;
  }

  /** PSTL of three views, each projected once, and losses by N x N matrices. */
  static double pstl(int batch, int width) {
    double views = encoder(50, 25) + encoder(30, 25) + encoder(50, 16);
    double projector = (double) FEATURES * width + 2.0 * width * width;
    double correlations = 2 * 2.0 * batch * width; // two terms of two products
    return 6.0 * batch * (views + 3 * projector + correlations);
  }

  /**
   * Momentum contrast.
   *
   * @param queries views through the query network, with gradient; one more goes through the key
   *     network, without
   * @param compared embeddings that are compared with the queue
   */
  static double contrast(int batch, int queries, int compared, int queue) {
    double head = (double) FEATURES * (FEATURES + KEY);
    double forward = encoder(50, 25) + head;
    // The queue takes no gradient: backward costs the products with it once, not twice.
    double products = 4.0 * compared * KEY * queue;
    return batch * (6.0 * queries * forward + 2 * forward + products);
  }
}
