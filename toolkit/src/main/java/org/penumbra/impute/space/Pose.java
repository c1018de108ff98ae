package org.penumbra.impute.space;

import org.penumbra.data.SkeletonClip;

/**
 * Where a body stands in every frame of a clip and how it is turned: the way into a space and back,
 * {@code x' = R (x - o)} and {@code x = R^T x' + o}.
 */
final class Pose {
  private final double[] origins; // (L, C), metres; null for the camera
  private final double cos;
  private final double sin;

  private Pose(double[] origins, double angle) {
    this.origins = origins;
    this.cos = StrictMath.cos(angle);
    this.sin = StrictMath.sin(angle);
  }

  /** The camera's own frame. */
  static Pose camera() {
    return new Pose(null, 0);
  }

  /** Relative to a track (L, C), turned about the vertical. */
  static Pose of(double[] track, double angle) {
    return new Pose(track, angle);
  }

  /** From the camera frame into the space, in place. */
  void enter(int frame, double[] place) {
    for (int c = 0; origins != null && c < SkeletonClip.CHANNELS; c++) {
      place[c] -= origins[SkeletonClip.CHANNELS * frame + c];
    }
    turn(place, sin);
  }

  /** From the space back into the camera frame, in place. */
  void leave(int frame, double[] place) {
    turn(place, -sin);
    for (int c = 0; origins != null && c < SkeletonClip.CHANNELS; c++) {
      place[c] += origins[SkeletonClip.CHANNELS * frame + c];
    }
  }

  private void turn(double[] place, double by) {
    double x = place[0];
    double z = place[2];
    place[0] = cos * x - by * z;
    place[2] = by * x + cos * z;
  }
}
