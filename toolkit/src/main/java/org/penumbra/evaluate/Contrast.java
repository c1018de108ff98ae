package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.InvalidOptionException;

/**
 * A weighted sum of independent shares with its 95 % interval, from the shares' own Wilson
 * intervals (the method of variance estimates recovery, MOVER). With weights 1 and -1 this is the
 * difference of two shares by Newcombe's method 10 (1998).
 *
 * @param estimate the sum
 * @param lower end of the interval
 * @param upper end of the interval
 */
public record Contrast(double estimate, double lower, double upper) {

  /** First share minus second. */
  public static Contrast difference(WilsonInterval first, WilsonInterval second) {
    return of(List.of(first, second), List.of(1.0, -1.0));
  }

  /**
   * The sum of {@code weights[i] * shares[i]}.
   *
   * @throws InvalidOptionException if there are not as many weights as shares
   */
  public static Contrast of(List<WilsonInterval> shares, List<Double> weights) {
    if (shares.size() != weights.size()) {
      throw new InvalidOptionException(
          "weights", "as many as the " + shares.size() + " shares", weights.size());
    }
    double estimate = 0;
    double below = 0;
    double above = 0;
    for (int i = 0; i < shares.size(); i++) {
      WilsonInterval share = shares.get(i);
      double weight = weights.get(i);
      double down = weight * (share.share() - (weight > 0 ? share.lower() : share.upper()));
      double up = weight * ((weight > 0 ? share.upper() : share.lower()) - share.share());
      estimate += weight * share.share();
      below += down * down;
      above += up * up;
    }
    return new Contrast(estimate, estimate - Math.sqrt(below), estimate + Math.sqrt(above));
  }

  /** The 95 % interval of the mean of values, by Student's t; at least two values. */
  public static Contrast ofMean(List<Double> values) {
    if (values.size() < 2) {
      throw new InvalidOptionException("values", "at least 2", values.size());
    }
    double mean = values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
    List<Double> squares = new ArrayList<>();
    values.forEach(value -> squares.add((value - mean) * (value - mean)));
    double variance =
        squares.stream().mapToDouble(Double::doubleValue).sum() / (values.size() - 1.0);
    double half = StudentT.twoSided95(values.size() - 1) * Math.sqrt(variance / values.size());
    return new Contrast(mean, mean - half, mean + half);
  }
}
