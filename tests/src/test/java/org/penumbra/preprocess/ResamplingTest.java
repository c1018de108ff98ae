package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;

class ResamplingTest {
  private static final int JOINTS = 2;

  private static Frames counting(int length) {
    Frames frames = new Frames(length, JOINTS, 1);
    for (int i = 0; i < frames.values().length; i++) {
      frames.values()[i] = 1 + i;
    }
    return frames;
  }

  private static double[] y(Frames frames) {
    double[] y = new double[frames.length()];
    for (int t = 0; t < y.length; t++) {
      y[t] = frames.at(1, t, 1, 0);
    }
    return y;
  }

  /** Second joint's y of (3, 3, 2): 1 + 6 + 1, then two further each frame. */
  @Test
  void threeFramesBecomeFiveOrTwo() {
    assertThat(y(counting(3))).containsExactly(8, 10, 12);
    assertThat(y(Resampling.ZERO_PAD.resample(counting(3), 5))).containsExactly(8, 10, 12, 0, 0);
    assertThat(y(Resampling.ZERO_PAD.resample(counting(3), 2))).containsExactly(8, 10);
    assertThat(y(Resampling.REPLAY.resample(counting(3), 8)))
        .containsExactly(8, 10, 12, 8, 10, 12, 8, 10);
    assertThat(y(Resampling.REPLAY.resample(counting(3), 2))).containsExactly(8, 10);
    // Positions (d + 0.5) 3 / 2 - 0.5: 0.25 and 1.75.
    assertThat(y(Resampling.LINEAR.resample(counting(3), 2))).containsExactly(8.5, 11.5);
  }

  @Test
  void noFramesBecomeFramesOfZero() {
    for (Resampling way : Resampling.values()) {
      assertThat(way.resample(new Frames(0, JOINTS, 1), 4).values())
          .as("" + way)
          .hasSize(3 * 4 * JOINTS)
          .containsOnly(0);
    }
  }

  @Test
  void aFrameBetweenAHiddenAndASeenOneIsHidden() {
    JointMask mask =
        JointMask.builder(3, JOINTS, 1)
            .set(1, 0, 0, JointState.OCCLUDED)
            .set(1, 1, 0, JointState.ABSENT)
            .build();
    JointMask linear = Resampling.LINEAR.resample(mask, 2); // 0.25 and 1.75: both touch frame 1
    assertThat(linear.state(0, 0, 0)).isEqualTo(JointState.OCCLUDED);
    assertThat(linear.state(1, 0, 0)).isEqualTo(JointState.OCCLUDED);
    assertThat(linear.state(0, 1, 0)).isEqualTo(JointState.OBSERVED);
    assertThat(Resampling.LINEAR.resample(mask, 3)).isEqualTo(mask);
    JointMask padded = Resampling.ZERO_PAD.resample(mask, 4);
    assertThat(padded.state(1, 0, 0)).isEqualTo(JointState.OCCLUDED);
    assertThat(padded.state(3, 0, 0)).isEqualTo(JointState.ABSENT);
    assertThat(Resampling.REPLAY.resample(mask, 5).state(4, 0, 0)).isEqualTo(JointState.OCCLUDED);
    JointMask none = JointMask.filled(0, JOINTS, 1, JointState.OBSERVED);
    assertThat(Resampling.REPLAY.resample(none, 2).count(JointState.ABSENT)).isEqualTo(4);
  }
}
