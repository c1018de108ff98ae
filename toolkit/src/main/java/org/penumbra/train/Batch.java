package org.penumbra.train;

import org.penumbra.core.RandomKey;

/** Samples of one step, and the keys of everything random in it. */
public final class Batch {
  private final int epoch;
  private final int number;
  private final int[] samples;
  private final RandomKey epochKey;
  private final RandomKey key;

  Batch(int epoch, int number, int[] samples, RandomKey epochKey) {
    this.epoch = epoch;
    this.number = number;
    this.samples = samples;
    this.epochKey = epochKey;
    this.key = epochKey.with(number);
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

  /**
   * Key of one sample in this epoch: differs by seed, epoch and sample, and is the same in whatever
   * batch the sample comes.
   *
   * @param sample index into the training data
   */
  public RandomKey sampleKey(int sample) {
    return epochKey.with("sample").with(sample);
  }
}
