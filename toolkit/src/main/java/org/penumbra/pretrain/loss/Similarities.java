package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import org.penumbra.tensor.Ops;

/**
 * How much each query is like its own key and like every key of a queue: scalar products of rows of
 * length one, between -1 and 1. Computed once per step, then used for logits and neighbours alike.
 *
 * @param positive of a query with its key, (N, 1)
 * @param negative of a query with the keys of the queue, (N, K)
 */
public record Similarities(NDArray positive, NDArray negative) {
  /**
   * Similarities of a batch. Gradients flow into what of the three takes them: in momentum contrast
   * the queries alone.
   *
   * @param queries (N, D)
   * @param keys (N, D)
   * @param queue (K, D)
   */
  public static Similarities of(NDArray queries, NDArray keys, NDArray queue) {
    NDArray products = queries.mul(keys);
    NDArray positive = Ops.next(products, products.sum(new int[] {1}, true));
    return new Similarities(positive, queries.matMul(queue.transpose()));
  }

  /**
   * What a softmax is taken of: the own key in column 0, then the queue.
   *
   * @param temperature what the similarities are divided by
   * @return (N, 1 + K)
   */
  public NDArray logits(double temperature) {
    NDArray joined = NDArrays.concat(new NDList(positive, negative), 1);
    return Ops.next(joined, Ops.divide(joined, temperature));
  }
}
