package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.embed.Embeddings;

/** Against scikit-learn 1.2.1, by {@code tests/src/test/python/logistic_reference.py}. */
class LinearEvaluationGoldenTest {
  private static final int FOUND_BY_SCIKIT_LEARN = 216;
  private static final int CLASSES = 5;
  private static final int FEATURES = 8;

  private static Embeddings points(int from, int to) {
    int[] labels = IntStream.range(from, to).map(n -> n % CLASSES).toArray();
    float[] values = new float[(to - from) * FEATURES];
    for (int i = 0; i < values.length; i++) {
      int n = from + i / FEATURES;
      int f = i % FEATURES;
      double wave = Math.sin(12.9898 * (n + 1) + 78.233 * (f + 1)) * 43758.5453;
      double uniform = (wave - Math.floor(wave) - 0.5) * 4;
      values[i] = (float) (uniform + (f == n % CLASSES ? 2.2 : 0));
    }
    return new Embeddings(List.of("a", "b", "c", "d", "e"), labels, FEATURES, values);
  }

  /** The same convex problem; the last epochs at a rate near 0 end within two clips of it. */
  @Test
  void theClassifierIsAsGoodAsLogisticRegression() {
    LinearEvaluation evaluation =
        LinearEvaluation.published().withEpochs(150).withBatchSize(32).withLearningRate(0.05);
    LinearResult result = evaluation.evaluate(points(0, 400), points(400, 700));
    assertThat(result.last().correct())
        .isBetween(FOUND_BY_SCIKIT_LEARN - 2, FOUND_BY_SCIKIT_LEARN + 2);
  }

  /** The other published way to learn, at a rate that suits features of this size. */
  @Test
  void soIsTheClassifierOfSkeletonClr() {
    LinearEvaluation evaluation =
        LinearEvaluation.skeletonClr().withBatchSize(64).withLearningRate(0.3);
    LinearResult result = evaluation.evaluate(points(0, 400), points(400, 700));
    assertThat(result.last().correct())
        .isBetween(FOUND_BY_SCIKIT_LEARN - 3, FOUND_BY_SCIKIT_LEARN + 3);
  }
}
