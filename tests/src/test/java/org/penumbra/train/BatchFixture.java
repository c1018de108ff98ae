package org.penumbra.train;

import org.penumbra.core.RandomKey;

/** Batches for tests of what a step does with one. */
public final class BatchFixture {
  private BatchFixture() {}

  /** The batch of these samples at a step of epoch 0. */
  public static Batch of(int step, int... samples) {
    return new Batch(0, step, samples, RandomKey.of(91).with(step));
  }
}
