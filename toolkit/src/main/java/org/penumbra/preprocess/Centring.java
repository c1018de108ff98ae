package org.penumbra.preprocess;

import org.penumbra.data.SkeletonClip;

/** Which position becomes the origin; each body has its own. */
public enum Centring {
  /** The centre joint of the same frame: the body's path and height are lost. As published. */
  EVERY_FRAME {
    @Override
    int frameOfOrigin(int frame) {
      return frame;
    }
  },
  /** The centre joint of the first frame: the body's path is kept. */
  FIRST_FRAME {
    @Override
    int frameOfOrigin(int frame) {
      return 0;
    }
  };

  abstract int frameOfOrigin(int frame);

  /** Subtracts the origin from every joint, in place. A body that is all 0 stays 0. */
  void apply(Frames frames, int centre) {
    for (int m = 0; m < frames.bodies(); m++) {
      for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
        double[] origin = new double[frames.length()];
        for (int t = 0; t < origin.length; t++) {
          origin[t] = frames.at(c, frameOfOrigin(t), centre, m);
        }
        for (int t = 0; t < origin.length; t++) {
          for (int v = 0; v < frames.joints(); v++) {
            frames.set(c, t, v, m, frames.at(c, t, v, m) - origin[t]);
          }
        }
      }
    }
  }
}
