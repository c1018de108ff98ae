package org.penumbra.preprocess;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * What an occluded joint looks like to a network. Absent frames and bodies are 0 in every policy,
 * as in the reference pipelines.
 */
public enum MissingValues {
  /**
   * 0 before centring, as in the papers' data: after centring such a joint stands at minus the
   * centre, and is then turned with the body. The default, to reproduce published settings.
   */
  AS_PUBLISHED {
    @Override
    void fill(SkeletonClip clip, Frames frames) {
      // Frames.of starts every joint that is not observed at 0.
    }
  },
  /** On the centre joint of its frame; on the camera if the centre is hidden too. */
  AT_CENTRE {
    @Override
    void fill(SkeletonClip clip, Frames frames) {
      int centre = clip.layout().centre();
      forEachOccluded(
          clip,
          frames,
          (t, v, m) -> {
            if (clip.mask().isObserved(t, centre, m)) {
              frames.copyJoint(t, centre, t, v, m);
            }
          });
    }
  },
  /** Where it was last seen; before its first sighting, where it is first seen; else 0. */
  HOLD {
    @Override
    void fill(SkeletonClip clip, Frames frames) {
      forEachOccluded(
          clip,
          frames,
          (t, v, m) -> {
            int seen = nearestSighting(clip, t, v, m);
            if (seen >= 0) {
              frames.copyJoint(seen, v, t, v, m);
            }
          });
    }
  };

  abstract void fill(SkeletonClip clip, Frames frames);

  @FunctionalInterface
  private interface CellAction {
    void at(int frame, int joint, int body);
  }

  private static void forEachOccluded(SkeletonClip clip, Frames frames, CellAction action) {
    for (int t = 0; t < frames.length(); t++) {
      for (int v = 0; v < frames.joints(); v++) {
        for (int m = 0; m < frames.bodies(); m++) {
          if (clip.mask().state(t, v, m) == JointState.OCCLUDED) {
            action.at(t, v, m);
          }
        }
      }
    }
  }

  private static int nearestSighting(SkeletonClip clip, int frame, int joint, int body) {
    for (int t = frame; t >= 0; t--) {
      if (clip.mask().isObserved(t, joint, body)) {
        return t;
      }
    }
    for (int t = frame; t < clip.frames(); t++) {
      if (clip.mask().isObserved(t, joint, body)) {
        return t;
      }
    }
    return -1;
  }
}
