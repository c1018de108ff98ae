package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.data.LabelledSubset;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.SupervisedStGcn;
import org.penumbra.tensor.Precision;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

class FineTuningTest {
  private static final PreparedDataset TRAIN = Waving.clips("train", 24);
  private static final PreparedDataset TEST = Waving.clips("test", 9);
  private static final FineTuning QUICK = quick(3);

  private final StGcn encoder = Waving.encoder();

  private static FineTuning quick(int epochs) {
    TrainingOptions training =
        TrainingOptions.adam(epochs, 8, LearningRate.cosine(1e-2, 0, false), 0, 1);
    return new FineTuning(training, EncoderMode.TRAINING, 2);
  }

  @AfterEach
  void close() {
    encoder.close();
  }

  @Test
  void theGivenEncoderIsNotChangedAndTheCopyLearns() {
    EncoderState before = EncoderState.of(encoder);
    try (FineTuned tuned = QUICK.tune(encoder, TRAIN, TEST)) {
      assertThat(EncoderState.of(encoder)).isEqualTo(before);
      assertThat(EncoderState.of(tuned.encoder()).difference(before))
          .isEqualTo("weights and batch statistics");
      assertThat(tuned.trainedParameters()).isEqualTo(encoder.parameters().count() + 8 * 3 + 3);
      assertThat(tuned.result().epochs()).as("after epochs 2 and 3").hasSize(2);
      assertThat(tuned.result().lastPredictions().clipNames()).isEqualTo(TEST.clipNames());
    }
  }

  /** AimCLR's fork: weights learn through running statistics, which stay. */
  @Test
  void inEvaluationModeWeightsLearnAndStatisticsStay() {
    EncoderState before = EncoderState.of(encoder);
    try (FineTuned tuned = QUICK.withMode(EncoderMode.EVALUATION).tune(encoder, TRAIN, TEST)) {
      assertThat(EncoderState.of(tuned.encoder()).difference(before)).isEqualTo("weights");
      float[] first = encoder.parameters().get("st_gcn_networks.0.gcn.conv.weight").toFloatArray();
      float[] moved =
          tuned.encoder().parameters().get("st_gcn_networks.0.gcn.conv.weight").toFloatArray();
      assertThat(moved).as("gradients reach the first layer").isNotEqualTo(first);
    }
  }

  /**
   * The copy learns nearly the same weights; in evaluation mode its statistics stay all the same.
   */
  @ParameterizedTest
  @EnumSource(EncoderMode.class)
  void itLearnsInBfloat16Too(EncoderMode mode) {
    String name = "st_gcn_networks.9.tcn.2.weight";
    FineTuning exact = quick(1).withMode(mode);
    FineTuning rounded = exact.withTraining(exact.training().withPrecision(Precision.BFLOAT16));
    try (FineTuned first = exact.tune(encoder, TRAIN, TEST);
        FineTuned second = rounded.tune(encoder, TRAIN, TEST)) {
      float[] weights = first.encoder().parameters().get(name).toFloatArray();
      assertThat(second.encoder().parameters().get(name).toFloatArray())
          .isNotEqualTo(weights)
          .isNotEqualTo(encoder.parameters().get(name).toFloatArray());
      EncoderState given = EncoderState.of(encoder);
      assertThat(EncoderState.of(second.encoder()).difference(given))
          .isEqualTo(EncoderState.of(first.encoder()).difference(given));
    }
  }

  @Test
  void labelsAreLearned() {
    FineTuning longer = quick(25).withJudgeEvery(25);
    assertThat(longer.evaluate(encoder, TRAIN, TEST).last().percent()).isGreaterThan(60);
  }

  @Test
  void theSeedDecides() {
    LinearResult result = QUICK.evaluate(encoder, TRAIN, TEST);
    assertThat(QUICK.evaluate(encoder, TRAIN, TEST)).isEqualTo(result);
    assertThat(QUICK.withSeed(2).evaluate(encoder, TRAIN, TEST)).isNotEqualTo(result);
  }

