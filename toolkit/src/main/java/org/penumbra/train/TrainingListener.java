package org.penumbra.train;

/** Hears how training goes, on the thread that trains. */
public interface TrainingListener {
  /** A step is done. */
  default void stepEnded(int epoch, int step, int stepsPerEpoch, int epochs, double loss) {}

  /** An epoch is done. */
  default void epochEnded(EpochReport report) {}

  /** Training is over, whole or interrupted. Not called when it failed. */
  default void trainingEnded(TrainingHistory history) {}

  /**
   * Training failed; {@link #trainingEnded} is not called. What the loop throws is this cause.
   *
   * @param cause what went wrong
   */
  default void trainingFailed(Throwable cause) {}
}
