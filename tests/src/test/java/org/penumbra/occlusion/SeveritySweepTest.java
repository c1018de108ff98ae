package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class SeveritySweepTest {
  @ParameterizedTest
  @EnumSource(Severity.class)
  void whatIsHiddenStaysHiddenAndTheShareIsExact(Severity kind) {
    for (int n = 0; n < 6; n++) {
      SkeletonClip clip = Clips.of("clip" + n, 0, SkeletonLayout.NTU_25, Clips.mask(n, 17, 25, 2));
      int observed = clip.mask().count(JointState.OBSERVED);
      JointMask former = JointMask.filled(17, 25, 2, JointState.OBSERVED);
      for (SweepOcclusion step : SeveritySweep.of(kind).withSeed(n).steps()) {
        JointMask hidden = step.hide(clip);
        assertThat(hidden.count(JointState.OCCLUDED))
            .as(step.name())
            .isEqualTo((int) (step.rate() * observed + 1e-9));
        assertThat(hidden.and(former)).as("nested").isEqualTo(hidden);
        former = hidden;
      }
      assertThat(former.count(JointState.OCCLUDED)).isEqualTo((int) (0.8 * observed + 1e-9));
    }
  }

  @Test
  void kindsHideWhatTheySay() {
    SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 40, 1);
    JointMask joints = new SweepOcclusion(Severity.JOINTS, 0.2, 0).hide(clip);
    JointMask frames = new SweepOcclusion(Severity.FRAMES, 0.2, 0).hide(clip);
    for (int t = 0; t < 40; t++) {
      for (int v = 0; v < 25; v++) {
        assertThat(joints.state(t, v, 0)).isEqualTo(joints.state(0, v, 0));
        assertThat(frames.state(t, v, 0)).isEqualTo(frames.state(t, 0, 0));
      }
    }
    assertThat(runs(new SweepOcclusion(Severity.RANDOM, 0.2, 0).hide(clip))).isBetween(140, 185);
    assertThat(runs(new SweepOcclusion(Severity.BURSTS, 0.2, 0).hide(clip))).isBetween(20, 55);
  }

  private static int runs(JointMask mask) {
    int runs = 0;
    for (int v = 0; v < mask.joints(); v++) {
      for (int t = 0; t < mask.frames(); t++) {
        boolean starts = t == 0 || mask.isObserved(t - 1, v, 0);
        runs += !mask.isObserved(t, v, 0) && starts ? 1 : 0;
      }
    }
    return runs;
  }

  @Test
  void ratesRiseFromNothingToFourFifths() {
    assertThat(SeveritySweep.of(Severity.BOX).rates())
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8);
    SeveritySweep sweep = SeveritySweep.of(Severity.RANDOM);
    assertThatThrownBy(() -> sweep.withRates(List.of(0.2, 0.2)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("rates must be rising, found [0.2, 0.2].");
    assertThatThrownBy(() -> sweep.withRates(List.of(0.2, 1.2)))
        .hasMessage("rate must be between 0.0 and 1.0, found 1.2.");
    assertThatThrownBy(() -> sweep.withRates(List.of())).hasMessageStartingWith("rates must be");
  }
}
