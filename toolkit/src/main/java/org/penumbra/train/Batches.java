package org.penumbra.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/**
 * Shuffled batches of an epoch, from (seed, epoch) alone. The last batch may be smaller, or is left
 * out if it would be; a last batch of one sample joins the one before, because batch norm needs
 * two.
 */
final class Batches {
  private Batches() {}

  static List<Batch> of(int samples, int batchSize, boolean dropLast, int epoch, RandomKey seed) {
    RandomKey key = seed.with("batches").with(epoch);
    int[] order = Draws.choose(samples, samples, key.generator());
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < samples; ) {
      int to = Math.min(from + batchSize, samples);
      if (dropLast && to - from < batchSize) {
        break;
      }
      if (samples - to == 1 && !dropLast) {
        to = samples;
      }
      batches.add(new Batch(epoch, batches.size(), Arrays.copyOfRange(order, from, to), key));
      from = to;
    }
    return batches;
  }
}
