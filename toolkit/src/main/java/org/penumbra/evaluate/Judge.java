package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Collects accuracies while a classifier learns; keeps predictions of the last and the best. */
final class Judge {
  private final List<Accuracy> accuracies = new ArrayList<>();
  private Predictions last;
  private Predictions best;

  void judge(Predictions predictions) {
    last = predictions;
    Accuracy accuracy = predictions.accuracy();
    accuracies.add(accuracy);
    if (best == null || accuracy.correct() > best.accuracy().correct()) {
      best = predictions;
    }
  }

  /** One accuracy for each time it has judged. */
  LinearResult result() {
    return new LinearResult(accuracies, List.of(last, best));
  }
}
