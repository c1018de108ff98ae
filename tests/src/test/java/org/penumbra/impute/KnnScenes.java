package org.penumbra.impute;

import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;

/** Clips whose filling is known, for nearest neighbours. */
final class KnnScenes {
  static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  static final int HAND = 7;

  /** Joints by which a body is placed and turned. */
  static final List<Integer> TRUNK =
      List.of(
          LAYOUT.centre(),
          LAYOUT.leftShoulder(),
          LAYOUT.rightShoulder(),
          LAYOUT.joints().stream().map(Joint::name).toList().indexOf("left hip"),
          LAYOUT.joints().stream().map(Joint::name).toList().indexOf("right hip"));

  private KnnScenes() {}

  /** Where a joint is in a frame, (x, y, z) in metres. */
  @FunctionalInterface
  interface Motion {
    double[] at(int frame, int joint);
  }

  static KnnImputer knn(int k) {
    return KnnImputer.neighbours(k);
  }

  static SkeletonDataset set(List<SkeletonClip> clips) {
    return new SkeletonDataset("scene", LAYOUT, List.of("a", "b", "c"), clips, List.of());
  }

  static SkeletonDataset set(SkeletonClip... clips) {
    return set(List.of(clips));
  }

  /** One body that is seen in every frame. */
  static SkeletonClip clip(String name, int frames, Motion motion) {
    int joints = LAYOUT.size();
    float[] values = new float[SkeletonClip.CHANNELS * frames * joints];
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < joints; v++) {
        double[] place = motion.at(t, v);
        for (int c = 0; c < place.length; c++) {
          values[(c * frames + t) * joints + v] = (float) place[c];
        }
      }
    }
    JointMask mask = JointMask.filled(frames, joints, 1, JointState.OBSERVED);
    return SkeletonClip.of(new ClipInfo(name, 0, 1, 1, 0, 0), LAYOUT, values, mask);
  }

  /** A stick body at rest, about 3 m away. */
  static double[] home(int joint) {
    return new double[] {
      0.4 * Math.cos(2.4 * joint), 0.8 * Math.sin(1.7 * joint), 3 + 0.2 * Math.cos(5.1 * joint)
    };
  }

  static double[] moved(double[] place, double x, double y, double z) {
    return new double[] {place[0] + x, place[1] + y, place[2] + z};
  }

  /** Hides a joint in frames from (inclusive) to (exclusive). */
  static SkeletonClip hide(SkeletonClip clip, int joint, int from, int to) {
    JointMask.Builder mask = JointMask.builder(clip.frames(), LAYOUT.size(), clip.bodies());
    for (int t = from; t < to; t++) {
      mask.set(t, joint, 0, JointState.OCCLUDED);
    }
    return clip.hide(mask.build());
  }

  /** Hides a share of the joints at random, but none of the spared ones. */
  static SkeletonClip holes(SkeletonClip clip, double share, List<Integer> spared, long seed) {
    SplittableRandom random = RandomKey.of(seed).with(clip.name()).generator();
    JointMask.Builder mask = JointMask.builder(clip.frames(), LAYOUT.size(), clip.bodies());
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < LAYOUT.size(); v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          if (!spared.contains(v) && random.nextDouble() < share) {
            mask.set(t, v, m, JointState.OCCLUDED);
          }
        }
      }
    }
    return clip.hide(mask.build());
  }

  /** Largest distance per axis between filled joints and the truth, metres. */
  static double worst(ImputedClip done) {
    SkeletonClip clip = done.clip();
    SkeletonClip truth = clip.truth().orElseThrow();
    double worst = 0;
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < LAYOUT.size(); v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          for (int c = 0; c < 3 && clip.isImputed(t, v, m); c++) {
            worst = Math.max(worst, Math.abs(clip.at(c, t, v, m) - truth.at(c, t, v, m)));
          }
        }
      }
    }
    return worst;
  }
}
