package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Precision;

/**
 * Graph convolution: a 1 x 1 convolution to K groups of channels, each carried along its own
 * adjacency matrix, then summed: {@code out[w,..] = sum_k sum_v A[k,v,w] (W_k x[v,..] + b_k)}.
 *
 * <p>Both are linear, so their order is free; the two methods give equal results up to rounding.
 * Where channels grow, carrying the fewer input channels first costs less. Joints come first in
 * memory: then the sum over joints and groups is one matrix product, whatever the number of clips.
 * Neither closes {@code x}. Maps are of the precision given; weights come in full precision.
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
  static NDArray convolveFirst(
      NDArray x, NDArray adjacency, NDArray weight, NDArray bias, Precision precision) {
    Shape shape = x.getShape();
    long joints = shape.get(0);
    long cells = shape.get(1) * shape.get(2);
    long in = shape.get(3);
    long out = weight.getShape().get(0) / K;
    NDArray groups = precision.round(weight).reshape(K, out, in).transpose(0, 2, 1);
    NDArray y = x.reshape(1, joints * cells, in);
    y = Ops.next(y, y.matMul(groups)); // (K, V N T, Co)
    y = Ops.next(y, y.reshape(K * joints, cells * out));
    NDArray links = precision.round(adjacency).reshape(K * joints, joints).transpose();
    y = Ops.next(y, links.matMul(y));
    return shifted(y, precision.round(shift(adjacency, bias)), shape);
  }

  /** Carry along the graph, then convolve; arguments as for {@link #convolveFirst}. */
  static NDArray aggregateFirst(
      NDArray x, NDArray adjacency, NDArray weight, NDArray bias, Precision precision) {
    Shape shape = x.getShape();
    long joints = shape.get(0);
    long cells = shape.get(1) * shape.get(2);
    long in = shape.get(3);
    long out = weight.getShape().get(0) / K;
    NDArray y = x.reshape(joints, cells * in);
    NDArray links = precision.round(adjacency).transpose(0, 2, 1).reshape(K * joints, joints);
    y = Ops.next(y, links.matMul(y)); // (K V, N T Ci)
    y = Ops.next(y, y.reshape(K, joints * cells, in));
    y = Ops.next(y, y.transpose(1, 0, 2));
    y = Ops.next(y, y.reshape(joints * cells, K * in));
    NDArray joined = precision.round(weight).reshape(K, out, in);
    joined = joined.transpose(0, 2, 1).reshape(K * in, out);
    y = Ops.next(y, y.matMul(joined));
    return shifted(y, precision.round(shift(adjacency, bias)), shape);
  }

  /** A bias before the graph becomes b_k times the column sums of A_k behind it: (V, Co). */
  private static NDArray shift(NDArray adjacency, NDArray bias) {
    NDArray columns = adjacency.sum(new int[] {1}); // (K, V)
    return columns.transpose().matMul(bias.reshape(K, bias.size() / K));
  }

  /** The sums as maps (V, N, T, Co), with each joint's shift added. */
  private static NDArray shifted(NDArray y, NDArray shift, Shape shape) {
    long joints = shape.get(0);
    long out = shift.getShape().get(1);
    NDArray result = Ops.next(y, y.reshape(joints, shape.get(1), shape.get(2), out));
    return Ops.next(result, result.add(shift.reshape(joints, 1, 1, out)));
  }
}
