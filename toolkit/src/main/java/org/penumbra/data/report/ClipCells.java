package org.penumbra.data.report;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** The arrays of one clip, for going through all its joints quickly. */
final class ClipCells {
  private final float[] xyz; // (C, T, V, M)
  private final byte[] states; // (T, V, M)
  final SkeletonClip clip;
  final int frames;
  final int joints;
  final int bodies;

  ClipCells(SkeletonClip clip) {
    this.clip = clip;
    this.xyz = clip.toArray();
    this.states = clip.mask().toCodes();
    this.frames = clip.frames();
    this.joints = clip.mask().joints();
    this.bodies = clip.bodies();
  }

  byte state(int frame, int joint, int body) {
    return states[(frame * joints + joint) * bodies + body];
  }

  boolean isObserved(int frame, int joint, int body) {
    return state(frame, joint, body) == JointState.OBSERVED.code();
  }

  float at(int channel, int frame, int joint, int body) {
    return xyz[((channel * frames + frame) * joints + joint) * bodies + body];
  }

  boolean isZero(int frame, int joint, int body) {
    return at(0, frame, joint, body) == 0
        && at(1, frame, joint, body) == 0
        && at(2, frame, joint, body) == 0;
  }

  /** Metres between two joints of a body, each in a frame of its own. */
  double distance(int frame, int joint, int otherFrame, int otherJoint, int body) {
    double sum = 0;
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      double difference = (double) at(c, frame, joint, body) - at(c, otherFrame, otherJoint, body);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** Whether a body is there in a frame, seen or hidden. */
  boolean isThere(int frame, int body) {
    for (int v = 0; v < joints; v++) {
      if (state(frame, v, body) != JointState.ABSENT.code()) {
        return true;
      }
    }
    return false;
  }

  /** Number of bodies that are there in a frame. */
  int bodiesThere(int frame) {
    int there = 0;
    for (int m = 0; m < bodies; m++) {
      there += isThere(frame, m) ? 1 : 0;
    }
    return there;
  }

  /** Frames up to the last one in which anybody is there: without padding. */
  int length() {
    int length = frames;
    while (length > 0 && bodiesThere(length - 1) == 0) {
      length--;
    }
    return length;
  }
}
