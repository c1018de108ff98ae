package org.penumbra.preprocess;

import java.nio.FloatBuffer;

/** Some samples of a store, in an order of their own. */
final class SelectedStore implements SampleStore {
  private final SampleStore all;
  private final int[] samples;

  SelectedStore(SampleStore all, int[] samples) {
    this.all = all;
    this.samples = samples.clone();
  }

  @Override
  public void copyTo(int sample, float[] target, int offset) {
    all.copyTo(samples[sample], target, offset);
  }

  @Override
  public void copyTo(int sample, FloatBuffer target, int offset) {
    all.copyTo(samples[sample], target, offset);
  }
}
