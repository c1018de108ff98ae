package org.penumbra.train;

import java.util.List;

/**
 * How a training went.
 *
 * @param epochs finished epochs, in order
 * @param interrupted whether the user stopped it before the end
 * @param seconds wall time
 */
public record TrainingHistory(List<EpochReport> epochs, boolean interrupted, double seconds) {
  /** Keeps an unmodifiable copy. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /** Mean loss of each finished epoch. */
  public double[] losses() {
    return epochs.stream().mapToDouble(EpochReport::loss).toArray();
  }
}
