package org.penumbra.evaluate;

import ai.djl.ndarray.NDArray;
import org.penumbra.embed.Embeddings;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

/** Test features that judge a classifier again and again while it learns. */
final class FeatureJudge {
  private final NDArray features; // (N, F)
  private final Embeddings test;
  private final Judge judge = new Judge();

  FeatureJudge(NDArray features, Embeddings test) {
    this.features = features;
    this.test = test;
  }

  void judge(Parameters classifier) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      float[] scores = LinearEvaluation.logits(features, classifier).toFloatArray();
      judge.judge(Predictions.ofScores(test.classNames(), test.clipNames(), test.labels(), scores));
    }
  }

  LinearResult result() {
    return judge.result();
  }
}
