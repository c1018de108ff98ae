package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.SupervisedStGcn;
import org.penumbra.pretrain.TrainedClassifier;
import org.penumbra.train.TrainingListener;

/**
 * Supervised training from scratch, judged in the same way as fine-tuning, which the papers compare
 * with it.
 *
 * @param method encoder and training
 * @param judgeEvery epochs between looks at the test clips; the last epoch is always judged
 */
public record SupervisedEvaluation(SupervisedStGcn method, int judgeEvery) {
  /** Checks every option. */
  public SupervisedEvaluation {
    Objects.requireNonNull(method, "method");
    Require.atLeast("epochs between judgements", judgeEvery, 1);
  }

  /** Settings of a scale, those of {@link SupervisedStGcn#preset}, judged after every epoch. */
  public static SupervisedEvaluation preset(Scale scale) {
    return new SupervisedEvaluation(SupervisedStGcn.preset(scale), 1);
  }

  /** The settings of {@link #preset} at the scale of the papers. */
  public static SupervisedEvaluation published() {
    return preset(Scale.PAPER);
  }

  /** One line for people: every setting. */
  public String describe() {
    return "supervised from scratch: "
        + method.describe()
        + ", judged every "
        + judgeEvery
        + " epochs";
  }

  /** These settings with another seed. */
  public SupervisedEvaluation withSeed(long seed) {
    return new SupervisedEvaluation(method.withSeed(seed), judgeEvery);
  }

  /**
   * Trains, judges on the test clips, and throws the networks away.
   *
   * @param listeners hear how it goes
   * @throws org.penumbra.core.InvalidOptionException if layout or classes do not fit
   */
  public LinearResult evaluate(
      PreparedDataset train, PreparedDataset test, TrainingListener... listeners) {
    TestClips.check(train, test);
    EpochJudge judge = new EpochJudge(test, judgeEvery);
    List<TrainingListener> all = new ArrayList<>(List.of(judge));
    all.addAll(List.of(listeners));
    try (TrainedClassifier trained = method.train(train, all.toArray(TrainingListener[]::new))) {
      return judge.result(trained.pretrained().history());
    }
  }
}
