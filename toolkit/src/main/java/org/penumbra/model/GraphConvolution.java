package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.tensor.Ops;

/**
 * Graph convolution: a 1 x 1 convolution to K groups of channels, each carried along its own
 * adjacency matrix, then summed: {@code out[n,c,t,w] = sum_k sum_v (conv x)[n,k,c,t,v] A[k,v,w]}.
 *
 * <p>Both are linear, so their order is free; the two methods give equal results up to rounding.
 * Where channels grow, carrying the fewer input channels first costs less. Neither closes {@code
 * x}.
 */
final class GraphConvolution {
  private static final int K = GraphPartition.PARTITIONS;

  private GraphConvolution() {}

  /**
   * Convolve, then carry along the graph: the reference's order.
   *
   * @param x (N, Ci, T, V)
   * @param adjacency (K, V, V)
   * @param weight (K Co, Ci, 1, 1)
   * @param bias (K Co)
   * @return (N, Co, T, V)
   */
  static NDArray convolveFirst(NDArray x, NDArray adjacency, NDArray weight, NDArray bias) {
    long n = x.getShape().get(0);
    long t = x.getShape().get(2);
    long v = x.getShape().get(3);
    long out = weight.getShape().get(0) / K;
    NDArray y = Ops.temporalConvolution(x, weight, bias, 1);
    y = Ops.next(y, y.reshape(n, K, out * t, v)); // (N, K, Co T, V)
    y = Ops.next(y, y.matMul(adjacency));
    y = Ops.next(y, y.sum(new int[] {1}));
    return Ops.next(y, y.reshape(n, out, t, v));
  }

  /** Carry along the graph, then convolve; arguments as for {@link #convolveFirst}. */
  static NDArray aggregateFirst(NDArray x, NDArray adjacency, NDArray weight, NDArray bias) {
    long n = x.getShape().get(0);
    long in = x.getShape().get(1);
    long t = x.getShape().get(2);
    long v = x.getShape().get(3);
    long out = weight.getShape().get(0) / K;
    NDArray y = x.reshape(n, 1, in * t, v);
    y = Ops.next(y, y.matMul(adjacency)); // (N, K, Ci T, V)
    y = Ops.next(y, y.reshape(n, K * in, t, v));
    NDArray joined =
        weight.reshape(K, out, in).transpose(1, 0, 2).reshape(new Shape(out, K * in, 1, 1));
    y = Ops.next(y, Ops.temporalConvolution(y, joined, null, 1));
    // A bias before the graph becomes b_k times the column sums of A_k behind it.
    NDArray columns = adjacency.sum(new int[] {1}); // (K, V)
    NDArray shift = bias.reshape(K, out).transpose().matMul(columns); // (Co, V)
    return Ops.next(y, y.add(shift.reshape(1, out, 1, v)));
  }
}
