package org.penumbra.train;

import org.penumbra.core.Require;
import org.penumbra.tensor.Schedule;

/**
 * How long and how fast to train, with Adam and a cosine schedule after a linear warm-up.
 *
 * @param epochs passes over the data; at least 1
 * @param batchSize samples per step; at least 2, because batch norm needs two
 * @param learningRate highest rate
 * @param warmUpEpochs epochs of linear rise to it; fewer than {@code epochs}
 * @param idleFirstEpoch whether warm-up starts at rate 0, so that epoch 0 learns nothing: what the
 *     published code does. Otherwise it starts one step up
 * @param weightDecay factor of the coupled L2 penalty
 * @param seed of batch order and everything the method draws
 */
public record TrainingOptions(
    int epochs,
    int batchSize,
    double learningRate,
    int warmUpEpochs,
    boolean idleFirstEpoch,
    double weightDecay,
    long seed) {

  /** Checks every option. */
  public TrainingOptions {
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batch size", batchSize, 2);
    Require.positive("learning rate", learningRate);
    Require.inRange("warm-up epochs", warmUpEpochs, 0, epochs - 1);
    Require.inRange("weight decay", weightDecay, 0, 1);
  }

  /** One line for people: every setting. */
  public String describe() {
    return epochs
        + " epochs of batch "
        + batchSize
        + ", learning rate "
        + learningRate
        + ", warm-up epochs "
        + warmUpEpochs
        + (idleFirstEpoch ? " from 0" : "")
        + ", weight decay "
        + weightDecay
        + ", seed "
        + seed;
  }

  /** Learning rate of each epoch. */
  public Schedule schedule() {
    if (idleFirstEpoch || warmUpEpochs == 0) {
      return Schedule.warmUpCosine(learningRate, warmUpEpochs, epochs);
    }
    Schedule shifted = Schedule.warmUpCosine(learningRate, warmUpEpochs + 1, epochs + 1);
    return epoch -> shifted.rate(epoch + 1);
  }

  /** These options with another number of epochs; warm-up is shortened if it would not fit. */
  public TrainingOptions withEpochs(int value) {
    return new TrainingOptions(
        value,
        batchSize,
        learningRate,
        Math.min(warmUpEpochs, Math.max(0, value - 1)),
        idleFirstEpoch,
        weightDecay,
        seed);
  }

  /** These options with another batch size. */
  public TrainingOptions withBatchSize(int value) {
    return new TrainingOptions(
        epochs, value, learningRate, warmUpEpochs, idleFirstEpoch, weightDecay, seed);
  }

  /** These options with another highest learning rate. */
  public TrainingOptions withLearningRate(double value) {
    return new TrainingOptions(
        epochs, batchSize, value, warmUpEpochs, idleFirstEpoch, weightDecay, seed);
  }

  /** These options with another warm-up. */
  public TrainingOptions withWarmUp(int warmUp, boolean idleFirst) {
    return new TrainingOptions(
        epochs, batchSize, learningRate, warmUp, idleFirst, weightDecay, seed);
  }

  /** These options with another seed. */
  public TrainingOptions withSeed(long value) {
    return new TrainingOptions(
        epochs, batchSize, learningRate, warmUpEpochs, idleFirstEpoch, weightDecay, value);
  }
}
