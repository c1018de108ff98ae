package org.penumbra.data.format;

import org.penumbra.core.DataFormatException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** Coordinates of one sample as they stand in the file, (C, T, V, M). */
final class NpzClip {
  private final String place;
  private final float[] values;
  private final int frames;
  private final int joints;
  private final int bodies;

  NpzClip(String place, float[] values, int frames, int joints, int bodies) {
    this.place = place;
    this.values = values;
    this.frames = frames;
    this.joints = joints;
    this.bodies = bodies;
  }

  /** NaN is occluded; a body that is NaN in the whole clip is absent. */
  byte[] guessedStates() {
    byte[] codes = new byte[frames * joints * bodies];
    boolean[] there = new boolean[bodies];
    for (int cell = 0; cell < codes.length; cell++) {
      boolean missing = isMissing(cell);
      codes[cell] = (missing ? JointState.OCCLUDED : JointState.OBSERVED).code();
      there[cell % bodies] |= !missing;
    }
    for (int cell = 0; cell < codes.length; cell++) {
      if (!there[cell % bodies]) {
        codes[cell] = JointState.ABSENT.code();
      }
    }
    return codes;
  }

  private boolean isMissing(int cell) {
    int cells = values.length / SkeletonClip.CHANNELS;
    return Float.isNaN(values[cell])
        && Float.isNaN(values[cell + cells])
        && Float.isNaN(values[cell + 2 * cells]);
  }

  /** Number of frames up to the last one with a coordinate. */
  int seenFrames(byte... codes) {
    for (int cell = codes.length - 1; cell >= 0; cell--) {
      if (codes[cell] != JointState.ABSENT.code() && !isMissing(cell)) {
        return cell / (joints * bodies) + 1;
      }
    }
    return 0;
  }

  /** Number of bodies up to the last one that is there, at least 1. */
  int seenBodies(byte... codes) {
    int most = 1;
    for (int cell = 0; cell < codes.length; cell++) {
      if (codes[cell] != JointState.ABSENT.code()) {
        most = Math.max(most, cell % bodies + 1);
      }
    }
    return most;
  }

  /** An observed joint has three finite numbers. */
  void check(int cell, int code) {
    int cells = values.length / SkeletonClip.CHANNELS;
    for (int c = 0; c < SkeletonClip.CHANNELS && code == JointState.OBSERVED.code(); c++) {
      float value = values[c * cells + cell];
      if (!Float.isFinite(value)) {
        throw new DataFormatException(
            place
                + ", frame "
                + cell / bodies / joints
                + ", joint "
                + cell / bodies % joints
                + ", body "
                + cell % bodies,
            "expected three finite numbers, or three NaN for a joint that is not observed, found "
                + value
                + ".");
      }
    }
  }
}
