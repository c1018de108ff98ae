package org.penumbra.impute;

import java.util.function.BiFunction;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** Motions of one body whose hidden joints are known. */
final class Motions {
  static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;

  private Motions() {}

  /** A clip from the place (x, y, z) of each (frame, joint). */
  static SkeletonClip clip(int frames, BiFunction<Integer, Integer, double[]> place) {
    int joints = LAYOUT.size();
    float[] values = new float[3 * frames * joints];
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < joints; v++) {
        for (int c = 0; c < 3; c++) {
          values[(c * frames + t) * joints + v] = (float) place.apply(t, v)[c];
        }
      }
    }
    JointMask mask = JointMask.filled(frames, joints, 1, JointState.OBSERVED);
    return SkeletonClip.of(new ClipInfo("motion", 0, 1, 1, 0, 0), LAYOUT, values, mask);
  }

  /** Hides joints where a condition holds. */
  static SkeletonClip hide(SkeletonClip clip, Hiding hiding) {
    JointMask.Builder mask = JointMask.builder(clip.frames(), LAYOUT.size(), 1);
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < LAYOUT.size(); v++) {
        if (hiding.hides(t, v)) {
          mask.set(t, v, 0, JointState.OCCLUDED);
        }
      }
    }
    return clip.hide(mask.build());
  }

  interface Hiding {
    boolean hides(int frame, int joint);
  }

  /** A body of symmetric shape about x = 0 that faces the camera; the middle lies on x = 0. */
  static double[] shape(int joint) {
    int other = LAYOUT.mirror().get(joint);
    var random = RandomKey.of(3).with(Math.min(joint, other)).generator();
    double x = 0.1 + random.nextDouble();
    double sign = LAYOUT.joints().get(joint).name().startsWith("left ") ? -1 : 1;
    return new double[] {other == joint ? 0 : sign * x, random.nextDouble(), random.nextDouble()};
  }

  /** A place turned about the vertical axis and moved. */
  static double[] moved(double[] place, double angle, double x, double z) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[] {
      cos * place[0] - sin * place[2] + x, place[1], sin * place[0] + cos * place[2] + z
    };
  }

  /** Largest distance of a filled joint from the truth, metres; infinite if one is left hidden. */
  static double worst(ImputedClip imputed) {
    SkeletonClip truth = imputed.clip().truth().orElseThrow();
    double worst = 0;
    for (int t = 0; t < truth.frames(); t++) {
      for (int v = 0; v < LAYOUT.size(); v++) {
        for (int c = 0; c < 3; c++) {
          double error = Math.abs(imputed.clip().at(c, t, v, 0) - truth.at(c, t, v, 0));
          worst = Double.isNaN(error) ? Double.POSITIVE_INFINITY : Math.max(worst, error);
        }
      }
    }
    return worst;
  }
}