  @Test
  void supervisedTrainingIsJudgedInTheSameWay() {
    SupervisedStGcn tiny = SupervisedStGcn.preset(Scale.SMOKE).withEncoder(encoder.options());
    SupervisedEvaluation evaluation =
        new SupervisedEvaluation(tiny.withTraining(QUICK.training()), 1);
    LinearResult result = evaluation.evaluate(TRAIN, TEST);
    assertThat(result.epochs()).hasSize(3);
    assertThat(result.lastPredictions().size()).isEqualTo(9);
  }

  @Test
  void publishedSettingsAreThose() {
    assertThat(FineTuning.published().describe())
        .isEqualTo(
            "fine-tuning: 150 epochs of batch 128, adam, learning rate 0.005, cosine, weight decay"
                + " 0.0, seed 1, encoder in training mode, no augmentation, judged every 1 epochs");
    assertThat(FineTuning.preset(Scale.PAPER)).isEqualTo(FineTuning.published());
    assertThat(FineTuning.aimClr().mode()).isEqualTo(EncoderMode.EVALUATION);
    assertThat(FineTuning.crossMoco().training().rate().peak()).isEqualTo(1e-4);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    PreparedDataset few =
        new PreparedDataset(
            "few", TEST.layout(), List.of("slow"), List.of("x"), new int[1], 1, 1, new float[60]);
    assertThatThrownBy(() -> QUICK.evaluate(encoder, TRAIN, few))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("classes of the test clips must be [slow, middle, fast]");
    assertThatThrownBy(() -> QUICK.withJudgeEvery(0)).hasMessageContaining("between judgements");
  }

  @Test
  void semiSupervisedLearnsFromEachSubset() {
    SemiSupervised semi =
        SemiSupervised.published(0.25).withDraws(2).withFineTuning(QUICK.withJudgeEvery(3));
    EncoderState before = EncoderState.of(encoder);
    SemiSupervisedResult result = semi.evaluate(encoder, TRAIN, TEST);
    assertThat(EncoderState.of(encoder)).isEqualTo(before);
    assertThat(result.draws()).hasSize(2);
    for (SemiSupervisedResult.Draw draw : result.draws()) {
      assertThat(draw.subset().names()).as("rint(0.25 x 8) of each of 3 classes").hasSize(6);
    }
    assertThat(result.draws().get(0).subset().names())
        .isNotEqualTo(result.draws().get(1).subset().names());
    assertThat(result.last().draws()).isEqualTo(2);
    assertThat(semi.evaluate(encoder, TRAIN, TEST)).isEqualTo(result);
    assertThatThrownBy(() -> SemiSupervised.published(0.01).evaluate(encoder, TRAIN, TEST))
        .hasMessageContaining("enough for one clip of each class; class 'slow' has 8 clips");
  }

  @Test
  void withAllLabelsTheLinearForkIsTheLinearEvaluation() {
    LinearEvaluation linear =
        LinearEvaluation.published().withEpochs(5).withBatchSize(8).withLearningRate(0.05);
    SemiSupervised all =
        SemiSupervised.published(1).withFork(SemiSupervised.Fork.LINEAR).withLinear(linear);
    TrustPanel plain = TrustPanel.linear(linear, encoder, TRAIN, TEST);
    assertThat(all.evaluate(encoder, TRAIN, TEST).draws().get(0).result())
        .isEqualTo(plain.result());
  }

  /** Half to even, as the reference: 1 % of 250 is 2. */
  @Test
  void subsetsOfPreparedClipsAreThoseOfTheDataset() {
    int[] labels = new int[250];
    List<String> names = IntStream.range(0, 250).mapToObj(i -> "c" + i).toList();
    LabelledSubset subset = LabelledSubset.draw("d", List.of("a"), names, labels, 0.01, 1);
    assertThat(subset.names()).hasSize(2);
  }
}
