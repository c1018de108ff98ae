package org.penumbra.train;

import java.util.Optional;

/**
 * Hears how training goes, on the thread that trains. It must not change the networks.
 *
 * <p>If it throws an {@link java.io.UncheckedIOException}, because a disk is full for instance,
 * training stops as if interrupted and the weights are kept. Whatever else it throws fails the
 * training.
 */
public interface TrainingListener {
  /** Training begins, or goes on from a checkpoint; no step was done yet. */
  default void trainingStarted(TrainingStart start) {}

  /** A step is done. */
  default void stepEnded(int epoch, int step, int stepsPerEpoch, int epochs, double loss) {}

  /**
   * Measures the networks after an epoch, before {@link #epochEnded} is told of it; must change
   * nothing. Of several listeners that measure, the first is reported.
   *
   * @param report of the epoch, without health
   * @return empty if this listener measures nothing, or not after this epoch
   */
  default Optional<HealthReport> examine(EpochReport report) {
    return Optional.empty();
  }

  /** An epoch is done. */
  default void epochEnded(EpochReport report) {}

  /**
   * Something that the user should know: resumed from where, a damaged checkpoint, a full disk.
   *
   * @param notice a sentence or two
   */
  default void noticed(String notice) {}

  /** Training is over, whole or interrupted. Not called when it failed. */
  default void trainingEnded(TrainingHistory history) {}

  /**
   * Training failed; {@link #trainingEnded} is not called. What the loop throws is this cause.
   *
   * @param cause what went wrong
   */
  default void trainingFailed(Throwable cause) {}
}
