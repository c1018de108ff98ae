package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.tensor.Ops;

/**
 * Graph convolution: a 1 x 1 convolution to K groups of channels, each carried along its own
 * adjacency matrix, then summed: {@code out[w,..] = sum_k sum_v A[k,v,w] (W_k x[v,..] + b_k)}.
 *
 * <p>Both are linear, so their order is free; the two methods give equal results up to rounding.
 * Where channels grow, carrying the fewer input channels first costs less. Joints come first in
 * memory: then the sum over joints and groups is one matrix product, whatever the number of clips.
 * Neither closes {@code x}.
 */
final class GraphConvolution {
  private static final int K = GraphPartition.PARTITIONS;

  private GraphConvolution() {}

  /**
   * Convolve, then carry along the graph: the reference's order.
   *
   * @param x (V, N, T, Ci)
   * @param adjacency (K, V, V)
   * @param weight (K Co, Ci, 1, 1)
   * @param bias (K Co)
   * @return (V, N, T, Co)
   */
  static NDArray convolveFirst(NDArray x, NDArray adjacency, NDArray weight, NDArray bias) {
    Shape shape = x.getShape();
    long joints = shape.get(0);
    long cells = shape.get(1) * shape.get(2);
    long in = shape.get(3);
    long out = weight.getShape().get(0) / K;
    NDArray groups = weight.reshape(K, out, in).transpose(0, 2, 1);
    NDArray y = x.reshape(1, joints * cells, in);
    y = Ops.next(y, y.matMul(groups)); // (K, V N T, Co)
    y = Ops.next(y, y.reshape(K * joints, cells * out));
    y = Ops.next(y, adjacency.reshape(K * joints, joints).transpose().matMul(y));
    return shifted(y, adjacency, bias, shape, out);
  }

  /** Carry along the graph, then convolve; arguments as for {@link #convolveFirst}. */
  static NDArray aggregateFirst(NDArray x, NDArray adjacency, NDArray weight, NDArray bias) {
    Shape shape = x.getShape();
    long joints = shape.get(0);
    long cells = shape.get(1) * shape.get(2);
    long in = shape.get(3);
    long out = weight.getShape().get(0) / K;
    NDArray y = x.reshape(joints, cells * in);
    NDArray links = adjacency.transpose(0, 2, 1).reshape(K * joints, joints);
    y = Ops.next(y, links.matMul(y)); // (K V, N T Ci)
    y = Ops.next(y, y.reshape(K, joints * cells, in));
    y = Ops.next(y, y.transpose(1, 0, 2));
    y = Ops.next(y, y.reshape(joints * cells, K * in));
    NDArray joined = weight.reshape(K, out, in).transpose(0, 2, 1).reshape(K * in, out);
    y = Ops.next(y, y.matMul(joined));
    return shifted(y, adjacency, bias, shape, out);
  }

  /** A bias before the graph becomes b_k times the column sums of A_k behind it. */
  private static NDArray shifted(
      NDArray y, NDArray adjacency, NDArray bias, Shape shape, long out) {
    long joints = shape.get(0);
    NDArray columns = adjacency.sum(new int[] {1}); // (K, V)
    NDArray shift = columns.transpose().matMul(bias.reshape(K, out)); // (V, Co)
    NDArray result = Ops.next(y, y.reshape(joints, shape.get(1), shape.get(2), out));
    return Ops.next(result, result.add(shift.reshape(joints, 1, 1, out)));
  }
}
