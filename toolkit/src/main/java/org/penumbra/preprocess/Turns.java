package org.penumbra.preprocess;

import java.util.Arrays;
import org.penumbra.skeleton.SkeletonLayout;

/** Angles of the shoulder line in the x-z plane, and turning. */
final class Turns {
  private static final double TINY = 1e-4; // metres; the reference's guard against division by zero

  private Turns() {}

  /** One angle per frame, all with the sign that the whole sequence gets. */
  static double[] publishedAngles(Frames frames, SkeletonLayout layout, int body) {
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

  /** The angle that turns this frame's shoulder line to x; 0 if it has no length. */
  static double trueAngle(Frames frames, SkeletonLayout layout, int frame, int body) {
    double x = shoulders(frames, layout, 0, frame, body);
    double z = shoulders(frames, layout, 2, frame, body);
    return x * x + z * z > TINY * TINY ? -StrictMath.atan2(z, x) : 0;
  }

  /** The angle of the first frame that shows both shoulders apart; NaN if none does. */
  static double firstAngle(WorkingClip work, int body) {
    int left = work.layout().leftShoulder();
    int right = work.layout().rightShoulder();
    for (int t = 0; t < work.counted(); t++) {
      if (work.isObserved(t, left, body) && work.isObserved(t, right, body)) {
        double x = work.seen(0, t, right, body) - work.seen(0, t, left, body);
        double z = work.seen(2, t, right, body) - work.seen(2, t, left, body);
        if (x * x + z * z > TINY * TINY) {
          return z < 0 ? angle(x, z) : -angle(x, z);
        }
      }
    }
    return Double.NaN;
  }

  /**
   * The directions that become x, y and z, each of length 1: y up the spine, x along the part of
   * the shoulder line that is square to it. From the first body and frame that show them; null if
   * none does.
   */
  static double[][] uprightAxes(WorkingClip work, Torso torso) {
    for (int m = 0; m < work.bodies(); m++) {
      for (int t = 0; t < work.counted(); t++) {
        if (torso.isObserved(work, t, m)) {
          double[] spine = torso.spine(work, t, m);
          double[] shoulders =
              Vectors.minus(
                  work.seen(t, torso.rightShoulder(), m), work.seen(t, torso.leftShoulder(), m));
          double[][] axes = axes(spine, shoulders);
          if (axes != null) {
            return axes;
          }
        }
      }
    }
    return null;
  }

  private static double[][] axes(double[] spine, double[] shoulders) {
    double height = Vectors.length(spine);
    if (height <= TINY) {
      return null;
    }
    double[] y = Vectors.times(1 / height, spine);
    double[] square = Vectors.minus(shoulders, Vectors.times(Vectors.dot(shoulders, y), y));
    double width = Vectors.length(square);
    if (width <= TINY) {
      return null;
    }
    double[] x = Vectors.times(1 / width, square);
    return new double[][] {x, y, Vectors.cross(x, y)};
  }

  static void turnAll(Frames frames, int body, double angle) {
    for (int t = 0; t < frames.length(); t++) {
      turn(frames, t, body, angle);
    }
  }

  /** Turns one frame of one body about the vertical. */
  static void turn(Frames frames, int frame, int body, double angle) {
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    for (int v = 0; v < frames.joints(); v++) {
      double x = frames.at(0, frame, v, body);
      double z = frames.at(2, frame, v, body);
      frames.set(0, frame, v, body, cos * x - sin * z);
      frames.set(2, frame, v, body, sin * x + cos * z);
    }
  }

  /** Writes every joint of every body along new axes. */
  static void rotate(Frames frames, double[][] axes) {
    for (int t = 0; t < frames.length(); t++) {
      for (int v = 0; v < frames.joints(); v++) {
        for (int m = 0; m < frames.bodies(); m++) {
          double[] place = frames.place(t, v, m);
          for (int c = 0; c < axes.length; c++) {
            frames.set(c, t, v, m, Vectors.dot(axes[c], place));
          }
        }
      }
    }
  }

  private static double shoulders(
      Frames frames, SkeletonLayout layout, int channel, int frame, int body) {
    return frames.at(channel, frame, layout.rightShoulder(), body)
        - frames.at(channel, frame, layout.leftShoulder(), body);
  }

  private static double angle(double x, double z) {
    return StrictMath.acos(x / (Math.sqrt(x * x + z * z) + TINY));
  }
}
