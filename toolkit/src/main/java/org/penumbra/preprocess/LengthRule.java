package org.penumbra.preprocess;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** How many leading frames of a clip count as its length. */
public enum LengthRule {
  /** Up to the last frame in which any body is there, hidden or not. The default. */
  FRAME_COUNT {
    @Override
    int length(SkeletonClip clip) {
      for (int t = clip.frames() - 1; t >= 0; t--) {
        if (anyPresent(clip, t)) {
          return t + 1;
        }
      }
      return 0;
    }
  },
  /**
   * The number of frames in which joint 0 of body 0 is observed, counted anywhere but taken from
   * the start, as the released CrosSCLR code does. Real frames at the end are lost where that joint
   * is hidden.
   */
  FIRST_JOINT_OBSERVED {
    @Override
    int length(SkeletonClip clip) {
      int length = 0;
      for (int t = 0; t < clip.frames(); t++) {
        length += clip.mask().isObserved(t, 0, 0) ? 1 : 0;
      }
      return length;
    }
  };

  abstract int length(SkeletonClip clip);

  private static boolean anyPresent(SkeletonClip clip, int frame) {
    for (int v = 0; v < clip.layout().size(); v++) {
      for (int m = 0; m < clip.bodies(); m++) {
        if (clip.mask().state(frame, v, m) != JointState.ABSENT) {
          return true;
        }
      }
    }
    return false;
  }
}
