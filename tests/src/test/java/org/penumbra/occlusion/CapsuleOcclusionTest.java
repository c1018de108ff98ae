package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.synthetic.SyntheticActions;

class CapsuleOcclusionTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;

  @Test
  void distancesAgreeWithASearch() {
    SplittableRandom random = RandomKey.of(8).generator();
    for (int i = 0; i < 3000; i++) {
      double[] a = point(random);
      double[] b = i % 7 == 0 ? a : point(random);
      double[] p = i % 11 == 0 ? new double[3] : point(random);
      if (i % 5 == 0) {
        // Parallel ways.
        for (int c = 0; c < 3; c++) {
          b[c] = a[c] + 0.7 * p[c];
        }
      }
      double expected = least(s -> least(t -> squared(p, a, b, s, t)));
      assertThat(new Capsule(a, b, 0.1).squaredDistance(p))
          .as("pair %d of seed 8", i)
          .isCloseTo(expected, within(1e-9));
      assertThat(new Capsule(a, b, 0.1).squaredDistanceTo(p))
          .isCloseTo(least(t -> squared(p, a, b, 1, t)), within(1e-9));
    }
  }

  private static double[] point(SplittableRandom random) {
    return new double[] {
      random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 3)
    };
  }

  private static double squared(double[] p, double[] a, double[] b, double s, double t) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double d = s * p[c] - (a[c] + t * (b[c] - a[c]));
      sum += d * d;
    }
    return sum;
  }

  /** Least value of a convex function over [0, 1]. */
  private static double least(DoubleUnaryOperator convex) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double third = (high - low) / 3;
      if (convex.applyAsDouble(low + third) < convex.applyAsDouble(high - third)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return convex.applyAsDouble((low + high) / 2);
  }

  @Test
  void whatStandsInFrontHidesAndWhatStandsBehindDoesNot() {
    Capsule bar = new Capsule(new double[] {-1, 0, 2}, new double[] {1, 0, 2}, 0.05);
    assertThat(bar.hides(new double[] {0, 0, 3})).isTrue();
    assertThat(bar.hides(new double[] {0, 0, 1.9})).isFalse();
    assertThat(bar.hides(new double[] {0.3, 0.074, 3})).as("just inside").isTrue();
    assertThat(bar.hides(new double[] {0.3, 0.076, 3})).as("just outside").isFalse();
    assertThat(bar.hides(new double[] {0, 0, 2.04})).as("inside the flesh").isFalse();
    assertThat(bar.hides(new double[] {2, 0, 3})).as("beside its end").isFalse();
  }

  /** A body that stands at a depth, flat to the camera, arms hanging, but for moved joints. */
  private static SkeletonClip standing(double depth, int bodies, double... moved) {
    float[][] xy = {
      {0, 0},
      {0, 0.2f},
      {0, 0.5f},
      {0, 0.75f},
      {0.2f, 0.45f},
      {0.3f, 0.2f},
      {0.3f, 0},
      {0.3f, -0.1f},
      {-0.2f, 0.45f},
      {-0.3f, 0.2f},
      {-0.3f, 0},
      {-0.3f, -0.1f},
      {0.15f, -0.1f},
      {0.15f, -0.5f},
      {0.15f, -0.9f},
      {0.15f, -0.95f},
      {-0.15f, -0.1f},
      {-0.15f, -0.5f},
      {-0.15f, -0.9f},
      {-0.15f, -0.95f}
    };
    float[] xyz = new float[3 * 20 * bodies];
    for (int v = 0; v < 20; v++) {
      for (int m = 0; m < bodies; m++) {
        xyz[v * bodies + m] = xy[v][0];
        xyz[20 * bodies + v * bodies + m] = xy[v][1];
        xyz[40 * bodies + v * bodies + m] = (float) (depth + m);
      }
    }
    for (int i = 0; i < moved.length; i += 4) {
      int v = (int) moved[i];
      for (int c = 0; c < 3; c++) {
        xyz[(c * 20 + v) * bodies] = (float) moved[i + 1 + c];
      }
    }
    return SkeletonClip.of(
        new ClipInfo("standing", 0, 1, 1, 0, 0),
        LAYOUT,
        xyz,
        JointMask.filled(1, 20, bodies, JointState.OBSERVED));
  }

  private static int[] hidden(JointMask mask, int body) {
    return java.util.stream.IntStream.range(0, mask.joints())
        .filter(v -> !mask.isObserved(0, v, body))
        .toArray();
  }

  @Test
  void aHandBehindTheBackIsHiddenByTheTrunk() {
    assertThat(hidden(CapsuleOcclusion.self().hide(standing(3, 1)), 0)).isEmpty();
    SkeletonClip behind = standing(3, 1, 7, 0, 0.2, 3.3);
    assertThat(hidden(CapsuleOcclusion.self().hide(behind), 0)).containsExactly(7);
    SkeletonClip before = standing(3, 1, 7, 0, 0.2, 2.5);
    assertThat(hidden(CapsuleOcclusion.self().hide(before), 0))
        .as("the hand covers the spine, its own wrist does not count")
        .contains(1)
        .doesNotContain(6, 7);
    assertThat(hidden(CapsuleOcclusion.others().hide(behind), 0)).isEmpty();
  }

  @Test
  void thePersonInFrontHidesTheOneBehind() {
    JointMask hidden = CapsuleOcclusion.others().hide(standing(2, 2));
    assertThat(hidden(hidden, 0)).isEmpty();
    assertThat(hidden(hidden, 1)).as("trunk of the second body").contains(0, 1);
    assertThat(hidden(CapsuleOcclusion.self().hide(standing(2, 2)), 1)).isEmpty();
  }

  @Test
  void hiddenLimbsStillHideAndThicknessCounts() {
    SkeletonClip behind = standing(3, 1, 7, 0, 0.2, 3.3);
    JointMask.Builder trunk = JointMask.builder(1, 20, 1);
    Arrays.asList(0, 1, 2).forEach(v -> trunk.set(0, v, 0, JointState.OCCLUDED));
    assertThat(hidden(CapsuleOcclusion.self().hide(behind.hide(trunk.build())), 0))
        .containsExactly(7);
    SkeletonClip beside = standing(3, 1, 7, 0.2, 0.2, 3.3);
    assertThat(hidden(CapsuleOcclusion.self().hide(beside), 0)).isEmpty();
    assertThat(hidden(CapsuleOcclusion.self().withThickness(2).hide(beside), 0)).contains(7);
    assertThatThrownBy(() -> CapsuleOcclusion.self().withThickness(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("thickness must be above 0 and finite, found 0.0.");
  }

  @Test
  void aPersonSeenFromTheSideHidesMoreOfThemselves() {
    SyntheticActions actions = SyntheticActions.standard();
    double front = 0;
    double side = 0;
    for (int subject = 1; subject <= 4; subject++) {
      front += share(actions.clip("S001C001P00" + subject + "R001A005"));
      side += share(actions.clip("S001C002P00" + subject + "R001A005"));
    }
    assertThat(side).as("seen from the side").isGreaterThan(front);
    assertThat(side / 4).isLessThan(0.4);
  }

  private static double share(SkeletonClip clip) {
    return CapsuleOcclusion.self().apply(clip).mask().occludedShare();
  }
}
