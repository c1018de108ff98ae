package org.penumbra.impute;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/** What one clip adds to an {@link ImputationQuality}: counts and sums in millimetres. */
final class ErrorSums {
  private static final double MILLIMETRES = 1000;

  final long[] filledByJoint;
  final long[] leftByJoint;
  final double[] errorByJoint;
  final long[] filledByGap = new long[GapLength.values().length];
  final long[] leftByGap = new long[GapLength.values().length];
  final double[] errorByGap = new double[GapLength.values().length];
  final ErrorHistogram histogram = new ErrorHistogram();
  long bones;
  double boneError;
  double jerk;
  double trueJerk;

  ErrorSums(SkeletonLayout layout) {
    filledByJoint = new long[layout.size()];
    leftByJoint = new long[layout.size()];
    errorByJoint = new double[layout.size()];
  }

  /** Of one completed clip whose truth is known. */
  static ErrorSums of(SkeletonClip clip) {
    ErrorSums sums = new ErrorSums(clip.layout());
    SkeletonClip truth = clip.truth().orElseThrow();
    for (int m = 0; m < clip.bodies(); m++) {
      for (int v = 0; v < clip.layout().size(); v++) {
        sums.addJoint(clip, truth, v, m);
        sums.addJerk(clip, truth, v, m);
      }
      for (Bone bone : clip.layout().bones()) {
        sums.addBone(clip, truth, bone, m);
      }
    }
    return sums;
  }

  private void addJoint(SkeletonClip clip, SkeletonClip truth, int joint, int body) {
    SkeletonClip before = clip.incomplete().orElse(clip);
    boolean ever = false;
    for (int t = 0; t < clip.frames(); t++) {
      ever |= before.mask().isObserved(t, joint, body);
    }
    int to;
    for (int from = 0; from < clip.frames(); from = Math.max(from + 1, to)) {
      to = from;
      while (to < clip.frames() && before.mask().state(to, joint, body) == JointState.OCCLUDED) {
        to++;
      }
      for (int t = from; t < to; t++) {
        if (truth.mask().isObserved(t, joint, body)) {
          GapLength gap = ever ? GapLength.of(to - from) : GapLength.WHOLE_CLIP;
          add(clip, truth, t, joint, body, gap.index());
        }
      }
    }
  }

  private void add(SkeletonClip clip, SkeletonClip truth, int t, int v, int m, int gap) {
    if (!clip.mask().isObserved(t, v, m)) {
      leftByJoint[v]++;
      leftByGap[gap]++;
      return;
    }
    double error =
        MILLIMETRES * Vectors.length(Vectors.minus(at(clip, t, v, m), at(truth, t, v, m)));
    filledByJoint[v]++;
    errorByJoint[v] += error;
    filledByGap[gap]++;
    errorByGap[gap] += error;
    histogram.add(error);
  }

  private void addBone(SkeletonClip clip, SkeletonClip truth, Bone bone, int m) {
    for (int t = 0; t < clip.frames(); t++) {
      boolean judged = isJudged(clip, truth, t, bone.child(), m);
      judged |= isJudged(clip, truth, t, bone.parent(), m);
      if (judged
          && isKnown(clip, truth, t, bone.child(), m)
          && isKnown(clip, truth, t, bone.parent(), m)) {
        bones++;
        boneError += MILLIMETRES * Math.abs(length(clip, t, bone, m) - length(truth, t, bone, m));
      }
    }
  }

  private void addJerk(SkeletonClip clip, SkeletonClip truth, int v, int m) {
    for (int t = 0; t + 3 < clip.frames(); t++) {
      boolean judged = false;
      boolean known = true;
      for (int i = t; i <= t + 3; i++) {
        judged |= isJudged(clip, truth, i, v, m);
        known &= isKnown(clip, truth, i, v, m);
      }
      if (judged && known) {
        jerk += thirdDifference(clip, t, v, m);
        trueJerk += thirdDifference(truth, t, v, m);
      }
    }
  }

  private static boolean isJudged(SkeletonClip clip, SkeletonClip truth, int t, int v, int m) {
    return clip.isImputed(t, v, m) && truth.mask().isObserved(t, v, m);
  }

  private static boolean isKnown(SkeletonClip clip, SkeletonClip truth, int t, int v, int m) {
    return clip.mask().isObserved(t, v, m) && truth.mask().isObserved(t, v, m);
  }

  private static double length(SkeletonClip clip, int t, Bone bone, int m) {
    return Vectors.length(
        Vectors.minus(at(clip, t, bone.child(), m), at(clip, t, bone.parent(), m)));
  }

  private static double thirdDifference(SkeletonClip clip, int t, int v, int m) {
    double[] outer = Vectors.minus(at(clip, t + 3, v, m), at(clip, t, v, m));
    double[] inner = Vectors.minus(at(clip, t + 2, v, m), at(clip, t + 1, v, m));
    return Vectors.length(Vectors.minus(outer, Vectors.times(3, inner)));
  }

  private static double[] at(SkeletonClip clip, int t, int v, int m) {
    return new double[] {clip.at(0, t, v, m), clip.at(1, t, v, m), clip.at(2, t, v, m)};
  }

  /** Adds another clip's; sums in one order give the same bits on any number of threads. */
  void add(ErrorSums other) {
    for (int v = 0; v < filledByJoint.length; v++) {
      filledByJoint[v] += other.filledByJoint[v];
      leftByJoint[v] += other.leftByJoint[v];
      errorByJoint[v] += other.errorByJoint[v];
    }
    for (int gap = 0; gap < filledByGap.length; gap++) {
      filledByGap[gap] += other.filledByGap[gap];
      leftByGap[gap] += other.leftByGap[gap];
      errorByGap[gap] += other.errorByGap[gap];
    }
    histogram.add(other.histogram);
    bones += other.bones;
    boneError += other.boneError;
    jerk += other.jerk;
    trueJerk += other.trueJerk;
  }
}
