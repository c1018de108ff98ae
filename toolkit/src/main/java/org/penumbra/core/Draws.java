package org.penumbra.core;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws that are the same on every platform and Java version: only whole 53-bit numbers come from
 * the generator, and every function on them is {@link StrictMath}.
 */
public final class Draws {
  private final SplittableRandom random;
  private double spare = Double.NaN;

  /** Draws that follow from a key alone. */
  public Draws(RandomKey key) {
    random = key.generator();
  }

  /**
   * The first elements of a random order of 0 to n - 1, by exchanges from the front.
   *
   * @param n number of elements
   * @param count how many of them, from 0 to n
   * @param random generator, left after {@code count} draws
   * @return {@code count} different numbers, in random order
   */
  public static int[] choose(int n, int count, SplittableRandom random) {
    Require.inRange("number of draws", count, 0, n);
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < count; i++) {
      int j = i + random.nextInt(n - i);
      int moved = order[i];
      order[i] = order[j];
      order[j] = moved;
    }
    return Arrays.copyOf(order, count);
  }

  /** Uniform in [low, high). */
  public double uniform(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Whether a draw of this probability came true. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Normal with mean 0 and standard deviation 1 (Box and Muller). */
  public double normal() {
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
