package org.penumbra.preprocess;

import java.nio.FloatBuffer;
import org.penumbra.data.format.numpy.NumpyArray;

/** Samples in a mapped file. */
final class MappedStore implements SampleStore {
  private final NumpyArray array;
  private final int length;

  MappedStore(NumpyArray array, int length) {
    this.array = array;
    this.length = length;
  }

  @Override
  public void copyTo(int sample, float[] target, int offset) {
    array.copyFloats((long) sample * length, target, offset, length);
  }

  @Override
  public void copyTo(int sample, FloatBuffer target, int offset) {
    array.copyFloats((long) sample * length, target, offset, length);
  }
}
