package org.penumbra.pretrain;

import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * Weights of the four similarities in CrossMoCo's loss (equations 3 and 4), each 0 to 1. The paper
 * gives no values; only their ratios matter.
 *
 * @param alpha of queries of the ST-GCN with their keys
 * @param beta of queries of the ST-MLP with their keys
 * @param lambda of queries of the ST-GCN with their negatives
 * @param phi of queries of the ST-MLP with their negatives
 */
public record CrossMocoWeights(double alpha, double beta, double lambda, double phi) {
  /** Checks the ranges, and that something is left to compare. */
  public CrossMocoWeights {
    Require.inRange("alpha", alpha, 0, 1);
    Require.inRange("beta", beta, 0, 1);
    Require.inRange("lambda", lambda, 0, 1);
    Require.inRange("phi", phi, 0, 1);
    requireOne("alpha and beta", alpha, beta);
    requireOne("lambda and phi", lambda, phi);
  }

  /** One half each. */
  public static CrossMocoWeights equal() {
    return new CrossMocoWeights(0.5, 0.5, 0.5, 0.5);
  }

  /** Refuses weights that leave an encoder of a pairing without gradient. */
  void check(CrossMocoPairing pairing) {
    if (pairing.usesBoth()) {
      requireOne("alpha and lambda (else choose ST_MLP alone)", alpha, lambda);
      requireOne("beta and phi (else choose ST_GCN alone)", beta, phi);
    } else if (pairing.usesGcn()) {
      Require.positive("alpha of the ST-GCN alone", alpha);
      Require.positive("lambda of the ST-GCN alone", lambda);
    } else {
      Require.positive("beta of the ST-MLP alone", beta);
      Require.positive("phi of the ST-MLP alone", phi);
    }
  }

  private static void requireOne(String option, double first, double second) {
    if (first == 0 && second == 0) {
      throw new InvalidOptionException(option, "at least one of them above 0", "0 and 0");
    }
  }

  /** For people. */
  String describe() {
    return String.format(
        Locale.ROOT, "alpha %s, beta %s, lambda %s, phi %s", alpha, beta, lambda, phi);
  }
}
