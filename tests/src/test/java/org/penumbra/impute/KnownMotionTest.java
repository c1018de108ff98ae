package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.RandomKey;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/** Motions that a method must complete exactly, or to figures found by hand. */
class KnownMotionTest {
  private static final double EXACT = 1e-5; // metres; coordinates are float32
  private static final List<Integer> RIGHT_ARM = Motions.LAYOUT.part("right arm").joints();

  private static SkeletonDataset set(SkeletonClip clip) {
    return new SkeletonDataset("one", clip.layout(), List.of("a"), List.of(clip), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "cubic", "linear-carried", "cubic-carried"})
  void evenMotionOnStraightLinesIsInterpolatedExactly(String name) {
    SkeletonClip clip = Motions.clip(20, (t, v) -> new double[] {v + 0.1 * t, 0.02 * v * t, 2 - t});
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> t > 0 && t < 19 && (t + v) % 5 < 3);
    assertThat(Motions.worst(Imputers.named(name).fit(set(clip)).impute(hidden))).isLessThan(EXACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear-carried", "cubic-carried"})
  void aCarriedLimbWalksOnWithItsBody(String name) {
    SkeletonClip clip = Motions.clip(20, (t, v) -> Motions.moved(Motions.shape(v), 0, t * t, 3));
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> t > 7 && RIGHT_ARM.contains(v));
    assertThat(Motions.worst(Imputers.named(name).fit(set(clip)).impute(hidden))).isLessThan(1e-4);
    assertThat(Motions.worst(InterpolationImputer.linear().impute(hidden))).isGreaterThan(100);
  }

