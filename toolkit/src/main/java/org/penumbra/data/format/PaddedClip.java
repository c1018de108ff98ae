package org.penumbra.data.format;

import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A clip out of an array that is filled up with zeros: a body whose joints are all exactly zero in
 * a frame is ABSENT there; frames and bodies at the end that are absent throughout are left away,
 * except for the first.
 */
final class PaddedClip {
  private final float[] values;
  private final int frames;
  private final int bodies;

  /**
   * Of an array that is not changed afterwards.
   *
   * @param values (C, T, V, M), T and M filled up
   * @param frames T
   * @param bodies M
   */
  PaddedClip(float[] values, int frames, int bodies) {
    this.values = values;
    this.frames = frames;
    this.bodies = bodies;
  }

  /**
   * The clip.
   *
   * @param place file and sample, for messages
   * @param nan whether NaN means OCCLUDED; otherwise it is refused
   * @param zero whether zero in a body that is there means OCCLUDED
   */
  SkeletonClip clip(String place, ClipInfo info, SkeletonLayout layout, boolean nan, boolean zero) {
    int joints = layout.size();
    byte[] states = new byte[frames * joints * bodies];
    int lastFrame = 0;
    int lastBody = 0;
    for (int t = 0; t < frames; t++) {
      for (int m = 0; m < bodies; m++) {
        boolean there = false;
        for (int v = 0; v < joints; v++) {
          there |= !isZero((t * joints + v) * bodies + m);
        }
        if (there) {
          lastFrame = t;
          lastBody = Math.max(lastBody, m);
        }
        for (int v = 0; v < joints; v++) {
          int cell = (t * joints + v) * bodies + m;
          boolean hidden = there && (isNan(place, cell, t, v, m, nan) || (zero && isZero(cell)));
          JointState state =
              !there ? JointState.ABSENT : hidden ? JointState.OCCLUDED : JointState.OBSERVED;
          states[cell] = state.code();
        }
      }
    }
    return trimmed(info, layout, states, lastFrame + 1, lastBody + 1);
  }

  private int cells() {
    return values.length / SkeletonClip.CHANNELS;
  }

  private boolean isZero(int cell) {
    int cells = cells();
    return values[cell] == 0 && values[cell + cells] == 0 && values[cell + 2 * cells] == 0;
  }

  private boolean isNan(String place, int cell, int frame, int joint, int body, boolean allowed) {
    int finite = 0;
    int nan = 0;
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      float value = values[c * cells() + cell];
      finite += Float.isFinite(value) ? 1 : 0;
      nan += Float.isNaN(value) ? 1 : 0;
    }
    if (finite == SkeletonClip.CHANNELS || (allowed && nan == SkeletonClip.CHANNELS)) {
      return nan > 0;
    }
    throw new DataFormatException(
        place + ", frame " + frame + ", joint " + joint + ", body " + body,
        "expected three finite numbers"
            + (allowed ? " or three NaN" : "")
            + ", found "
            + values[cell]
            + ", "
            + values[cells() + cell]
            + ", "
            + values[2 * cells() + cell]
            + (allowed || nan == 0
                ? "."
                : "; NaN is read from *_data_nan.npy beside *_data.npy only."));
  }

  private SkeletonClip trimmed(
      ClipInfo info, SkeletonLayout layout, byte[] states, int length, int people) {
    int joints = layout.size();
    float[] kept = new float[SkeletonClip.CHANNELS * length * joints * people];
    byte[] codes = new byte[length * joints * people];
    for (int row = 0; row < length * joints; row++) {
      System.arraycopy(states, row * bodies, codes, row * people, people);
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        int from = (c * frames * joints + row) * bodies;
        System.arraycopy(values, from, kept, (c * length * joints + row) * people, people);
      }
    }
    JointMask mask = JointMask.ofCodes(length, joints, people, codes);
    return SkeletonClip.of(info, layout, kept, mask);
  }
}
