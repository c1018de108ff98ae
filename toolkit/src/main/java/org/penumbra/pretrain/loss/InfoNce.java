package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;

/**
 * InfoNCE: each query should find its own key among those of the queue.
 *
 * <pre>{@code
 * loss = - mean_n log( exp(q.k / T) / (exp(q.k / T) + sum_i exp(q.queue_i / T)) )
 * }</pre>
 *
 * With several positives the log probabilities of all of them are averaged, for each query alone.
 *
 * @param temperature T; 0.07 in the papers
 */
public record InfoNce(double temperature) {
  private static final NDIndex OWN_KEY = new NDIndex(":, 0");

  /** Checks the temperature. */
  public InfoNce {
    Require.positive("temperature", temperature);
  }

  /**
   * The loss with one positive, the query's own key.
   *
   * @return a scalar
   */
  public NDArray of(Similarities similarities) {
    NDArray logits = similarities.logits(temperature);
    NDArray logs = Ops.next(logits, logits.logSoftmax(1));
    NDArray own = Ops.next(logs, logs.get(OWN_KEY));
    return own.mean().neg();
  }

  /**
   * The loss with keys of the queue as further positives, beside the own key.
   *
   * @param neighbours (N, K), 1 for a positive and 0 else, without gradient
   * @return a scalar
   */
  public NDArray of(Similarities similarities, NDArray neighbours) {
    Shape column = new Shape(neighbours.getShape().get(0), 1);
    NDArray own = neighbours.getManager().ones(column, neighbours.getDataType());
    NDArray positives = NDArrays.concat(new NDList(own, neighbours), 1);
    return several(similarities.logits(temperature), positives);
  }

  /**
   * The loss with several positives.
   *
   * @param logits (N, L)
   * @param positives (N, L), 1 for a positive and 0 else, at least one in each row; no gradient
   * @return {@code - mean_n sum_l positives log_softmax(logits) / sum_l positives}, a scalar
   */
  static NDArray several(NDArray logits, NDArray positives) {
    NDArray logs = logits.logSoftmax(1);
    NDArray chosen = Ops.next(logs, logs.mul(positives));
    NDArray sums = Ops.next(chosen, chosen.sum(new int[] {1}));
    return sums.div(positives.sum(new int[] {1})).mean().neg();
  }
}
