package org.penumbra.train;

import java.util.Objects;
import org.penumbra.core.Require;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.Schedule;

/**
 * How long and how fast to train.
 *
 * @param epochs passes over the data; at least 1
 * @param batchSize samples per step; at least 2, because batch norm needs two
 * @param dropLast whether a last batch that is not full is left out (SkeletonCLR's family, whose
 *     queue takes whole batches only); otherwise it is smaller
 * @param optimiser rule that moves the weights
 * @param rate learning rate of each epoch
 * @param weightDecay factor of the coupled L2 penalty
 * @param clipNorm largest L2 norm of all gradients together; 0 for no limit
 * @param accumulation steps whose gradients are averaged before each update; 1 for none. The last
 *     update of an epoch averages what is left. Batch norm still sees each batch alone, so this is
 *     not the same as a larger batch, and a Barlow Twins loss still sees the correlations of the
 *     small one
 * @param precision of the networks' maps and products while they train; {@code BFLOAT16} is faster
 *     where the processor has it, and gives other weights
 * @param seed of batch order and everything the method draws
 */
public record TrainingOptions(
    int epochs,
    int batchSize,
    boolean dropLast,
    OptimiserKind optimiser,
    LearningRate rate,
    double weightDecay,
    double clipNorm,
    int accumulation,
    Precision precision,
    long seed) {

  /** Checks every option. */
  public TrainingOptions {
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batch size", batchSize, 2);
    Require.inRange("warm-up epochs", rate.warmUpEpochs(), 0, epochs - 1);
    Require.inRange("weight decay", weightDecay, 0, 1);
    Require.inRange("largest gradient norm", clipNorm, 0, 1e9);
    Require.inRange("accumulated steps", accumulation, 1, 1024);
    Objects.requireNonNull(precision, "precision");
  }

  /** Adam with a cosine schedule after a linear warm-up: PSTL's. */
  public static TrainingOptions adam(
      int epochs, int batchSize, LearningRate rate, double weightDecay, long seed) {
    return new TrainingOptions(
        epochs,
        batchSize,
        false,
        OptimiserKind.ADAM,
        rate,
        weightDecay,
        0,
        1,
        Precision.FLOAT32,
        seed);
  }

  /** One line for people: every setting. */
  public String describe() {
    return epochs
        + " epochs of batch "
        + batchSize
        + (dropLast ? " (the rest left out)" : "")
        + ", "
        + optimiser.label()
        + ", "
        + rate.describe()
        + ", weight decay "
        + weightDecay
        + (clipNorm > 0 ? ", gradient norm at most " + clipNorm : "")
        + (accumulation > 1 ? ", updates after " + accumulation + " steps" : "")
        + (precision == Precision.FLOAT32 ? "" : ", computed in " + precision.label())
        + ", seed "
        + seed;
  }

  /** Learning rate of each epoch. */
  public Schedule schedule() {
    return rate.schedule(epochs);
  }

  /** These options with another number of epochs; warm-up is shortened if it would not fit. */
  public TrainingOptions withEpochs(int value) {
    int warmUp = Math.min(rate.warmUpEpochs(), Math.max(0, value - 1));
    LearningRate fitting = rate.withWarmUp(warmUp, rate.idleFirstEpoch());
    return new TrainingOptions(
        value,
        batchSize,
        dropLast,
        optimiser,
        fitting,
        weightDecay,
        clipNorm,
        accumulation,
        precision,
        seed);
  }

  /** These options with another batch size. */
  public TrainingOptions withBatchSize(int value) {
    return new TrainingOptions(
        epochs,
        value,
        dropLast,
        optimiser,
        rate,
        weightDecay,
        clipNorm,
        accumulation,
        precision,
        seed);
  }

  /** These options with the last, smaller batch left out or not. */
  public TrainingOptions withDropLast(boolean value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        value,
        optimiser,
        rate,
        weightDecay,
        clipNorm,
        accumulation,
        precision,
        seed);
  }

  /** These options with another optimiser. */
  public TrainingOptions withOptimiser(OptimiserKind value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        value,
        rate,
        weightDecay,
        clipNorm,
        accumulation,
        precision,
        seed);
  }

  /** These options with another learning rate. */
  public TrainingOptions withRate(LearningRate value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        optimiser,
        value,
        weightDecay,
        clipNorm,
        accumulation,
        precision,
        seed);
  }

  /** These options with another highest learning rate. */
  public TrainingOptions withLearningRate(double value) {
    return withRate(rate.withPeak(value));
  }

  /** These options with another warm-up. */
  public TrainingOptions withWarmUp(int warmUp, boolean idleFirst) {
    return withRate(rate.withWarmUp(warmUp, idleFirst));
  }

  /** These options with another weight decay. */
  public TrainingOptions withWeightDecay(double value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        optimiser,
        rate,
        value,
        clipNorm,
        accumulation,
        precision,
        seed);
  }

  /** These options with another limit of the gradients' norm. */
  public TrainingOptions withClipNorm(double value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        optimiser,
        rate,
        weightDecay,
        value,
        accumulation,
        precision,
        seed);
  }

  /** These options with another number of steps per update. */
  public TrainingOptions withAccumulation(int value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        optimiser,
        rate,
        weightDecay,
        clipNorm,
        value,
        precision,
        seed);
  }

  /** These options with maps and products in another precision. */
  public TrainingOptions withPrecision(Precision value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        optimiser,
        rate,
        weightDecay,
        clipNorm,
        accumulation,
        value,
        seed);
  }

  /** These options with another seed. */
  public TrainingOptions withSeed(long value) {
    return new TrainingOptions(
        epochs,
        batchSize,
        dropLast,
        optimiser,
        rate,
        weightDecay,
        clipNorm,
        accumulation,
        precision,
        value);
  }
}
