package org.penumbra.train;

/**
 * What one epoch did.
 *
 * @param epoch from 0
 * @param epochs in all
 * @param loss mean over the epoch's samples
 * @param learningRate of the epoch
 * @param seconds wall time
 * @param samplesPerSecond of the epoch
 */
public record EpochReport(
    int epoch,
    int epochs,
    double loss,
    double learningRate,
    double seconds,
    double samplesPerSecond) {}
