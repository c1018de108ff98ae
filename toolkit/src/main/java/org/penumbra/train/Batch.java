package org.penumbra.train;

import org.penumbra.core.RandomKey;

/** Samples of one step, and the key of everything random in it. */
public final class Batch {
  private final int epoch;
  private final int number;
  private final int[] samples;
  private final RandomKey key;

  Batch(int epoch, int number, int[] samples, RandomKey key) {
    this.epoch = epoch;
    this.number = number;
    this.samples = samples;
    this.key = key;
  }

  /** Epoch, from 0. */
  public int epoch() {
    return epoch;
  }

  /** Step within the epoch, from 0. */
  public int number() {
    return number;
  }

  /** Indices into the training data. */
  public int[] samples() {
    return samples.clone();
  }

  /** Number of samples. */
  public int size() {
    return samples.length;
  }

  /** Key of this step: differs by seed, epoch and step. */
  public RandomKey key() {
    return key;
  }
}
