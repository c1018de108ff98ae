package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.tensor.Schedule;

/** Every learning rate of the published configurations; epochs count from 0. */
class PublishedRatesTest {
  @ParameterizedTest
  @CsvSource({
    // PSTL, OPSTL: warm-up over 10 epochs from 0, then half a cosine over 140
    "pstl-pretrain, 0, 0",
    "pstl-pretrain, 1, 0.0005",
    "pstl-pretrain, 5, 0.0025",
    "pstl-pretrain, 9, 0.0045",
    "pstl-pretrain, 10, 0.005",
    "pstl-pretrain, 80, 0.0025",
    "pstl-pretrain, 149, 6.2946e-7",
    // half a cosine over 150 epochs, smallest rate 0
    "pstl-linear, 0, 0.01",
    "pstl-linear, 50, 0.0075",
    "pstl-linear, 75, 0.005",
    "pstl-linear, 100, 0.0025",
    "pstl-linear, 149, 1.09658e-6",
    "pstl-finetune, 0, 0.005",
    "pstl-finetune, 75, 0.0025",
    "pstl-finetune, 149, 5.48291e-7",
    // SkeletonCLR, CrosSCLR, AimCLR: a tenth after 250 of 300, after 80 of 100
    "clr-pretrain, 0, 0.1",
    "clr-pretrain, 249, 0.1",
    "clr-pretrain, 250, 0.01",
    "clr-pretrain, 299, 0.01",
    "clr-linear, 0, 3",
    "clr-linear, 79, 3",
    "clr-linear, 80, 0.3",
    "clr-linear, 99, 0.3",
    // three drops, as in SkeleMixCLR's fine-tuning, whose warm-up is over by then
    "skelemix-finetune, 49, 0.1",
    "skelemix-finetune, 50, 0.01",
    "skelemix-finetune, 70, 0.001",
    "skelemix-finetune, 90, 0.0001",
    "skelemix-finetune, 109, 0.0001"
  })
  void rate(String configuration, int epoch, double expected) {
    assertThat(schedule(configuration).rate(epoch)).isCloseTo(expected, within(1e-4 * expected));
  }

  private static Schedule schedule(String configuration) {
    return switch (configuration) {
      case "pstl-pretrain" -> LearningRate.cosine(5e-3, 10, true).schedule(150);
      case "pstl-linear" -> LearningRate.cosine(0.01, 0, false).schedule(150);
      case "pstl-finetune" -> LearningRate.cosine(5e-3, 0, false).schedule(150);
      case "clr-pretrain" -> LearningRate.steps(0.1, 250).schedule(300);
      case "clr-linear" -> LearningRate.steps(3.0, 80).schedule(100);
      case "skelemix-finetune" ->
          LearningRate.steps(0.1, 50, 70, 90).withWarmUp(10, false).schedule(110);
      default -> throw new IllegalArgumentException(configuration);
    };
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "4, 5", "9, 10", "10, 11"})
  void warmUpBeforeStepsRisesByElevenths(int epoch, int elevenths) {
    assertThat(schedule("skelemix-finetune").rate(epoch))
        .isCloseTo(0.1 * elevenths / 11, within(1e-12));
  }
}
