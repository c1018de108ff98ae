package org.penumbra.preprocess;

import java.util.Arrays;
import org.penumbra.skeleton.SkeletonLayout;

/** How a body is turned about the vertical axis so that its shoulders are parallel to x. */
public enum Alignment {
  /** As it stands before the camera. */
  NONE,
  /** Every frame by its own angle: global turning is lost. As published. */
  EVERY_FRAME,
  /** All frames by the angle of the first frame whose shoulders are apart: turning is kept. */
  ONCE;

  private static final double TINY = 1e-4; // metres; the reference's guard against division by zero

  /**
   * Turns every body in place. The angle is {@code acos(x / (|v| + 1e-4))} of the horizontal
   * shoulder line v, from left to right; its sign is one for the whole sequence of a body: negative
   * if the line's z sums to 0 or more.
   */
  void apply(Frames frames, SkeletonLayout layout) {
    if (this == NONE) {
      return;
    }
    for (int m = 0; m < frames.bodies(); m++) {
      double[] angles = angles(frames, layout, m);
      if (this == ONCE) {
        Arrays.fill(angles, firstTelling(frames, layout, m, angles));
      }
      for (int t = 0; t < angles.length; t++) {
        rotate(frames, t, m, angles[t]);
      }
    }
  }

  private static double[] angles(Frames frames, SkeletonLayout layout, int body) {
    double[] angles = new double[frames.length()];
    double depth = 0;
    for (int t = 0; t < angles.length; t++) {
      double x = shoulders(frames, layout, 0, t, body);
      double z = shoulders(frames, layout, 2, t, body);
      angles[t] = StrictMath.acos(x / (Math.sqrt(x * x + z * z) + TINY));
      depth += z;
    }
    if (depth >= 0) {
      for (int t = 0; t < angles.length; t++) {
        angles[t] = -angles[t];
      }
    }
    return angles;
  }

  private static double firstTelling(
      Frames frames, SkeletonLayout layout, int body, double[] angles) {
    for (int t = 0; t < angles.length; t++) {
      double x = shoulders(frames, layout, 0, t, body);
      double z = shoulders(frames, layout, 2, t, body);
      if (x * x + z * z > TINY * TINY) {
        return angles[t];
      }
    }
    return 0;
  }

  private static double shoulders(
      Frames frames, SkeletonLayout layout, int channel, int frame, int body) {
    return frames.at(channel, frame, layout.rightShoulder(), body)
        - frames.at(channel, frame, layout.leftShoulder(), body);
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
