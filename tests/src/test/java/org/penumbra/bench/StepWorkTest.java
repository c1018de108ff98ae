package org.penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StepWorkTest {
  /** 306.2 million multiply-adds for one body, as counted from the published network by hand. */
  @Test
  void encoderCostsWhatThePublishedNetworkDoes() {
    assertThat(StepWork.encoder(50, 25)).isCloseTo(306.2e6, within(0.1e6));
  }

  /** Three projections of 77.1 million multiply-adds are part of a step, for each sample. */
  @Test
  void aWideProjectorAddsThreePasses() {
    double wide = StepWork.pstl(64, 6144) - StepWork.pstl(64, 0);
    double correlations = 6.0 * 64 * 4 * 64 * 6144;
    assertThat((wide - correlations) / (6.0 * 64 * 3)).isCloseTo(77.1e6, within(0.1e6));
  }

  /** Forward and twice as much backward, of encoder and head. */
  @Test
  void oneMoreQueryCostsThreePasses() {
    double more = StepWork.contrast(1, 2, 0, 0) - StepWork.contrast(1, 1, 0, 0);
    assertThat(more).isCloseTo(6 * (306.2e6 + 256 * 384), within(1e6));
  }
}
