package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;

/**
 * Differentiable operations in PyTorch's conventions. Shapes are given for each.
 *
 * <p>{@link #next} closes a tensor whose last use has passed: autograd keeps what it needs itself,
 * and peak memory falls by a fifth against waiting for the end of the step.
 */
public final class Ops {
  /** Epsilon of batch normalisation. */
  public static final float BATCH_NORM_EPSILON = 1e-5f;

  /**
   * Share of the old running statistics that is kept: PyTorch's momentum 0.1, the other way round.
   */
  private static final float BATCH_NORM_KEEP = 0.9f;

  private Ops() {}

  /** Closes {@code used} and returns {@code result}. */
  public static NDArray next(NDArray used, NDArray result) {
    used.close();
    return result;
  }

  /**
   * Convolution along time only.
   *
   * @param x (N, Ci, T, V)
   * @param weight (Co, Ci, K, 1)
   * @param bias (Co) or null
   * @param stride step in time
   * @return (N, Co, ceil(T / stride), V); time is padded by K / 2 on both sides
   */
  public static NDArray temporalConvolution(NDArray x, NDArray weight, NDArray bias, int stride) {
    long padding = weight.getShape().get(2) / 2;
    return Conv2d.conv2d(
            x, weight, bias, new Shape(stride, 1), new Shape(padding, 0), new Shape(1, 1), 1)
        .head();
  }

  /**
   * Fully connected layer.
   *
   * @param x (N, Ci)
   * @param weight (Co, Ci)
   * @param bias (Co) or null
   * @return (N, Co)
   */
  public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
    return Linear.linear(x, weight, bias).head();
  }

  /**
   * Batch normalisation over axis 1; in training the running statistics are updated in place
   * (biased variance to normalise, unbiased to keep).
   *
   * @param x (N, C, ...)
   * @param norm scale, shift and running statistics, each (C)
   * @param training whether to use the batch's statistics
   */
  public static NDArray batchNorm(NDArray x, BatchNorm norm, boolean training) {
    NDList result =
        x.getNDArrayInternal()
            .batchNorm(
                x,
                norm.runningMean(),
                norm.runningVariance(),
                norm.scale(),
                norm.shift(),
                -1,
                BATCH_NORM_KEEP,
                BATCH_NORM_EPSILON,
                training);
    return result.head();
  }

  /** Rectified linear unit. */
  public static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  /** Concatenation along axis 0. */
  public static NDArray concatenate(NDArray... parts) {
    return NDArrays.concat(new NDList(parts), 0);
  }

  /**
   * Mean cross-entropy of logits against class indices.
   *
   * @param logits (N, classes)
   * @param labels (N), whole numbers
   * @return a scalar
   */
  public static NDArray crossEntropy(NDArray logits, NDArray labels) {
    NDArray picked = logits.logSoftmax(1).mul(labels.oneHot((int) logits.getShape().get(1)));
    return picked.sum().div(-logits.getShape().get(0));
  }
}
