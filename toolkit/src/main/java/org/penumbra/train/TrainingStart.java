package org.penumbra.train;

/**
 * What a training begins with, or goes on with.
 *
 * @param step the method at work
 * @param options how long and how fast
 * @param samples number of training samples
 * @param stepsPerEpoch number of batches
 * @param from where it begins: {@link TrainingPosition#START}, or where a checkpoint stands
 */
public record TrainingStart(
    TrainingStep step,
    TrainingOptions options,
    int samples,
    int stepsPerEpoch,
    TrainingPosition from) {}
