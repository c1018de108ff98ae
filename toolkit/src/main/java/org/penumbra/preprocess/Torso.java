package org.penumbra.preprocess;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The torso of a layout: from the middle of the hips to the middle of the shoulders. Hips are the
 * joints named {@code left hip} and {@code right hip}.
 */
record Torso(int leftHip, int rightHip, int leftShoulder, int rightShoulder) {
  private static final List<String> HIPS = List.of("left hip", "right hip");

  /**
   * Finds the torso.
   *
   * @param option what needs it, for the message
   * @throws InvalidOptionException if the layout has no hips
   */
  static Torso of(String option, SkeletonLayout layout) {
    List<String> names = layout.joints().stream().map(Joint::name).toList();
    if (!names.containsAll(HIPS)) {
      throw new InvalidOptionException(
          "layout for " + option, "one with joints 'left hip' and 'right hip'", layout.name());
    }
    return new Torso(
        names.indexOf(HIPS.get(0)),
        names.indexOf(HIPS.get(1)),
        layout.leftShoulder(),
        layout.rightShoulder());
  }

  boolean isObserved(WorkingClip work, int frame, int body) {
    return work.isObserved(frame, leftHip, body)
        && work.isObserved(frame, rightHip, body)
        && work.isObserved(frame, leftShoulder, body)
        && work.isObserved(frame, rightShoulder, body);
  }

  /** From hips to shoulders in metres, where the clip saw them. */
  double[] spine(WorkingClip work, int frame, int body) {
    double[] hips = middle(work.seen(frame, leftHip, body), work.seen(frame, rightHip, body));
    double[] shoulders =
        middle(work.seen(frame, leftShoulder, body), work.seen(frame, rightShoulder, body));
    return Vectors.minus(shoulders, hips);
  }

  private static double[] middle(double[] a, double[] b) {
    return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2};
  }
}
