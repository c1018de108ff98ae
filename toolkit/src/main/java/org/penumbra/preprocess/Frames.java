package org.penumbra.preprocess;

import org.penumbra.data.SkeletonClip;

/**
 * The working array of pre-processing: (C, T, V, M) in double precision, changed in place by one
 * step after the other. Every joint that is not observed starts at 0.
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

  /** All frames of a clip, with the clip's own number of bodies. */
  static Frames of(SkeletonClip clip) {
    Frames frames = new Frames(clip.frames(), clip.layout().size(), clip.bodies());
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      for (int t = 0; t < frames.length; t++) {
        for (int v = 0; v < frames.joints; v++) {
          for (int m = 0; m < frames.bodies; m++) {
            if (clip.mask().isObserved(t, v, m)) {
              frames.set(c, t, v, m, clip.at(c, t, v, m));
            }
          }
        }
      }
    }
    return frames;
  }

  /** The first frames alone. */
  Frames first(int count) {
    Frames head = new Frames(count, joints, bodies);
    int row = joints * bodies;
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      System.arraycopy(values, c * length * row, head.values, c * count * row, count * row);
    }
    return head;
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

  private int index(int channel, int frame, int joint, int body) {
    return ((channel * length + frame) * joints + joint) * bodies + body;
  }
}
