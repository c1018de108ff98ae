package org.penumbra.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.occlusion.CrossMocoReadings;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;

class SpatioTemporalMaskTest {
  private static final CrossMocoReadings READ = CrossMocoReadings.DEFAULT;
  private static final int V = 25;
  private static final int T = 50;
  private static final int M = 2;

  /** Number i of a sample is i + 1, so that a 0 is masked. */
  private static View view() {
    float[] values = new float[3 * T * V * M];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    View view =
        new View(
            new PreparedDataset(
                "numbers",
                SkeletonLayout.NTU_25,
                List.of("a"),
                List.of("c"),
                new int[1],
                T,
                M,
                values));
    view.moveTo(0);
    return view;
  }

  private static float[] masked(SpatioTemporalMask mask, long seed) {
    View view = view();
    mask.apply(view, RandomKey.of(seed).generator());
    return view.values().clone();
  }

  private static Set<Integer> hidden(float[] values, int frame, int body) {
    Set<Integer> joints = new TreeSet<>();
    for (int v = 0; v < V; v++) {
      int cell = (frame * V + v) * M + body;
      boolean zero = values[cell] == 0;
      for (int c = 0; c < 3; c++) {
        float value = values[c * T * V * M + cell];
        assertThat(value).isEqualTo(zero ? 0 : c * T * V * M + cell + 1f);
      }
      if (zero) {
        joints.add(v);
      }
    }
    return joints;
  }

  /** floor(0.5 * 50) frames; in each both ends of bones, until at least floor(0.6 * 25) joints. */
  @Test
  void publishedRatesHideFifteenOrSixteenJointsInHalfOfTheFrames() {
    float[] values = masked(SpatioTemporalMask.published(), 1);
    Set<Set<Integer>> sets = new HashSet<>();
    int touched = 0;
    for (int t = 0; t < T; t++) {
      Set<Integer> joints = hidden(values, t, 0);
      assertThat(hidden(values, t, 1)).as("bodies share a draw").isEqualTo(joints);
      if (!joints.isEmpty()) {
        touched++;
        sets.add(joints);
        assertThat(joints.size()).as("frame %d", t).isBetween(15, 16);
      }
    }
    assertThat(touched).isEqualTo(25);
    assertThat(sets.size()).as("a fresh draw per frame").isGreaterThan(20);
  }

  /** Shares of the cells over many draws: the figures of the readings' own documentation. */
  @ParameterizedTest
  @CsvSource({
    "BONE_BUDGET, INSIDE, 0.305",
    "BONES, INSIDE, 0.40",
    "JOINTS_AND_NEIGHBOURS, INSIDE, 0.465",
    "BONE_BUDGET, WHOLE, 0.805"
  })
  void readingsHideTheirShares(
      CrossMocoReadings.Units units, CrossMocoReadings.Frames frames, double expected) {
    SpatioTemporalMask mask =
        SpatioTemporalMask.published().withReadings(READ.with(units).with(frames));
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      float[] values = masked(mask, seed);
      int zeros = 0;
      for (float value : values) {
        zeros += value == 0 ? 1 : 0;
      }
      sum += (double) zeros / values.length / 20;
    }
    assertThat(sum).isCloseTo(expected, within(0.015));
  }

  @Test
  void onceHidesTheSameJointsInEverySampledFrame() {
    float[] values =
        masked(
            SpatioTemporalMask.published().withReadings(READ.with(CrossMocoReadings.Redraw.ONCE)),
            3);
    Set<Set<Integer>> sets = new HashSet<>();
    for (int t = 0; t < T; t++) {
      sets.add(hidden(values, t, 0));
    }
    assertThat(sets).as("none, and the one set").hasSize(2);
  }

  @Test
  void independentBodiesDiffer() {
    SpatioTemporalMask mask =
        SpatioTemporalMask.published()
            .withReadings(READ.with(CrossMocoReadings.Bodies.INDEPENDENT));
    float[] values = masked(mask, 4);
    long equal = 0;
    for (int t = 0; t < T; t++) {
      equal += hidden(values, t, 0).equals(hidden(values, t, 1)) ? 1 : 0;
    }
    assertThat(equal).isLessThan(T - 20);
  }

  @Test
  void sameKeySameMaskAndRateZeroChangesNothing() {
    SpatioTemporalMask mask = SpatioTemporalMask.published();
    assertThat(masked(mask, 5)).isEqualTo(masked(mask, 5)).isNotEqualTo(masked(mask, 6));
    float[] before = view().values().clone();
    assertThat(masked(mask.withRates(0, 1), 5)).isEqualTo(before);
    assertThat(masked(mask.withRates(1, 0), 5)).isEqualTo(before);
  }

  /** A mask follows what was asked of the view before it. */
  @Test
  void comesAfterEarlierChanges() {
    View view = view();
    view.multiply(2, 0, 0, 0, 2, 0, 0, 0, 2);
    SpatioTemporalMask.published().apply(view, RandomKey.of(7).generator());
    float[] single = masked(SpatioTemporalMask.published(), 7);
    float[] doubled = new float[single.length];
    for (int i = 0; i < single.length; i++) {
      doubled[i] = 2 * single[i];
    }
    assertThat(Arrays.equals(view.values(), doubled)).isTrue();
  }

  @Test
  void badRatesAreRefused() {
    SpatioTemporalMask mask = SpatioTemporalMask.published();
    assertThatThrownBy(() -> mask.withRates(1.2, 0.5))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("spatial rate must be between 0.0 and 1.0, found 1.2.");
    assertThatThrownBy(() -> mask.withRates(0.5, -0.1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("temporal rate must be between 0.0 and 1.0, found -0.1.");
    assertThatThrownBy(() -> masked(mask.withRates(1, 1), 1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(
            "spatial and temporal rate of the mask must be such that some joint of some frame is"
                + " left, found '1.0 and 1.0, which hide everything'.");
  }

  @Test
  void saysWhatItDoes() {
    assertThat(SpatioTemporalMask.published().describe())
        .isEqualTo("bones over 0.600 of the joints masked in 0.500 of the frames");
    assertThat(
            SpatioTemporalMask.published()
                .withReadings(READ.with(CrossMocoReadings.Redraw.ONCE))
                .describe())
        .endsWith(" (readings: once)");
  }
}
