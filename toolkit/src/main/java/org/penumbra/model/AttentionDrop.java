package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.TensorScope;

/**
 * AimCLR's energy-based attention-guided drop (EADM): the parts of feature maps that stand out most
 * are set to zero, so that the rest must do.
 *
 * <pre>{@code
 * d = (x - mean)^2;   attention = sigmoid(d / (4 (sum d / (T V - 1) + 1e-4)) + 0.5)
 * }</pre>
 *
 * Mean and sum are over frames and joints of each map. First joints are dropped whose attention,
 * averaged over channels and frames, reaches the threshold; then single elements whose attention
 * does. After each the maps are scaled by elements / elements kept, over the whole batch. Both use
 * the attention of the original maps, and no gradient flows through it.
 *
 * <p>As the attention lies between 0.62 and 1 and is near 0.67 on average, the first part
 * practically never drops a joint at the published threshold; the second drops about one element in
 * seven. Both are kept as released.
 *
 * @param threshold attention from which on something is dropped; 0.7 in the released code
 */
public record AttentionDrop(double threshold) {
  /** Checks the threshold. */
  public AttentionDrop {
    Require.inRange("attention threshold", threshold, 0, 1);
  }

  /** Threshold 0.7. */
  public static AttentionDrop published() {
    return new AttentionDrop(0.7);
  }

  /**
   * Maps with their most prominent parts dropped.
   *
   * @param maps (N M, C, T, V); not closed
   * @return the same shape
   */
  public NDArray apply(NDArray maps) {
    NDArray factors = factors(maps);
    return Ops.next(factors, maps.mul(factors));
  }

  /** What the maps are multiplied with. */
  private NDArray factors(NDArray maps) {
    try (TensorScope scope = TensorScope.open()) {
      NDArray attention = attention(maps);
      NDArray joints = joints(attention);
      NDArray single = scaled(Ops.next(attention, attention.lt(threshold)), maps);
      return scope.handOut(single.muli(joints));
    }
  }

  private NDArray joints(NDArray attention) {
    return scaled(ofJoints(attention).lt(threshold), attention);
  }

  /** Ones divided by the share of ones; all zeros stay. */
  private static NDArray scaled(NDArray kept, NDArray like) {
    NDArray ones = Ops.next(kept, kept.toType(like.getDataType(), false));
    NDArray sum = ones.sum().maximum(1);
    double size = ones.getShape().size();
    return ones.mul(Ops.next(sum, Ops.scale(sum.pow(-1), size)));
  }

  /** Attention of each element, (N M, C, T, V). */
  static NDArray attention(NDArray maps) {
    Shape shape = maps.getShape();
    long cells = shape.get(2) * shape.get(3);
    NDArray flat = maps.reshape(shape.get(0), shape.get(1), cells);
    NDArray d = Ops.next(flat, flat.sub(flat.mean(new int[] {2}, true)));
    d = Ops.next(d, d.square());
    NDArray energy = d.sum(new int[] {2}, true);
    energy = Ops.next(energy, energy.mul(4.0 / (cells - 1)).add(4e-4));
    d = Ops.next(d, d.div(energy));
    d = Ops.next(d, d.add(0.5));
    d = Ops.next(d, d.getNDArrayInternal().sigmoid());
    return Ops.next(d, d.reshape(shape));
  }

  /** Attention of each joint, the mean over channels and frames, (N M, 1, 1, V). */
  static NDArray ofJoints(NDArray attention) {
    Shape shape = attention.getShape();
    long rows = shape.get(1) * shape.get(2);
    NDArray flat = attention.reshape(shape.get(0), rows, shape.get(3));
    NDArray means = Ops.next(flat, flat.mean(new int[] {1}));
    return Ops.next(means, means.reshape(shape.get(0), 1, 1, shape.get(3)));
  }
}
