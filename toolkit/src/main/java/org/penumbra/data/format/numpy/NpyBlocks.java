package org.penumbra.data.format.numpy;

import java.io.IOException;
import java.util.stream.IntStream;

/**
 * Items of an array (N, ...) made sample by sample: blocks of samples in parallel, written in
 * order, so that the heap holds one block whatever N is.
 */
public final class NpyBlocks implements NpyBody {
  private static final int BLOCK_FLOATS = 1 << 21; // 8 MiB
  private static final int MOST_SAMPLES = 256;

  private final int samples;
  private final int sampleLength;
  private final Renderer renderer;

  /** Makes one sample; asked from several threads. */
  @FunctionalInterface
  public interface Renderer {
    /**
     * Writes a sample.
     *
     * @param sample from 0
     * @param target all zero where the sample goes
     * @param offset where it begins
     */
    void render(int sample, float[] target, int offset);
  }

  /**
   * A body of float32.
   *
   * @param samples N
   * @param sampleLength numbers of one sample
   */
  public NpyBlocks(int samples, int sampleLength, Renderer renderer) {
    this.samples = samples;
    this.sampleLength = sampleLength;
    this.renderer = renderer;
  }

  @Override
  public void writeTo(NpySink sink) throws IOException {
    int most = Math.max(1, Math.min(MOST_SAMPLES, BLOCK_FLOATS / Math.max(1, sampleLength)));
    for (int from = 0; from < samples; from += most) {
      int start = from;
      int count = Math.min(most, samples - from);
      float[] block = new float[count * sampleLength];
      IntStream.range(0, count)
          .parallel()
          .forEach(n -> renderer.render(start + n, block, n * sampleLength));
      sink.floats(block, 0, block.length);
    }
  }
}
