package org.penumbra.evaluate;

import java.util.Arrays;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;

/**
 * Mean and spread of accuracies over draws.
 *
 * @param mean in percent
 * @param deviation sample standard deviation (n - 1) in points; 0 for one draw
 * @param draws n
 */
public record Spread(double mean, double deviation, int draws) {
  /** Of accuracies in percent, at least one. */
  static Spread of(double... percents) {
    if (percents.length == 0) {
      throw new InvalidOptionException("draws", "at least 1", 0);
    }
    double mean = Arrays.stream(percents).average().orElseThrow();
    double squares = Arrays.stream(percents).map(p -> (p - mean) * (p - mean)).sum();
    double deviation = percents.length == 1 ? 0 : Math.sqrt(squares / (percents.length - 1));
    return new Spread(mean, deviation, percents.length);
  }

  @Override
  public String toString() {
    return draws == 1
        ? String.format(Locale.ROOT, "%.1f %% (one draw)", mean)
        : String.format(Locale.ROOT, "%.1f +- %.1f %% (%d draws)", mean, deviation, draws);
  }
}
