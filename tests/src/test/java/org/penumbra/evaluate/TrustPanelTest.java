package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.TrainingException;
import org.penumbra.embed.Distance;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

class TrustPanelTest {
  private static final PreparedDataset TRAIN = Waving.clips("train", 24);
  private static final PreparedDataset TEST = Waving.clips("test", 9);
  private static final LinearEvaluation LINEAR =
      LinearEvaluation.published().withEpochs(5).withBatchSize(8).withLearningRate(0.05);

  private final StGcn encoder = Waving.encoder();

  @AfterEach
  void close() {
    encoder.close();
  }

  private LinearResult evaluate() {
    Embedder embedder = Embedder.of(encoder);
    return LINEAR.evaluate(embedder.embed(TRAIN), embedder.embed(TEST));
  }

  @Test
  void aFrozenEvaluationShowsWhatItIs() {
    TrustPanel panel = TrustPanel.linear(LINEAR, encoder, TRAIN, TEST);
    assertThat(panel.isFrozen()).isTrue();
    assertThat(panel.before()).isEqualTo(panel.after()).isEqualTo(EncoderState.of(encoder));
    assertThat(panel.trainedParameters()).as("8 x 3 + 3").isEqualTo(27);
    assertThat(panel.result()).isEqualTo(evaluate());
    assertThat(panel.baselines().majority()).isEqualTo(new Accuracy(3, 9));
    assertThat(panel.toString())
        .contains("trained parameters: 27")
        .contains("the same before and after")
        .contains("missing names 0, unexpected names 0")
        .contains("best of 5 judged epochs")
        .contains("chosen on the test clips")
        .contains("top-3, last epoch: 100.0 %")
        .contains("random encoder")
        .contains("most frequent training class: 33.3 %");
    assertThat(panel.table().columnNames()).containsExactly("what", "found");
  }

  /** One forward pass in training mode moves the running statistics and no weight. */
  @Test
  void anEncoderThatIsNotFrozenIsCaught() {
    assertThatThrownBy(
            () ->
                TrustPanel.frozen(
                    "careless", encoder, TRAIN, TEST, 27, LINEAR, this::evaluateInTrainingMode))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("The evaluation (careless) changed the batch statistics of")
        .hasMessageContaining("worth nothing");
  }

  private LinearResult evaluateInTrainingMode() {
    try (TensorScope scope = TensorScope.open();
        NDManager manager = Compute.newManager()) {
      scope.holds();
      encoder.train(manager.create(TRAIN.values(), new Shape(24, 3, 12, 20, 1)), List.of(), null);
    }
    return evaluate();
  }

  @Test
  void weightsThatMovedAreCaughtToo() {
    assertThatThrownBy(
            () ->
                TrustPanel.frozen(
                    "careless",
                    encoder,
                    TRAIN,
                    TEST,
                    27,
                    LINEAR,
                    () -> {
                      float[] weight = encoder.parameters().get("data_bn.weight").toFloatArray();
                      weight[0] += 1;
                      encoder.parameters().set("data_bn.weight", weight);
                      return evaluate();
                    }))
        .hasMessageContaining("changed the weights of the encoder");
  }

  @Test
  void fineTuningKeepsTheGivenEncoderAndSaysThatACopyLearned() {
    FineTuning quick =
        new FineTuning(
            FineTuning.published().training().withEpochs(1).withBatchSize(8),
            EncoderMode.TRAINING,
            1);
    TrustPanel panel = TrustPanel.fineTuned(quick, LINEAR, encoder, TRAIN, TEST);
    assertThat(panel.isFrozen()).isFalse();
    assertThat(panel.trainedParameters()).isEqualTo(encoder.parameters().count() + 27);
    assertThat(panel.toString()).contains("a copy that learned");
  }

  @Test
  void namesOfAFileAreCompared(@TempDir Path folder) {
    Path file = folder.resolve("encoder.safetensors");
    encoder.save(file);
    LoadedNames names = LoadedNames.of(encoder, file);
    assertThat(names.missing()).isEmpty();
    assertThat(names.unexpected()).isEmpty();
    assertThat(names.toString()).startsWith("encoder.safetensors; missing names 0");
  }

  private static Embeddings rows(int[] labels, float... values) {
    return new Embeddings(List.of("a", "b", "c"), labels, 2, values);
  }

  /** By hand: the second is nearer in angle, the first in distance. */
  @Test
  void theDistanceDecidesWhoIsNear() {
    Embeddings train = rows(new int[] {0, 1, 2}, 1, 1, 10, 0, -1, -1);
    Embeddings test = rows(new int[] {1}, 2, 0.1f);
    KnnEvaluation knn = KnnEvaluation.published();
    assertThat(knn.evaluate(train, test).predicted()).containsExactly(1);
    assertThat(knn.withDistance(Distance.EUCLIDEAN).evaluate(train, test).predicted())
        .containsExactly(0);
    assertThat(knn.evaluate(train, test).top(2)).isEqualTo(new Accuracy(1, 1));
  }

  @Test
  void ofTiesTheFirstNeighbourVotesAndTheLowestLabelWins() {
    Embeddings train = rows(new int[] {2, 0, 1}, 1, 0, 1, 0, 1, 0);
    Embeddings test = rows(new int[] {0}, 1, 0);
    KnnEvaluation knn = KnnEvaluation.published();
    assertThat(knn.evaluate(train, test).predicted()).as("first row").containsExactly(2);
    assertThat(knn.withNeighbours(3).evaluate(train, test).predicted())
        .as("one vote each, as close: lowest label")
        .containsExactly(0);
    assertThatThrownBy(() -> knn.withNeighbours(4).evaluate(train, test))
        .hasMessage("neighbours must be at most the 3 training clips, found 4.");
    assertThatThrownBy(() -> knn.withNeighbours(0)).hasMessageContaining("at least 1");
  }
}
