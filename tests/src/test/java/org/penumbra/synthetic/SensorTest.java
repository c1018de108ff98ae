package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SkeletonClip;

/** What the sensor adds: noise, and joints that it infers. */
class SensorTest {
  private static final SyntheticActions OPTIONS = SyntheticActions.standard().withCameras(2);
  private static final List<SkeletonClip> CLIPS = OPTIONS.generate().clips();

  @Test
  void jointsAreInferredAsOftenAsMeasured() {
    double[] share = new double[25];
    double frames = 0;
    for (SkeletonClip clip : CLIPS) {
      assertThat(clip.hasTrackingState()).isTrue();
      for (int m = 0; m < clip.bodies(); m++) {
        frames += clip.frames();
        for (int t = 0; t < clip.frames(); t++) {
          for (int v = 0; v < 25; v++) {
            share[v] += clip.isInferred(t, v, m) ? 1 : 0;
          }
        }
      }
    }
    double all = 0;
    for (int v = 0; v < 25; v++) {
      share[v] /= frames;
      all += share[v] / 25;
    }
    assertThat(share[7]).as("left hand").isCloseTo(0.58, within(0.06));
    assertThat(share[5]).as("left elbow").isCloseTo(0.37, within(0.05));
    assertThat(share[11]).as("right hand").isCloseTo(0.36, within(0.05));
    assertThat(share[6]).as("left wrist").isCloseTo(0.36, within(0.05));
    for (int v : new int[] {9, 10, 13, 14, 15, 17, 18, 19, 21, 22, 23, 24}) {
      assertThat(share[v]).as("joint %d", v).isBetween(0.001, 0.3);
    }
    for (int v : new int[] {0, 1, 2, 3, 12, 16, 20}) {
      assertThat(share[v]).as("joint %d of head, spine and hips", v).isZero();
    }
    assertThat(all).as("all joints").isBetween(0.10, 0.13);
  }

  @Test
  void runsAreShortMostlyButTheTailIsHeavy() {
    int runs = 0;
    int shorter = 0;
    int longer = 0;
    for (SkeletonClip clip : CLIPS) {
      for (int v : new int[] {5, 6, 7, 11}) {
        int run = 0;
        for (int t = 0; t <= clip.frames(); t++) {
          if (t < clip.frames() && clip.isInferred(t, v, 0)) {
            run++;
          } else if (run > 0) {
            runs++;
            shorter += run <= 10 ? 1 : 0;
            longer += run > 30 ? 1 : 0;
            run = 0;
          }
        }
      }
    }
    assertThat((double) shorter / runs).as("runs of up to 10 frames").isBetween(0.3, 0.75);
    assertThat((double) longer / runs).as("runs over 30 frames").isBetween(0.04, 0.3);
  }

  @Test
  void jointsOfALimbAreLostTogether() {
    double wrist = 0;
    double wristWithHand = 0;
    double hand = 0;
    double frames = 0;
    for (SkeletonClip clip : CLIPS) {
      for (int t = 0; t < clip.frames(); t++) {
        frames++;
        hand += clip.isInferred(t, 7, 0) ? 1 : 0;
        wrist += clip.isInferred(t, 6, 0) ? 1 : 0;
        wristWithHand += clip.isInferred(t, 6, 0) && clip.isInferred(t, 7, 0) ? 1 : 0;
      }
    }
    assertThat(wristWithHand / wrist).isGreaterThan(hand / frames + 0.15);
  }

  @Test
  void aGuessIsCentimetresOffAndMovesSmoothly() {
    SyntheticActions guessing = OPTIONS.withNoise(0);
    SyntheticActions exact = guessing.withInference(0);
    double error = 0;
    double step = 0;
    int count = 0;
    int steps = 0;
    for (String name : guessing.withSubjects(6).names()) {
      SkeletonClip guess = guessing.clip(name);
      SkeletonClip truth = exact.clip(name);
      for (int t = 1; t < guess.frames(); t++) {
        for (int v = 0; v < 25; v++) {
          double off = distance(guess, truth, t, v);
          if (guess.isInferred(t, v, 0)) {
            error += off;
            count++;
            if (guess.isInferred(t - 1, v, 0)) {
              step += Math.abs(off - distance(guess, truth, t - 1, v));
              steps++;
            }
          } else if (v < 4) {
            assertThat(off).as("tracked joint %d of %s, frame %d", v, name, t).isZero();
          }
        }
      }
    }
    assertThat(error / count).as("metres off").isBetween(0.04, 0.15);
    assertThat(step / steps).as("change of the error from frame to frame").isLessThan(0.03);
  }

  @Test
  void withoutInferenceNothingIsAndMoreInfersTheSameAndMore() {
    String name = "S001C002P001R001A001";
    SkeletonClip none = OPTIONS.withInference(0).clip(name);
    SkeletonClip half = OPTIONS.withInference(0.5).clip(name);
    SkeletonClip full = OPTIONS.clip(name);
    int halfCount = 0;
    int fullCount = 0;
    for (int t = 0; t < none.frames(); t++) {
      for (int v = 0; v < 25; v++) {
        assertThat(none.isInferred(t, v, 0)).isFalse();
        halfCount += half.isInferred(t, v, 0) ? 1 : 0;
        fullCount += full.isInferred(t, v, 0) ? 1 : 0;
        if (half.isInferred(t, v, 0)) {
          assertThat(full.isInferred(t, v, 0)).isTrue();
        }
      }
    }
    assertThat(halfCount).isPositive().isLessThan(fullCount);
    assertThat(none.hasTrackingState()).isTrue();
  }

  @Test
  void whatIsBehindTheTrunkIsBlocked() {
    double[][][] body = {Kinematics.pose(Body.of(1, 1), new Pose(), 0, 0, 3).joints()};
    for (double[] joint : body[0]) {
      joint[1] -= 1;
    }
    double[] chest = body[0][20];
    assertThat(LineOfSight.isBlocked(new double[] {chest[0], chest[1], 3.3}, body)).isTrue();
    assertThat(LineOfSight.isBlocked(new double[] {chest[0], chest[1], 2.7}, body)).isFalse();
    assertThat(LineOfSight.isBlocked(new double[] {chest[0] + 0.3, chest[1], 3.3}, body)).isFalse();
  }

  @Test
  void theSensorsErrorsGrowWithTheNoiseOption() {
    String name = "S001C001P001R001A001";
    SyntheticActions tracked = OPTIONS.withInference(0);
    SkeletonClip truth = tracked.withNoise(0).clip(name);
    double usual = distance(tracked.withNoise(0.01).clip(name), truth);
    double doubled = distance(tracked.withNoise(0.02).clip(name), truth);
    assertThat(usual).as("mean metres off").isBetween(0.02, 0.12);
    assertThat(doubled).isGreaterThan(1.5 * usual);
  }

  private static double distance(SkeletonClip one, SkeletonClip other) {
    double sum = 0;
    for (int t = 0; t < one.frames(); t++) {
      for (int v = 0; v < 25; v++) {
        sum += distance(one, other, t, v);
      }
    }
    return sum / one.frames() / 25;
  }

  private static double distance(SkeletonClip one, SkeletonClip other, int frame, int joint) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double way = one.at(c, frame, joint, 0) - other.at(c, frame, joint, 0);
      sum += way * way;
    }
    return Math.sqrt(sum);
  }
}
