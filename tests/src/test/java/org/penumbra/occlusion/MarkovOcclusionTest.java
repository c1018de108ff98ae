package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class MarkovOcclusionTest {
  @ParameterizedTest
  @CsvSource({"0.2, 8", "0.5, 3", "0.1, 1", "0.8, 12"})
  void theShareIsTheSameInEveryFrame(double rate, double gap) {
    int clips = 600;
    double[] byFrame = new double[60];
    for (int n = 0; n < clips; n++) {
      SkeletonClip clip = Clips.random("clip" + n, 0, SkeletonLayout.NTU_25, 60, 1);
      JointMask hidden = MarkovOcclusion.of(rate, gap).hide(clip);
      for (int t = 0; t < 60; t++) {
        for (int v = 0; v < 25; v++) {
          byFrame[t] += hidden.isObserved(t, v, 0) ? 0 : 1.0 / (clips * 25);
        }
      }
    }
    for (int t = 0; t < 60; t++) {
      // Standard deviation at most 0.0041: 5 of them.
      assertThat(byFrame[t]).as("frame %d, seed 0", t).isCloseTo(rate, within(0.0205));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.2, 8", "0.5, 3", "0.1, 1", "0.8, 12"})
  void runsHaveTheirMeanLength(double rate, double gap) {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 20_000, 1);
    JointMask hidden = MarkovOcclusion.of(rate, gap).hide(clip);
    int runs = 0;
    int cells = 0;
    for (int v = 0; v < 25; v++) {
      for (int t = 0; t < 20_000; t++) {
        boolean gone = !hidden.isObserved(t, v, 0);
        cells += gone ? 1 : 0;
        runs += gone && (t == 0 || hidden.isObserved(t - 1, v, 0)) ? 1 : 0;
      }
    }
    // At least 12,000 runs, each with a standard deviation of about the gap.
    assertThat((double) cells / runs).as("seed 0").isCloseTo(gap, within(0.05 * gap));
  }

  @Test
  void aGapOfOneFrameNeverRepeats() {
    SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 500, 1);
    JointMask hidden = MarkovOcclusion.of(0.3, 1).hide(clip);
    for (int v = 0; v < 25; v++) {
      for (int t = 1; t < 500; t++) {
        assertThat(hidden.isObserved(t, v, 0) || hidden.isObserved(t - 1, v, 0)).isTrue();
      }
    }
  }

  @Test
  void bodiesAndJointsAreIndependent() {
    SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 4000, 2);
    JointMask hidden = MarkovOcclusion.of(0.5, 2).hide(clip);
    int together = 0;
    int acrossBodies = 0;
    for (int t = 0; t < 4000; t++) {
      together += hidden.isObserved(t, 3, 0) == hidden.isObserved(t, 4, 0) ? 1 : 0;
      acrossBodies += hidden.isObserved(t, 3, 0) == hidden.isObserved(t, 3, 1) ? 1 : 0;
    }
    assertThat(together / 4000.0).isCloseTo(0.5, within(0.05));
    assertThat(acrossBodies / 4000.0).isCloseTo(0.5, within(0.05));
  }

  @Test
  void impossibleChainsAreRefused() {
    assertThatThrownBy(() -> MarkovOcclusion.of(0.95, 8))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("gap / (1 + gap) = 0.888");
    assertThatThrownBy(() -> MarkovOcclusion.of(0.2, 0.5))
        .hasMessage("gap must be finite and at least 1 frame, found 0.5.");
    assertThatThrownBy(() -> MarkovOcclusion.of(Double.NaN, 8))
        .hasMessageStartingWith("rate must be between 0.0 and 1.0");
    assertThatThrownBy(() -> MarkovOcclusion.of(0.2, Double.NaN)).hasMessageStartingWith("gap");
  }
}
