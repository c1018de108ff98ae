package org.penumbra.evaluate;

import java.util.Comparator;
import java.util.List;
import org.penumbra.core.Require;

/**
 * Accuracy on the test clips after each epoch of a linear evaluation. The papers report the best
 * epoch, which is chosen on the test clips; the last epoch is the honest figure. Both are here.
 *
 * @param epochs accuracy after each epoch, in order; at least one
 */
public record LinearResult(List<Accuracy> epochs) {
  /** Keeps an unmodifiable copy. */
  public LinearResult {
    epochs = List.copyOf(Require.notEmpty("epochs of a linear result", epochs));
  }

  /** After the last epoch. */
  public Accuracy last() {
    return epochs.get(epochs.size() - 1);
  }

  /** Of the best epoch, chosen on the test clips as the papers do. */
  public Accuracy best() {
    return epochs.stream().max(Comparator.comparingInt(Accuracy::correct)).orElseThrow();
  }
}