  @Test
  void linesAreHeldAtTheirEnds() {
    SkeletonClip clip = Motions.clip(10, (t, v) -> new double[] {t, t * t, v});
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> v == 3 && (t < 2 || t > 6));
    for (Imputer imputer : List.of(InterpolationImputer.linear(), new LastSeenImputer())) {
      SkeletonClip done = imputer.fit(set(clip)).impute(hidden).clip();
      assertThat(done.at(0, 0, 3, 0)).isEqualTo(2f);
      assertThat(done.at(1, 9, 3, 0)).isEqualTo(36f);
    }
  }

  @Test
  void theSequenceMeanIsThatOfTheFramesThatShowTheJoint() {
    SkeletonClip clip = Motions.clip(5, (t, v) -> new double[] {t, 10 * t, v});
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> v == 3 && t > 2);
    ImputedClip done = new SequenceMeanImputer().impute(hidden);
    assertThat(done.clip().at(0, 4, 3, 0)).isEqualTo(1f);
    assertThat(done.clip().at(1, 3, 3, 0)).isEqualTo(10f);
  }

  @Test
  void cubicCurvesNeverLeaveTheRangeOfTheirSightings() {
    var random = RandomKey.of(7).generator();
    double[][] noise = new double[60][3];
    for (double[] place : noise) {
      place[0] = random.nextDouble();
    }
    int[] times = {2, 3, 9, 20, 21, 40, 58};
    double[][] seen = new double[times.length][];
    for (int i = 0; i < times.length; i++) {
      seen[i] = noise[times[i]];
    }
    double[][] path = TimePath.CUBIC.over(times, seen, 60);
    for (int i = 0; i + 1 < times.length; i++) {
      double low = Math.min(seen[i][0], seen[i + 1][0]);
      double high = Math.max(seen[i][0], seen[i + 1][0]);
      for (int t = times[i]; t <= times[i + 1]; t++) {
        assertThat(path[t][0]).isBetween(low - 1e-12, high + 1e-12);
      }
    }
  }

  /** SciPy 1.17.1: PchipInterpolator([0, 1, 4, 6, 9], [0, 1, 2, 5, 6]) at 2, 3 and 5. */
  @Test
  void cubicCurvesAgreeWithScipyAwayFromTheEnds() {
    int[] times = {0, 1, 4, 6, 9};
    double[][] values = {{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {5, 0, 0}, {6, 0, 0}};
    double[][] path = TimePath.CUBIC.over(times, values, 10);
    assertThat(path[2][0]).isCloseTo(1.3751012232024888, within(1e-12));
    assertThat(path[3][0]).isCloseTo(1.6087883049908362, within(1e-12));
    assertThat(path[5][0]).isCloseTo(3.5, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bone", "linear", "cubic-carried"})
  void aLimbOfARigidBodyThatIsNeverSeenFollowsFromBones(String name) {
    SkeletonClip train =
        Motions.clip(4, (t, v) -> Motions.moved(Motions.shape(v), 2 + 0.3 * t, 1, 4));
    SkeletonClip clip =
        Motions.clip(15, (t, v) -> Motions.moved(Motions.shape(v), 0.2 * t, 0.1 * t, 3));
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> RIGHT_ARM.contains(v));
    ImputedClip done = Imputers.named(name).fit(set(train)).impute(hidden);
    assertThat(Motions.worst(done)).isLessThan(EXACT);
    assertThat(done.fills().count(FillReason.NEVER_SEEN)).isEqualTo(15 * RIGHT_ARM.size());
  }

  @Test
  void withoutTrainingTheOtherSidesBonesAreMirroredAndTheMiddleIsLeft() {
    SkeletonClip clip =
        Motions.clip(15, (t, v) -> Motions.moved(Motions.shape(v), 0.2 * t, 0.1 * t, 3));
    SkeletonClip arm = Motions.hide(clip, (t, v) -> RIGHT_ARM.contains(v));
    assertThat(Motions.worst(new BoneImputer().impute(arm))).isLessThan(EXACT);
    int head = Motions.LAYOUT.joint("head").index();
    FillMap fills = new BoneImputer().impute(Motions.hide(clip, (t, v) -> v == head)).fills();
    assertThat(fills.count(FillReason.NOTHING_TO_GO_BY)).isEqualTo(15);
  }

  @Test
  void aMirroredMotionFollowsFromTheOtherSideInTheSameFrame() {
    SkeletonClip clip =
        Motions.clip(
            15,
            (t, v) -> {
              double[] shape = Motions.shape(v);
              shape[1] += Math.sin(t + shape[2]);
              return Motions.moved(shape, 0.2 * t, 0.1 * t, 3);
            });
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> RIGHT_ARM.contains(v));
    assertThat(Motions.worst(new MirrorImputer().impute(hidden))).isLessThan(EXACT);
    assertThat(Motions.worst(new BoneImputer().impute(hidden))).isGreaterThan(0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aMotionOfLowRankIsRecovered(int rank) {
    SkeletonClip clip =
        Motions.clip(
            40,
            (t, v) -> {
              double[] place = Motions.shape(v);
              for (int k = 0; k < rank; k++) {
                var random = RandomKey.of(k).with(v).generator();
                double swing = Math.sin((k + 1) * 0.7 * t + k);
                for (int c = 0; c < 3; c++) {
                  place[c] += swing * (random.nextDouble() - 0.5);
                }
              }
              return place;
            });
    var random = RandomKey.of(11).generator();
    boolean[][] gone = new boolean[40][Motions.LAYOUT.size()];
    for (boolean[] row : gone) {
      for (int v = 0; v < row.length; v++) {
        row[v] = random.nextInt(4) == 0;
      }
    }
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> gone[t][v]);
    LowRankImputer imputer =
        LowRankImputer.standard()
            .withRank(rank + 1) // the columns' means over what is seen are not the true ones
            .withShrinkage(1e-9)
            .withIterations(3000, 1e-9);
    assertThat(Motions.worst(imputer.impute(hidden))).isLessThan(1e-3);
    assertThat(Motions.worst(InterpolationImputer.linear().impute(hidden))).isGreaterThan(0.1);
    assertThat(imputer.rounds(hidden).get(0).converged()).isTrue();
    LowRankImputer.Rounds cut = imputer.withIterations(1, 1e-12).rounds(hidden).get(0);
    assertThat(cut.converged()).isFalse();
    assertThat(cut.count()).isEqualTo(1);
  }

  @Test
  void randomPlacesLieWithinWhatIsObservedAndFollowTheSeed() {
    SkeletonClip clip = Motions.clip(30, (t, v) -> new double[] {t, -v, 3});
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> v < 4 || t > 20);
    SkeletonClip done = RandomImputer.of().impute(hidden).clip();
    for (int t = 0; t < 30; t++) {
      for (int v = 0; v < 4; v++) {
        assertThat(done.at(0, t, v, 0)).isBetween(0f, 20f);
        assertThat(done.at(1, t, v, 0)).isBetween(-19f, -4f);
        assertThat(done.at(2, t, v, 0)).isEqualTo(3f);
      }
    }
    assertThat(RandomImputer.of().withSeed(1).impute(hidden).clip()).isNotEqualTo(done);
    RandomImputer wide = RandomImputer.of().withWithin(RandomImputer.Within.TRAINING);
    SkeletonClip far = Motions.clip(2, (t, v) -> new double[] {1000 + t, 0, 0});
    assertThat(wide.fit(set(far)).impute(hidden).clip().at(0, 25, 7, 0)).isBetween(1000f, 1001f);
  }
}
