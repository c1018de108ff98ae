package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Calibration;
import org.penumbra.train.EpochReport;
import org.penumbra.train.LearningRate;
import org.penumbra.train.MemoryWatch;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingOptions;

class RunEstimateTest {
  private static final PreparedDataset NTU = Waves.of(SkeletonLayout.NTU_25, 3, 50, 2);
  private static final Workload PSTL = Workload.of(Pstl.preset(Scale.PAPER), NTU);

  /** 306.2 million per body; a projector pass takes 77.1. */
  @Test
  void countsAreThoseOfThePapersNetworks() {
    Workload bt = Workload.barlowTwins(StGcnOptions.published(), NTU, 6144);
    assertThat(bt.encoderMultiplyAdds()).isEqualTo(2 * 2 * 306_192_800L);
    assertThat(bt.projectorMultiplyAdds()).isEqualTo(256L * 6144 + 2L * 6144 * 6144);
    assertThat(bt.weights()).isEqualTo(821_380 + 77_070_336);
  }

  /**
   * Counted elsewhere: 1643 million multiply-adds forward for a sample of two bodies with 17.65
   * joints left, 9.9 GFLOP with the backward pass.
   */
  @Test
  void aSampleOfPstlTakesTenGigaFlop() {
    assertThat(PSTL.views())
        .containsExactly(
            new Workload.View(50, 25, true),
            new Workload.View(30, 25, true),
            new Workload.View(50, 16, true));
    assertThat(PSTL.operations(128) / 1e9).isCloseTo(9.7, within(0.3));
  }

  @Test
  void keysAndQueuesAreCountedButNotLearned() {
    Workload clr = Workload.contrast(StGcnOptions.published(), NTU, 1, 1, 32_768);
    assertThat(clr.weights()).isEqualTo(821_380);
    assertThat(clr.otherNumbers()).isEqualTo(821_380 + 128L * 32_768);
    double encoder = 2 * 306_192_800.0;
    assertThat(clr.operations(128)).isCloseTo(2 * (4 * encoder + 3 * 128 * 32_768.0), within(1.0));
    Workload three = Workload.contrast(StGcnOptions.published(), NTU, 1, 3, 32_768);
    assertThat(three.operations(128)).isCloseTo(3 * clr.operations(128), within(1.0));
    assertThat(three.weights()).isEqualTo(3 * 821_380);
  }

  @Test
  void timeAndMemoryFollowFromCountsAndRates() {
    TrainingOptions training =
        TrainingOptions.adam(10, 4, LearningRate.constant(1e-3), 0, 1).withAccumulation(2);
    Calibration machine = new Calibration(1e11, 1e10);
    RunEstimate estimate = new RunEstimate(PSTL, training, 100, machine);
    double sample = PSTL.operations(4) / 1e11 + PSTL.traffic() / 1e10;
    double update = PSTL.weights() * 48.0 / 1e10;
    assertThat(estimate.seconds()).isCloseTo(10 * (100 * sample + 13 * update), within(1e-9));
    assertThat(estimate.bytes())
        .isEqualTo(16 * PSTL.weights() + 6 * PSTL.keptBytes()); // half of four more
    RunEstimate faster = new RunEstimate(PSTL, training, 100, new Calibration(2e11, 2e10));
    assertThat(faster.seconds()).isCloseTo(estimate.seconds() / 2, within(1e-9));
    assertThat(estimate.describe()).contains("100 samples, 10 epochs of batch 4", "FLOP", "GiB");
  }

  @Test
  void theMeasuredRunStandsBesideTheEstimate() {
    RunEstimate estimate =
        new RunEstimate(
            PSTL,
            TrainingOptions.adam(2, 4, LearningRate.constant(1e-3), 0, 1),
            8,
            new Calibration(1e11, 1e10));
    EpochReport epoch = new EpochReport(0, 2, 1, 1e-3, estimate.seconds(), 1);
    String text =
        estimate.beside(new TrainingHistory(List.of(epoch), true, 1), MemoryWatch.begin());
    assertThat(text).startsWith("1 epochs: estimated").contains("(2.00 of it)", "measured 0 MiB");
  }

  @Test
  void badSizesAreRefused() {
    assertThatThrownBy(() -> Workload.contrast(StGcnOptions.published(), NTU, 0, 1, 32))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("queries must be between 1 and 8, found 0.");
    assertThatThrownBy(() -> Workload.barlowTwins(StGcnOptions.published(), NTU, -1))
        .hasMessageContaining("embedding");
    assertThatThrownBy(() -> new Calibration(0, 1)).hasMessageContaining("operations per second");
  }
}
