package org.penumbra.train;

import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * How far a training is: everything that the loop itself remembers between two steps.
 *
 * @param epoch finished epochs, which is also the number of the current one
 * @param step finished steps of the current epoch
 * @param lossSum of the current epoch: loss times samples, over its finished steps
 * @param samplesSeen in the current epoch
 * @param epochSeconds wall time of the current epoch so far
 * @param seconds wall time of the whole training so far
 * @param epochs reports of the finished epochs, in order
 */
public record TrainingPosition(
    int epoch,
    int step,
    double lossSum,
    long samplesSeen,
    double epochSeconds,
    double seconds,
    List<EpochReport> epochs) {

  /** Before the first step. */
  public static final TrainingPosition START = new TrainingPosition(0, 0, 0, 0, 0, 0, List.of());

  /** Checks that there is a report of every finished epoch. */
  public TrainingPosition {
    Require.atLeast("finished epochs", epoch, 0);
    Require.atLeast("finished steps", step, 0);
    epochs = List.copyOf(epochs);
    if (epochs.size() != epoch) {
      throw new InvalidOptionException("epoch reports", "one for each of " + epoch, epochs.size());
    }
  }

  /** For people, counted from 1: {@code after epoch 3} or {@code after step 7 of epoch 4}. */
  public String describe() {
    if (step > 0) {
      return "after step " + step + " of epoch " + (epoch + 1);
    }
    return epoch == 0 ? "at the beginning" : "after epoch " + epoch;
  }
}
