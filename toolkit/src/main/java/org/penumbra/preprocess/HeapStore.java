package org.penumbra.preprocess;

import java.nio.FloatBuffer;

/** Samples in one array. */
final class HeapStore implements SampleStore {
  private final float[] values;
  private final int length;

  HeapStore(float[] values, int length) {
    this.values = values;
    this.length = length;
  }

  float[] values() {
    return values;
  }

  @Override
  public void copyTo(int sample, float[] target, int offset) {
    System.arraycopy(values, sample * length, target, offset, length);
  }

  @Override
  public void copyTo(int sample, FloatBuffer target, int offset) {
    target.put(offset, values, sample * length, length);
  }
}
