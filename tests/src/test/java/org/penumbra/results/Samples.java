package org.penumbra.results;

import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.Scale;
import org.penumbra.evaluate.Accuracy;

/** Outcomes made up for the tests. */
final class Samples {
  private Samples() {}

  /** A linear accuracy on occluded NW-UCLA at scale course. */
  static Outcome course(String method, String imputation, int correct, int total) {
    return outcome("nw-ucla", "xview", method, imputation, correct, total)
        .withScale(Scale.COURSE)
        .withEpochs(30);
  }

  /** A linear accuracy on the paper's own occluded data at its own scale. */
  static Outcome paper(String method, String imputation, int correct, int total) {
    return outcome("ntu60", "xsub", method, imputation, correct, total)
        .withScale(Scale.PAPER)
        .withEpochs(150);
  }

  private static Outcome outcome(
      String data, String split, String method, String imputation, int correct, int total) {
    String stream = method.startsWith("2s") ? "J+M" : "joint";
    Condition condition =
        Condition.of(method, stream, data, split, "linear")
            .with("occlusion", "realistic")
            .with("imputation", imputation);
    return Outcome.of(condition, new Accuracy(correct, total)).withSeed(1);
  }

  /** So many clips in all, of which those in the range are right. */
  static ClipCorrectness clips(int total, int from, int to) {
    List<String> names = IntStream.range(0, total).mapToObj(i -> "clip-" + (1000 + i)).toList();
    int[] labels = new int[total];
    int[] predicted = new int[total];
    for (int i = 0; i < total; i++) {
      predicted[i] = i >= from && i < to ? 0 : 1;
    }
    return ClipCorrectness.of(names, predicted, labels);
  }
}
