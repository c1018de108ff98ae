package org.penumbra.impute.space;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** Coordinates and states of a clip in plain arrays, up to the last frame with a body. */
final class ClipValues {
  private final float[] values;
  private final byte[] states;
  private final int joints;
  private final int bodies;
  private final int length;

  ClipValues(SkeletonClip clip) {
    values = clip.toArray();
    states = clip.mask().toCodes();
    joints = clip.layout().size();
    bodies = clip.bodies();
    int last = states.length - 1;
    while (last >= 0 && states[last] == JointState.ABSENT.code()) {
      last--;
    }
    length = last < 0 ? 0 : last / (joints * bodies) + 1;
  }

  /** Number of frames up to the last with a body, L. */
  int length() {
    return length;
  }

  int joints() {
    return joints;
  }

  int bodies() {
    return bodies;
  }

  float at(int channel, int frame, int joint, int body) {
    return values[channel * states.length + cell(frame, joint, body)];
  }

  boolean isObserved(int frame, int joint, int body) {
    return states[cell(frame, joint, body)] == JointState.OBSERVED.code();
  }

  boolean isHidden(int frame, int joint, int body) {
    return states[cell(frame, joint, body)] == JointState.OCCLUDED.code();
  }

  boolean isAbsent(int frame, int joint, int body) {
    return states[cell(frame, joint, body)] == JointState.ABSENT.code();
  }

  /** Whether any joint of the body is observed in any frame. */
  boolean isSeen(int body) {
    for (int i = body; i < length * joints * bodies; i += bodies) {
      if (states[i] == JointState.OBSERVED.code()) {
        return true;
      }
    }
    return false;
  }

  private int cell(int frame, int joint, int body) {
    return (frame * joints + joint) * bodies + body;
  }
}
