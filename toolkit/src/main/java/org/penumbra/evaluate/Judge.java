package org.penumbra.evaluate;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

/** Test features that judge a classifier again and again while it learns. */
final class Judge {
  private final NDArray features; // (N, F)
  private final int[] labels;
  private final List<Accuracy> accuracies = new ArrayList<>();

  Judge(NDArray features, int[] labels) {
    this.features = features;
    this.labels = labels;
  }

  void judge(Parameters classifier) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      long[] best = LinearEvaluation.logits(features, classifier).argMax(1).toLongArray();
      accuracies.add(Accuracy.of(Arrays.stream(best).mapToInt(Math::toIntExact).toArray(), labels));
    }
  }

  /** One accuracy for each time it has judged. */
  LinearResult result() {
    return new LinearResult(accuracies);
  }
}
