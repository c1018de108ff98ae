package org.penumbra.preprocess;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** Which position becomes the origin; each body has its own. */
public enum Centring {
  /**
   * The centre joint of the same frame: the body's path and height are lost. As published; where
   * the centre is hidden, its fill is subtracted, so that under {@link MissingValues#AS_PUBLISHED}
   * the frame stays where the camera saw it.
   */
  EVERY_FRAME {
    @Override
    void apply(Frames frames, SkeletonClip clip) {
      int centre = clip.layout().centre();
      for (int m = 0; m < frames.bodies(); m++) {
        for (int t = 0; t < frames.length(); t++) {
          subtract(frames, clip, t, m, origin(frames, t, centre, m));
        }
      }
    }
  },
  /**
   * The centre joint of the first frame that shows it: the body's path is kept. A body whose centre
   * is never seen stays where it is.
   */
  FIRST_FRAME {
    @Override
    void apply(Frames frames, SkeletonClip clip) {
      int centre = clip.layout().centre();
      for (int m = 0; m < frames.bodies(); m++) {
        int seen = firstSighting(clip, frames.length(), centre, m);
        if (seen >= 0) {
          double[] origin = origin(frames, seen, centre, m);
          for (int t = 0; t < frames.length(); t++) {
            subtract(frames, clip, t, m, origin);
          }
        }
      }
    }
  };

  /** Subtracts the origin from every joint that is not absent, in place; what is absent stays 0. */
  abstract void apply(Frames frames, SkeletonClip clip);

  private static double[] origin(Frames frames, int frame, int centre, int body) {
    double[] origin = new double[SkeletonClip.CHANNELS];
    for (int c = 0; c < origin.length; c++) {
      origin[c] = frames.at(c, frame, centre, body);
    }
    return origin;
  }

  private static void subtract(
      Frames frames, SkeletonClip clip, int frame, int body, double[] origin) {
    for (int v = 0; v < frames.joints(); v++) {
      if (clip.mask().state(frame, v, body) != JointState.ABSENT) {
        for (int c = 0; c < origin.length; c++) {
          frames.set(c, frame, v, body, frames.at(c, frame, v, body) - origin[c]);
        }
      }
    }
  }

  private static int firstSighting(SkeletonClip clip, int length, int joint, int body) {
    for (int t = 0; t < length; t++) {
      if (clip.mask().isObserved(t, joint, body)) {
        return t;
      }
    }
    return -1;
  }
}
