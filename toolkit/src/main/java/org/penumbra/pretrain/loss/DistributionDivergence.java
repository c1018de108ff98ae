package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;

/**
 * AimCLR's distributional divergence minimisation (D3M): an extreme view should be as like each key
 * as the normal view is.
 *
 * <pre>{@code
 * loss = - mean_n sum_k softmax(normal / T)_k log_softmax(extreme / T)_k
 * }</pre>
 *
 * The sum is over the own key and the queue. The normal view is the teacher: no gradient flows into
 * it.
 *
 * @param temperature T; 0.07 in the paper
 */
public record DistributionDivergence(double temperature) {
  /** Checks the temperature. */
  public DistributionDivergence {
    Require.positive("temperature", temperature);
  }

  /**
   * The loss of a batch.
   *
   * @param normal similarities of the normal views
   * @param extreme similarities of the extreme views, with the same keys
   * @return a scalar
   */
  public NDArray of(Similarities normal, Similarities extreme) {
    return of(teacher(normal), extreme);
  }

  /** What the normal views expect, (N, 1 + K), without gradient: for several students. */
  public NDArray teacher(Similarities normal) {
    NDArray logits = normal.logits(temperature).stopGradient();
    return Ops.next(logits, logits.softmax(1));
  }

  /** As {@link #of(Similarities, Similarities)}, with the teacher's distribution at hand. */
  public NDArray of(NDArray teacher, Similarities extreme) {
    NDArray logits = extreme.logits(temperature);
    NDArray logs = Ops.next(logits, logits.logSoftmax(1));
    NDArray products = Ops.next(logs, logs.mul(teacher));
    return products.sum(new int[] {1}).mean().neg();
  }
}
