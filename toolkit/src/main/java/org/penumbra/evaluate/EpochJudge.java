package org.penumbra.evaluate;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.TrainingException;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.Learner;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.EpochReport;
import org.penumbra.train.TrainingHistory;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingStart;

/**
 * Judges an encoder and the classifier that learns with it on the test clips, in evaluation mode,
 * while they learn.
 */
final class EpochJudge implements TrainingListener {
  private final PreparedDataset test;
  private final int every;
  private final Judge judge = new Judge();
  private StGcn encoder;
  private Parameters classifier;

  EpochJudge(PreparedDataset test, int every) {
    this.test = test;
    this.every = every;
  }

  @Override
  public void trainingStarted(TrainingStart start) {
    boolean classifies = start.step().trained().containsKey("classifier");
    if (!(start.step() instanceof Learner learner) || !classifies) {
      throw new InvalidOptionException(
          "training to judge", "one of an encoder with a classifier", start.step().getClass());
    }
    encoder = learner.encoder();
    classifier = learner.trained().get("classifier");
  }

  @Override
  public void epochEnded(EpochReport report) {
    int done = report.epoch() + 1;
    if (done % every == 0 || done == report.epochs()) {
      judge.judge(predict(encoder, classifier, test));
    }
  }

  /** What an encoder in evaluation mode and a linear layer say of clips. */
  static Predictions predict(StGcn encoder, Parameters classifier, PreparedDataset test) {
    Embeddings features = Embedder.of(encoder).embed(test);
    try (TensorScope scope = TensorScope.open();
        NDManager manager = Compute.newManager()) {
      scope.holds();
      Shape shape = new Shape(features.size(), features.features());
      NDArray x = manager.create(features.values(), shape);
      float[] scores = LinearEvaluation.logits(x, classifier).toFloatArray();
      return Predictions.ofScores(test.classNames(), test.clipNames(), test.labels(), scores);
    }
  }

  /**
   * All judgements.
   *
   * @throws TrainingException if training was interrupted: its figures would pass for those of the
   *     whole
   */
  LinearResult result(TrainingHistory history) {
    if (history.interrupted()) {
      throw new TrainingException(
          "Interrupted after "
              + history.epochs().size()
              + " epochs: figures of a part of the training would pass for those of the whole. Run"
              + " it again, or ask for fewer epochs.");
    }
    return judge.result();
  }
}
