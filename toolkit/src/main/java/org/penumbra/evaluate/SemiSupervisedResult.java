package org.penumbra.evaluate;

import java.util.List;
import org.penumbra.core.Require;
import org.penumbra.data.LabelledSubset;

/**
 * Accuracies of a semi-supervised evaluation over its subsets.
 *
 * @param settings one line for people
 * @param draws one for each subset
 */
public record SemiSupervisedResult(String settings, List<Draw> draws) {
  /**
   * One subset.
   *
   * @param subset whose labels were learned
   * @param result on all test clips
   */
  public record Draw(LabelledSubset subset, LinearResult result) {}

  /** Keeps an unmodifiable copy. */
  public SemiSupervisedResult {
    draws = List.copyOf(Require.notEmpty("draws", draws));
  }

  /** Mean and deviation after the last epoch. */
  public Spread last() {
    return Spread.of(draws.stream().mapToDouble(draw -> draw.result().last().percent()).toArray());
  }

  /** Mean and deviation of each draw's best epoch, chosen on the test clips as the papers do. */
  public Spread best() {
    return Spread.of(draws.stream().mapToDouble(draw -> draw.result().best().percent()).toArray());
  }

  @Override
  public String toString() {
    return "last epoch " + last() + ", best epoch " + best() + "; " + settings;
  }
}
