package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;

/**
 * CrossMoCo's loss (equations 3 to 5): the similarities of two pairs of query and key, each with
 * negatives of its own, in one fraction.
 *
 * <pre>{@code
 * P = alpha exp(q.l / t)         + beta exp(r.k / t)
 * N = lambda sum_n exp(q.n / t)  + phi sum_n exp(r.n / t)
 * loss = -log(P / (P + N)),  or as printed -log(P / N),  mean over the samples
 * }</pre>
 *
 * With one pair and weights 1 the first form is InfoNCE. Every sum is one of logarithms, so no
 * exponential overflows.
 *
 * @param temperature t, above 0; not given in the paper
 * @param denominator what stands below
 */
public record CrossMocoLoss(double temperature, Denominator denominator) {
  /** What the positives are divided by. */
  public enum Denominator {
    /** Positives and negatives, as in the paper's equation 2 and in every InfoNCE. */
    WITH_POSITIVES,

    /**
     * Negatives alone, as equation 5 is printed. The loss is then unbounded below, and goes on
     * pulling pairs together that are together already.
     */
    NEGATIVES_ONLY
  }

  /**
   * A query with its key and its negatives; all rows of length one, or the temperature means
   * something else.
   *
   * @param query (N, D)
   * @param key (N, D), without gradient
   * @param negatives banks, each (K, D)
   * @param positive weight of its similarity, alpha or beta; with 0 the term is left out
   * @param negative weight of the similarities with its negatives, lambda or phi; likewise
   */
  public record Pair(
      NDArray query, NDArray key, List<NDArray> negatives, double positive, double negative) {}

  /** Checks the temperature. */
  public CrossMocoLoss {
    Require.positive("temperature", temperature);
    Objects.requireNonNull(denominator, "denominator");
  }

  /** This loss with another temperature. */
  public CrossMocoLoss withTemperature(double value) {
    return new CrossMocoLoss(value, denominator);
  }

  /** This loss with another denominator. */
  public CrossMocoLoss withDenominator(Denominator value) {
    return new CrossMocoLoss(temperature, value);
  }

  /**
   * The loss.
   *
   * @return a scalar
   * @throws InvalidOptionException if no positive or no negative has a weight above 0
   */
  public NDArray of(List<Pair> pairs) {
    NDList positives = new NDList();
    NDList negatives = new NDList();
    for (Pair pair : pairs) {
      if (pair.positive() > 0) {
        NDArray similarity = pair.query().mul(pair.key()).sum(new int[] {1}, true);
        positives.add(weighted(similarity, pair.positive()));
      }
      if (pair.negative() > 0) {
        for (NDArray bank : pair.negatives()) {
          negatives.add(weighted(pair.query().matMul(bank.transpose()), pair.negative()));
        }
      }
    }
    if (positives.isEmpty() || negatives.isEmpty()) {
      throw new InvalidOptionException(
          "weights of the CrossMoCo loss",
          "one above 0 of alpha and beta and one of lambda and phi",
          positives.size() + " and " + negatives.size());
    }
    NDArray above = logOfSum(positives);
    NDList below = new NDList(negatives);
    if (denominator == Denominator.WITH_POSITIVES) {
      below.addAll(positives);
    }
    return Ops.divide(logOfSum(below).sub(above).sum(), (double) above.getShape().get(0));
  }

  /** For people. */
  public String describe() {
    return "temperature "
        + temperature
        + (denominator == Denominator.WITH_POSITIVES ? "" : ", negatives alone in the denominator");
  }

  /** Logarithms of the weighted exponentials. */
  private NDArray weighted(NDArray similarities, double weight) {
    return Ops.divide(similarities, temperature).add(Math.log(weight));
  }

  /** Logarithm of the sum of the exponentials of each row, (N, 1). */
  private static NDArray logOfSum(NDList parts) {
    NDArray logits = parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 1);
    // log softmax of a number is the number minus what is looked for.
    return logits.get(":, 0:1").sub(logits.logSoftmax(1).get(":, 0:1"));
  }
}
