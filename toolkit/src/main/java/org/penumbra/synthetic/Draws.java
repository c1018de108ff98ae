package org.penumbra.synthetic;

import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;

/**
 * Draws that are the same on every platform and Java version: only whole 53-bit numbers come from
 * the generator, and every function on them is {@link StrictMath}.
 */
final class Draws {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  Draws(RandomKey key) {
    random = key.generator();
  }

  /** Uniform in [low, high). */
  double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Whether a draw of this probability came true. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Normal with mean 0 and standard deviation 1 (Box and Muller). */
  double normal() {
    if (!Double.isNaN(spare)) {
      double second = spare;
      spare = Double.NaN;
      return second;
    }
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    double angle = 2 * Math.PI * random.nextDouble();
    spare = radius * StrictMath.sin(angle);
    return radius * StrictMath.cos(angle);
  }
}
