package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;

/**
 * Barlow Twins: the cross-correlation of two views' embeddings should be the identity.
 *
 * <pre>{@code
 * C = Za' Zb / N;   loss = sum_i (C_ii - 1)^2 + lambda sum_{i != j} C_ij^2
 * }</pre>
 *
 * Za and Zb have zero mean and unit variance per column (the projector's last batch norm). There is
 * no further scale factor. With N samples C has rank below N, so for N below D the loss cannot
 * reach 0: at batch 128, D 6144, lambda 2e-4 its floor is about 57.7.
 *
 * @param lambda weight of the off-diagonal part; 2e-4 in the papers at D = 6144. Keep lambda D near
 *     1.23 at other widths, or all dimensions become equal
 */
public record BarlowTwinsLoss(double lambda) {
  /** Checks the weight. */
  public BarlowTwinsLoss {
    Require.positive("lambda", lambda);
  }

  /**
   * The loss of two views: the cheaper of the two forms, which are equal up to rounding.
   *
   * @param za embeddings, (N, D), normalised per column
   * @param zb the other view's, same shape
   * @return a scalar
   */
  public NDArray of(NDArray za, NDArray zb) {
    return za.getShape().get(0) < za.getShape().get(1) ? gramForm(za, zb) : directForm(za, zb);
  }

  /** By the D x D matrix C itself. */
  NDArray directForm(NDArray za, NDArray zb) {
    long n = za.getShape().get(0);
    NDArray squares = Ops.divide(za.transpose().matMul(zb), (double) n).square().sum();
    return combine(diagonal(za, zb), squares);
  }

  /** By two N x N matrices: the squares of C sum to {@code <Za Za', Zb Zb'> / N^2}. */
  NDArray gramForm(NDArray za, NDArray zb) {
    double n = za.getShape().get(0);
    NDArray products = za.matMul(za.transpose()).mul(zb.matMul(zb.transpose()));
    NDArray squares = Ops.scale(products.sum(), 1 / (n * n));
    return combine(diagonal(za, zb), squares);
  }

  private static NDArray diagonal(NDArray za, NDArray zb) {
    return Ops.divide(za.mul(zb).sum(new int[] {0}), (double) za.getShape().get(0));
  }

  private NDArray combine(NDArray diagonal, NDArray squares) {
    NDArray onDiagonal = diagonal.sub(1).square().sum();
    NDArray offDiagonal = squares.sub(diagonal.square().sum());
    return onDiagonal.add(Ops.scale(offDiagonal, lambda));
  }
}
