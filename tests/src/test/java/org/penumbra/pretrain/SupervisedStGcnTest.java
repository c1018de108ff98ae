package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.Scale;
import org.penumbra.embed.Embedder;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.train.Checkpoints;

class SupervisedStGcnTest {
  private static final SupervisedStGcn TINY = tiny(2);

  private static SupervisedStGcn tiny(int epochs) {
    SupervisedStGcn method =
        SupervisedStGcn.preset(Scale.SMOKE)
            .withEncoder(StGcnOptions.published().withSize(4, 16).withDropout(false));
    return method.withTraining(
        method.training().withEpochs(epochs).withBatchSize(10).withLearningRate(1e-2));
  }

  /** Speeds are easy to tell apart; one of five is chance. */
  @Test
  void learnsLabelsAndKeepsItsClassifier() {
    PreparedDataset data = Waves.clips(40);
    try (TrainedClassifier trained = tiny(15).train(data)) {
      double[] losses = trained.pretrained().history().losses();
      assertThat(losses[0]).as("near log 5 at first").isBetween(1.0, 3.0);
      assertThat(losses[14]).isLessThan(0.5 * losses[0]);
      float[] features = Embedder.of(trained.encoder()).embed(data).values();
      int[] predicted = trained.classifier().predict(features);
      assertThat(Accuracy.of(predicted, data.labels()).percent()).isGreaterThan(60);
      assertThatThrownBy(() -> trained.classifier().predict(new float[17]))
          .hasMessageContaining("rows of 16 numbers");
    }
  }

  @Test
  void keepingTheClassifierDoesNotChangeTheEncoder() {
    PreparedDataset data = Waves.clips(20);
    try (Pretrained alone = TINY.pretrain(data);
        TrainedClassifier both = TINY.train(data)) {
      assertThat(both.encoder().parameters().fingerprint())
          .isEqualTo(alone.encoder().parameters().fingerprint());
    }
  }

  /** A training that had ended is loaded: the classifier comes back too. */
  @Test
  void aCheckpointBringsBackTheClassifier(@TempDir Path folder) {
    PreparedDataset data = Waves.clips(20);
    Checkpoints checkpoints = Checkpoints.in(folder);
    try (TrainedClassifier whole = TINY.train(data, checkpoints);
        TrainedClassifier loaded = TINY.train(data, checkpoints)) {
      assertThat(loaded.classifier().parameters().fingerprint())
          .isEqualTo(whole.classifier().parameters().fingerprint());
      assertThat(loaded.encoder().parameters().fingerprint())
          .isEqualTo(whole.encoder().parameters().fingerprint());
    }
  }
}
