package org.penumbra.pretrain;

import java.util.OptionalLong;
import org.penumbra.tensor.Bytes;

/**
 * One batch size that was tried, or not.
 *
 * @param batch samples
 * @param outcome how it went
 * @param bytes peak of memory beyond what was there before; expected if not tried, empty if it was
 *     refused or memory ran out
 */
public record BatchTrial(int batch, Outcome outcome, OptionalLong bytes) {
  /** How a trial went. */
  public enum Outcome {
    /** A step was done within the budget. */
    FITS("fits"),
    /** Memory ran out, or the step took more than the budget. */
    TOO_LARGE("too large"),
    /** From smaller batches it would take more than the budget, so that it was left alone. */
    NOT_TRIED("not tried, too large by what smaller ones took"),
    /** The method takes no such batch. */
    REFUSED("refused by the method");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }
  }

  /** One line for people. */
  public String describe() {
    return batch
        + ": "
        + outcome.label
        + (bytes.isPresent() ? ", " + Bytes.text(bytes.getAsLong()) : "");
  }
}
