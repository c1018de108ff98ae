package org.penumbra.preprocess;

import java.nio.FloatBuffer;
import java.util.function.UnaryOperator;

/** Samples of a stream, derived from the joints each time they are asked for. */
final class DerivedStore implements SampleStore {
  private final SampleStore joints;
  private final int length;
  private final UnaryOperator<float[]> derivation;

  /**
   * A stream of joints.
   *
   * @param length numbers of one sample
   * @param derivation makes a sample of the stream from one of the joints
   */
  DerivedStore(SampleStore joints, int length, UnaryOperator<float[]> derivation) {
    this.joints = joints;
    this.length = length;
    this.derivation = derivation;
  }

  @Override
  public void copyTo(int sample, float[] target, int offset) {
    System.arraycopy(derived(sample), 0, target, offset, length);
  }

  @Override
  public void copyTo(int sample, FloatBuffer target, int offset) {
    target.put(offset, derived(sample), 0, length);
  }

  private float[] derived(int sample) {
    float[] values = new float[length];
    joints.copyTo(sample, values, 0);
    return derivation.apply(values);
  }
}
