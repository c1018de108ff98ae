package org.penumbra.preprocess;

import org.penumbra.data.SkeletonClip;

/**
 * The working array of pre-processing: (C, T, V, M) in double precision, changed in place by one
 * step after the other.
 */
final class Frames {
  private final int length;
  private final int joints;
  private final int bodies;
  private final double[] values;

  Frames(int length, int joints, int bodies) {
    this.length = length;
    this.joints = joints;
    this.bodies = bodies;
    this.values = new double[SkeletonClip.CHANNELS * length * joints * bodies];
  }

  /**
   * All of a clip; every joint that is not observed is NaN until {@link MissingValues} fills it.
   */
  static Frames of(SkeletonClip clip) {
    Frames frames = new Frames(clip.frames(), clip.layout().size(), clip.bodies());
    float[] source = clip.toArray();
    for (int i = 0; i < source.length; i++) {
      frames.values[i] = source[i];
    }
    return frames;
  }

  /** Some frames alone, in the order given. */
  Frames rows(int[] rows) {
    Frames kept = new Frames(rows.length, joints, bodies);
    int row = joints * bodies;
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(
            values, (c * length + rows[i]) * row, kept.values, (c * rows.length + i) * row, row);
      }
    }
    return kept;
  }

  /** The first bodies alone. */
  Frames firstBodies(int count) {
    Frames kept = new Frames(length, joints, count);
    for (int row = 0; row < SkeletonClip.CHANNELS * length * joints; row++) {
      System.arraycopy(values, row * bodies, kept.values, row * count, count);
    }
    return kept;
  }

  int length() {
    return length;
  }

  int joints() {
    return joints;
  }

  int bodies() {
    return bodies;
  }

  /** The array itself, (C, T, V, M). */
  double[] values() {
    return values;
  }

  double at(int channel, int frame, int joint, int body) {
    return values[index(channel, frame, joint, body)];
  }

  void set(int channel, int frame, int joint, int body, double value) {
    values[index(channel, frame, joint, body)] = value;
  }

  /** The place of one joint, (x, y, z). */
  double[] place(int frame, int joint, int body) {
    double[] place = new double[SkeletonClip.CHANNELS];
    for (int c = 0; c < place.length; c++) {
      place[c] = at(c, frame, joint, body);
    }
    return place;
  }

  void copyJoint(int fromFrame, int fromJoint, int toFrame, int toJoint, int body) {
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      set(c, toFrame, toJoint, body, at(c, fromFrame, fromJoint, body));
    }
  }

  /**
   * Writes (C, T, V, M) for a possibly larger number of bodies; bodies that are not here stay 0.
   */
  void copyTo(float[] target, int offset, int targetBodies) {
    for (int row = 0; row < SkeletonClip.CHANNELS * length * joints; row++) {
      for (int m = 0; m < bodies; m++) {
        target[offset + row * targetBodies + m] = (float) values[row * bodies + m];
      }
    }
  }

  /** A float copy, (C, T, V, M). */
  float[] toFloats() {
    float[] copy = new float[values.length];
    copyTo(copy, 0, bodies);
    return copy;
  }

  private int index(int channel, int frame, int joint, int body) {
    return ((channel * length + frame) * joints + joint) * bodies + body;
  }
}
