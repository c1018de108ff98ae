package org.penumbra.preprocess;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * What an occluded joint looks like to a network. Absent frames and bodies are 0 in every policy,
 * as in the reference pipelines; no policy leaves NaN, which no network can read.
 */
public enum MissingValues {
  /**
   * 0 before centring, as in the papers' data: after centring such a joint stands at minus the
   * centre, and is then turned with the body. The default, to reproduce published settings.
   */
  AS_PUBLISHED("hidden joints stand at 0, on the camera, as in the papers' data") {
    @Override
    void place(SkeletonClip clip, Frames frames) {
      // All missing joints are 0 already.
    }
  },
  /** On the centre joint of its frame; on the camera if the centre is hidden too. */
  AT_CENTRE("hidden joints stand on the centre joint of their frame, or at 0 if that is hidden") {
    @Override
    void place(SkeletonClip clip, Frames frames) {
      int centre = clip.layout().centre();
      forEachOccluded(
          clip,
          frames,
          (t, v, m, before, after) -> {
            if (clip.mask().isObserved(t, centre, m)) {
              frames.copyJoint(t, centre, t, v, m);
            }
          });
    }
  },
  /** Where it was last seen; before its first sighting, where it is first seen; else 0. */
  HOLD("hidden joints stay where they were last seen, or else are first seen, or else at 0") {
    @Override
    void place(SkeletonClip clip, Frames frames) {
      forEachOccluded(
          clip,
          frames,
          (t, v, m, before, after) -> {
            int seen = before >= 0 ? before : after;
            if (seen >= 0) {
              frames.copyJoint(seen, v, t, v, m);
            }
          });
    }
  },
  /**
   * On the straight way, at even speed, from its last sighting to its next; held before the first
   * and after the last sighting; 0 if it is never seen.
   */
  INTERPOLATE(
      "hidden joints move evenly from their last sighting to the next, held at the ends; 0 if"
          + " never seen") {
    @Override
    void place(SkeletonClip clip, Frames frames) {
      forEachOccluded(
          clip,
          frames,
          (t, v, m, before, after) -> {
            if (before >= 0 && after >= 0) {
              double weight = (double) (t - before) / (after - before);
              for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
                double from = frames.at(c, before, v, m);
                frames.set(c, t, v, m, from + weight * (frames.at(c, after, v, m) - from));
              }
            } else if (before >= 0 || after >= 0) {
              frames.copyJoint(Math.max(before, after), v, t, v, m);
            }
          });
    }
  };

  private final String sentence;

  MissingValues(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence: where hidden joints stand. */
  public String describe() {
    return sentence;
  }

  /** Gives every joint that is not observed a place; what is seen does not change. */
  final void fill(SkeletonClip clip, Frames frames) {
    double[] values = frames.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.isNaN(values[i]) ? 0 : values[i];
    }
    place(clip, frames);
  }

  /** Moves occluded joints from 0 to their place. */
  abstract void place(SkeletonClip clip, Frames frames);

  @FunctionalInterface
  private interface CellAction {
    /** One hidden joint, and the frames of its last and next sighting, -1 where there is none. */
    void at(int frame, int joint, int body, int before, int after);
  }

  private static void forEachOccluded(SkeletonClip clip, Frames frames, CellAction action) {
    int[] after = new int[frames.length()];
    for (int v = 0; v < frames.joints(); v++) {
      for (int m = 0; m < frames.bodies(); m++) {
        int next = -1;
        for (int t = after.length - 1; t >= 0; t--) {
          next = clip.mask().isObserved(t, v, m) ? t : next;
          after[t] = next;
        }
        int before = -1;
        for (int t = 0; t < after.length; t++) {
          JointState state = clip.mask().state(t, v, m);
          if (state == JointState.OCCLUDED) {
            action.at(t, v, m, before, after[t]);
          } else if (state == JointState.OBSERVED) {
            before = t;
          }
        }
      }
    }
  }
}
