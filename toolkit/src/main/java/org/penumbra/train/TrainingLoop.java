package org.penumbra.train;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.TrainingException;

/**
 * Runs a {@link TrainingStep} over the data, epoch by epoch, and knows nothing else of the method.
 *
 * <p>Interrupting the thread (a notebook's stop button) ends training after the current step; the
 * weights so far stay and the history says so. A loss that is no finite number stops training
 * before the weights are touched; so does a gradient that is none, if their norm is limited
 * (otherwise the next loss tells, and no checkpoint of such weights is written).
 */
public final class TrainingLoop {
  private final TrainingOptions options;
  private final List<TrainingListener> listeners;

  /** A loop with these settings, telling these listeners. */
  public TrainingLoop(TrainingOptions options, List<TrainingListener> listeners) {
    this.options = options;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Trains from the beginning, without checkpoints.
   *
   * @param step the method
   * @param samples number of training samples
   * @return how it went
   * @throws InvalidOptionException if there are fewer than two samples, or not enough for a batch
   * @throws TrainingException if the loss is not finite
   */
  public TrainingHistory run(TrainingStep step, int samples) {
    return run(step, samples, null);
  }

  /**
   * Trains from where the last good checkpoint stands, or from the beginning, and saves checkpoints
   * on the way. An interrupt ends training after the current update, with a checkpoint there.
   *
   * @param step the method, with fresh networks
   * @param samples number of training samples
   * @param folder opened for this training; stays open
   * @return how it went, from the very beginning
   * @throws InvalidOptionException if there are fewer than two samples, or not enough for a batch
   * @throws TrainingException if the loss is not finite
   */
  public TrainingHistory run(TrainingStep step, int samples, CheckpointFolder folder) {
    check(options, samples);
    try (StepRunner runner = new StepRunner(options, step)) {
      return new RunningTraining(options, listeners, step, samples, runner, folder).run();
    }
  }

  /**
   * Checks that there is something to train on, before networks are made.
   *
   * @throws InvalidOptionException if there are fewer than two samples, or not enough for a batch
   */
  public static void check(TrainingOptions options, int samples) {
    if (samples < 2) {
      throw new InvalidOptionException("number of training samples", "at least 2", samples);
    }
    if (options.dropLast() && samples < options.batchSize()) {
      throw new InvalidOptionException(
          "number of training samples",
          "at least the batch size "
              + options.batchSize()
              + ", because batches that are not full are left out (take a smaller batch with"
              + " withBatchSize, or keep them with withDropLast(false))",
          samples);
    }
  }
}
