package org.penumbra.evaluate;

import java.util.Comparator;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * How a linear classifier did on the test clips while it learned, on frozen features or together
 * with the encoder: the accuracy after each judged epoch, and what it said of each clip after the
 * last and after the best. The papers report the best epoch, which is chosen on the test clips; the
 * last epoch is the honest figure. Both are here.
 *
 * @param epochs accuracy after each judged epoch, in order; at least one
 * @param kept predictions after the last and after the best epoch, in this order; empty in results
 *     that keep accuracies only
 */
public record LinearResult(List<Accuracy> epochs, List<Predictions> kept) {
  /** Keeps unmodifiable copies and checks that predictions and accuracies agree. */
  public LinearResult {
    epochs = List.copyOf(Require.notEmpty("epochs of a linear result", epochs));
    kept = List.copyOf(kept);
    if (!kept.isEmpty()) {
      Require.inRange("kept predictions, of the last and the best epoch", kept.size(), 2, 2);
      check("last", kept.get(0), epochs.get(epochs.size() - 1));
      check("best", kept.get(1), best(epochs));
    }
  }

  /** A result that keeps accuracies only. */
  public LinearResult(List<Accuracy> epochs) {
    this(epochs, List.of());
  }

  private static void check(String which, Predictions kept, Accuracy expected) {
    if (!kept.accuracy().equals(expected)) {
      throw new InvalidOptionException(
          "predictions of the " + which + " epoch", expected.toString(), kept.accuracy());
    }
  }

  /** After the last epoch. */
  public Accuracy last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Of the best epoch, chosen on the test clips as the papers do. */
  public Accuracy best() {
    return best(epochs);
  }

  private static Accuracy best(List<Accuracy> epochs) {
    return epochs.stream().max(Comparator.comparingInt(Accuracy::correct)).orElseThrow();
  }

  /** Index from 0 into {@link #epochs} of the best, the first of equals. */
  public int bestIndex() {
    return epochs.indexOf(best());
  }

  /**
   * What was said of each clip after the last epoch.
   *
   * @throws InvalidOptionException if this result keeps accuracies only
   */
  public Predictions lastPredictions() {
    return kept(0);
  }

  /** As {@link #lastPredictions()}, after the best epoch. */
  public Predictions bestPredictions() {
    return kept(1);
  }

  private Predictions kept(int which) {
    if (kept.isEmpty()) {
      throw new InvalidOptionException(
          "linear result", "one with predictions of each clip", "accuracies only");
    }
    return kept.get(which);
  }
}
