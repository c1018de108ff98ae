package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.model.LinearClassifier;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Precision;
import org.penumbra.train.LearningRate;
import org.penumbra.train.OptimiserKind;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;
import org.penumbra.train.TrainingOptions;

/**
 * Fine-tuning: a copy of a pretrained encoder and a linear layer learn together from labels, clips
 * as they are (no published code augments here). The given encoder is not changed.
 *
 * <pre>{@code
 * LinearResult result = FineTuning.preset(scale).evaluate(encoder, train, test);
 * }</pre>
 *
 * @param training epochs, batch, rates, seed
 * @param mode how the encoder computes while it learns
 * @param judgeEvery epochs between looks at the test clips; the last epoch is always judged. The
 *     best epoch is the best of those judged
 */
public record FineTuning(TrainingOptions training, EncoderMode mode, int judgeEvery) {
  /** Checks every option. */
  public FineTuning {
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(mode, "mode");
    Require.atLeast("epochs between judgements", judgeEvery, 1);
  }

  /** PSTL's and OPSTL's: Adam at 5e-3, cosine over 150 epochs, no weight decay, training mode. */
  public static FineTuning published() {
    return new FineTuning(
        TrainingOptions.adam(150, 128, LearningRate.cosine(5e-3, 0, false), 0, 1),
        EncoderMode.TRAINING,
        1);
  }

  /**
   * AimCLR's: SGD at 0.1, weight decay 1e-4, whole batches only, the encoder in evaluation mode
   * even while it learns. Epochs and steps are not published: 110 epochs with a tenth after 50, 70
   * and 90 are those of SkeleMixCLR, which builds on it.
   */
  public static FineTuning aimClr() {
    TrainingOptions training =
        new TrainingOptions(
            110,
            128,
            true,
            OptimiserKind.SGD,
            LearningRate.steps(0.1, 50, 70, 90),
            1e-4,
            0,
            1,
            Precision.FLOAT32,
            1);
    return new FineTuning(training, EncoderMode.EVALUATION, 5);
  }

  /**
   * CrossMoCo's: 100 epochs at 1e-4. The paper names neither optimiser nor schedule: Adam at a
   * constant rate here.
   */
  public static FineTuning crossMoco() {
    return new FineTuning(
        TrainingOptions.adam(100, 128, LearningRate.constant(1e-4), 0, 1), EncoderMode.TRAINING, 1);
  }

  /** Settings of a scale: {@code PAPER} as PSTL published them, the others shorter. */
  public static FineTuning preset(Scale scale) {
    FineTuning published = published();
    TrainingOptions training = published.training;
    return switch (scale) {
      case PAPER -> published;
      case COURSE ->
          published
              .withTraining(training.withEpochs(12).withBatchSize(32).withLearningRate(1e-3))
              .withJudgeEvery(2);
      case SMOKE ->
          published
              .withTraining(training.withEpochs(3).withBatchSize(32).withLearningRate(2e-3))
              .withJudgeEvery(3);
    };
  }

  /** One line for people: every setting. */
  public String describe() {
    return "fine-tuning: "
        + training.describe()
        + ", encoder in "
        + mode.label()
        + ", no augmentation, judged every "
        + judgeEvery
        + " epochs";
  }

  /** These settings with other training options. */
  public FineTuning withTraining(TrainingOptions value) {
    return new FineTuning(value, mode, judgeEvery);
  }

  /** These settings with the encoder in another mode. */
  public FineTuning withMode(EncoderMode value) {
    return new FineTuning(training, value, judgeEvery);
  }

  /** These settings with other epochs between looks at the test clips. */
  public FineTuning withJudgeEvery(int value) {
    return new FineTuning(training, mode, value);
  }

  /** These settings with another seed. */
  public FineTuning withSeed(long value) {
    return withTraining(training.withSeed(value));
  }

  /**
   * Fine-tunes a copy, judges it and throws it away.
   *
   * @param encoder not changed
   * @param train clips whose labels are learned
   * @param test clips that judge
   * @param listeners hear how it goes
   * @throws InvalidOptionException if layout, classes or numbers of clips do not fit
   */
  public LinearResult evaluate(
      StGcn encoder, PreparedDataset train, PreparedDataset test, TrainingListener... listeners) {
    try (FineTuned tuned = tune(encoder, train, test, listeners)) {
      return tuned.result();
    }
  }

  /** As {@link #evaluate}, keeping what was tuned; the caller closes it. */
  public FineTuned tune(
      StGcn encoder, PreparedDataset train, PreparedDataset test, TrainingListener... listeners) {
    TestClips.check(encoder, train, test);
    TrainingLoop.check(training, train.size());
    RandomKey key = RandomKey.of(training.seed()).with("fine-tuning");
    StGcn copy = new StGcn(encoder.layout(), encoder.options(), key);
    LinearClassifier classifier =
        new LinearClassifier(encoder.features(), train.classNames().size(), key.with("classifier"));
    try {
      copy.parameters().copyFrom(encoder.parameters());
      EpochJudge judge = new EpochJudge(test, judgeEvery);
      List<TrainingListener> all = new ArrayList<>(List.of(judge));
      all.addAll(List.of(listeners));
      FineTuningStep step = new FineTuningStep(copy, classifier, train, this);
      TrainingHistory history = new TrainingLoop(training, all).run(step, train.size());
      return new FineTuned(copy, classifier, judge.result(history), history);
    } catch (RuntimeException | Error failure) {
      copy.close();
      classifier.close();
      throw failure;
    }
  }
}
