package org.penumbra.preprocess;

import java.util.Arrays;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** How a body is turned about the vertical axis so that its shoulders are parallel to x. */
public enum Alignment {
  /** As it stands before the camera. */
  NONE {
    @Override
    void apply(Frames frames, SkeletonClip clip) {
      // Nothing is turned.
    }
  },
  /**
   * Every frame by its own angle: global turning is lost. As published: the angle is {@code acos(x
   * / (|v| + 1e-4))} of the horizontal shoulder line v, from left to right, and its sign is one for
   * the whole sequence of a body, negative if the line's z sums to 0 or more.
   */
  EVERY_FRAME {
    @Override
    void apply(Frames frames, SkeletonClip clip) {
      for (int m = 0; m < frames.bodies(); m++) {
        double[] angles = publishedAngles(frames, clip.layout(), m);
        for (int t = 0; t < angles.length; t++) {
          rotate(frames, t, m, angles[t]);
        }
      }
    }
  },
  /**
   * All frames by one angle, that of the first frame that shows both shoulders apart: turning is
   * kept. A body that never shows them is not turned.
   */
  ONCE {
    @Override
    void apply(Frames frames, SkeletonClip clip) {
      for (int m = 0; m < frames.bodies(); m++) {
        double angle = firstAngle(clip, m);
        for (int t = 0; t < frames.length(); t++) {
          rotate(frames, t, m, angle);
        }
      }
    }
  };

  private static final double TINY = 1e-4; // metres; the reference's guard against division by zero

  /**
   * Turns every body in place.
   *
   * @param frames resized and centred
   * @param clip where the frames come from
   */
  abstract void apply(Frames frames, SkeletonClip clip);

  private static double[] publishedAngles(Frames frames, SkeletonLayout layout, int body) {
    double[] angles = new double[frames.length()];
    double depth = 0;
    for (int t = 0; t < angles.length; t++) {
      double x = shoulders(frames, layout, 0, t, body);
      double z = shoulders(frames, layout, 2, t, body);
      angles[t] = angle(x, z);
      depth += z;
    }
    return depth < 0 ? angles : Arrays.stream(angles).map(angle -> -angle).toArray();
  }

  private static double shoulders(
      Frames frames, SkeletonLayout layout, int channel, int frame, int body) {
    return frames.at(channel, frame, layout.rightShoulder(), body)
        - frames.at(channel, frame, layout.leftShoulder(), body);
  }

  private static double firstAngle(SkeletonClip clip, int body) {
    int left = clip.layout().leftShoulder();
    int right = clip.layout().rightShoulder();
    for (int t = 0; t < clip.frames(); t++) {
      if (clip.mask().isObserved(t, left, body) && clip.mask().isObserved(t, right, body)) {
        double x = clip.at(0, t, right, body) - clip.at(0, t, left, body);
        double z = clip.at(2, t, right, body) - clip.at(2, t, left, body);
        if (x * x + z * z > TINY * TINY) {
          return z < 0 ? angle(x, z) : -angle(x, z);
        }
      }
    }
    return 0;
  }

  private static double angle(double x, double z) {
    return StrictMath.acos(x / (Math.sqrt(x * x + z * z) + TINY));
  }

  private static void rotate(Frames frames, int frame, int body, double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    for (int v = 0; v < frames.joints(); v++) {
      double x = frames.at(0, frame, v, body);
      double z = frames.at(2, frame, v, body);
      frames.set(0, frame, v, body, cos * x - sin * z);
      frames.set(2, frame, v, body, sin * x + cos * z);
    }
  }
}
