package org.penumbra.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.pretrain.BatchTrial.Outcome;
import org.penumbra.tensor.Bytes;

/**
 * The largest batch within a budget: doubling from two, then halving the distance. Sizes that would
 * go over by the line through the last two are not tried, because on a CPU the system would end the
 * process.
 */
final class BatchSearch {
  private static final int SMALLEST = 2;
  private static final double MARGIN = 1.1; // of what a straight line says

  private final IntFunction<BatchTrial> attempt;
  private final long budget;
  private final int largest;
  private final List<BatchTrial> trials = new ArrayList<>();
  private BatchTrial last; // the two largest that fit
  private BatchTrial former;

  /**
   * A search.
   *
   * @param attempt does a step of a batch size
   */
  BatchSearch(IntFunction<BatchTrial> attempt, long budget, int largest) {
    this.attempt = attempt;
    this.budget = budget;
    this.largest = largest;
  }

  /** All trials, in order; the largest that fits is among them. */
  List<BatchTrial> run() {
    if (!fits(SMALLEST)) {
      OptionalLong needed = trials.get(0).bytes();
      throw new InvalidOptionException(
          "memory budget",
          "enough for a batch of two"
              + (needed.isPresent() ? ", which takes " + Bytes.text(needed.getAsLong()) : ""),
          Bytes.text(budget));
    }
    int low = SMALLEST;
    int high = largest + 1;
    while (low < largest) {
      int next = Math.min(2 * low, largest);
      if (!fits(next)) {
        high = next;
        break;
      }
      low = next;
    }
    while (high - low > Math.max(1, low / 8)) {
      int middle = low + (high - low) / 2;
      if (fits(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return trials;
  }

  private boolean fits(int batch) {
    OptionalLong expected = expected(batch);
    BatchTrial trial =
        expected.isPresent() && expected.getAsLong() > budget
            ? new BatchTrial(batch, Outcome.NOT_TRIED, expected)
            : attempt.apply(batch);
    if (trial.outcome() == Outcome.FITS && trial.bytes().orElse(0) > budget) {
      trial = new BatchTrial(batch, Outcome.TOO_LARGE, trial.bytes());
    }
    trials.add(trial);
    if (trial.outcome() != Outcome.FITS) {
      return false;
    }
    former = last;
    last = trial;
    return true;
  }

  private OptionalLong expected(int batch) {
    if (former == null) {
      return OptionalLong.empty();
    }
    double rise = last.bytes().orElse(0) - (double) former.bytes().orElse(0);
    double slope = Math.max(0, rise) / (last.batch() - former.batch());
    double line = last.bytes().orElse(0) + slope * (batch - last.batch()) * MARGIN;
    return OptionalLong.of((long) line);
  }
}
