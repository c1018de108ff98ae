package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
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

  /** Between 64 channels, where both forms took about as long on a CPU, and 256, where it pays. */
  private static final int FOURIER_CHANNELS = 128;

  private Ops() {}

  /** Closes {@code used} and returns {@code result}. */
  public static NDArray next(NDArray used, NDArray result) {
    used.close();
    return result;
  }

  /**
   * Convolution along time only.
   *
   * @param x (R, Ci, 1, T), of this precision, best stored with channels last: see {@link
   *     #channelsLast}
   * @param weight (Co, Ci, K, 1), in full precision
   * @param bias (Co), in full precision; or null
   * @param stride step in time
   * @return (R, Co, 1, ceil(T / stride)), of this precision, stored like {@code x}; time is padded
   *     by K / 2 on both sides
   */
  public static NDArray temporalConvolution(
      NDArray x, NDArray weight, NDArray bias, int stride, Precision precision) {
    NDArray shift = bias == null ? null : precision.round(bias);
    Shape kernel = weight.getShape();
    if (kernel.get(2) == 1) {
      return pointwise(x, precision.round(weight), shift, stride);
    }
    boolean wide = Math.min(kernel.get(0), kernel.get(1)) >= FOURIER_CHANNELS;
    if (wide && stride == 1 && !x.getDevice().isGpu()) {
      NDArray y = fourierConvolution(x, weight, precision);
      return bias == null ? y : next(y, y.add(shift.reshape(1, bias.size(), 1, 1)));
    }
    return directConvolution(x, precision.round(weight), shift, stride);
  }

  /**
   * A convolution of one tap as a product of each stride-th frame. Not as the engine's convolution:
   * the gradient of its weights, with a stride, on two threads and AVX-512, writes past its memory
   * for odd numbers of maps (oneDNN in PyTorch 2.7.1, {@code jit_1x1:avx512_core}).
   */
  private static NDArray pointwise(NDArray x, NDArray weight, NDArray bias, int stride) {
    long rows = x.getShape().get(0);
    long channels = weight.getShape().get(1);
    NDArray y = x.transpose(0, 2, 3, 1);
    if (stride > 1) {
      y = next(y, y.get(new NDIndex(":, :, ::" + stride)));
    }
    long frames = y.getShape().get(2);
    y = next(y, y.reshape(rows * frames, channels));
    y = next(y, linear(y, weight.reshape(weight.getShape().get(0), channels), bias));
    return next(y, channelsLast(y, rows, frames, weight.getShape().get(0)));
  }

  /** The convolution as a sum over its taps, by the engine. */
  static NDArray directConvolution(NDArray x, NDArray weight, NDArray bias, int stride) {
    Shape kernel = weight.getShape();
    long taps = kernel.get(2);
    return Conv2d.conv2d(
            x,
            weight.reshape(kernel.get(0), kernel.get(1), 1, taps),
            bias,
            new Shape(1, stride),
            new Shape(0, taps / 2),
            new Shape(1, 1),
            1)
        .head();
  }

  /** The same by products per frequency, with stride 1 and without bias. */
  static NDArray fourierConvolution(NDArray x, NDArray weight, Precision precision) {
    Shape shape = x.getShape();
    long rows = shape.get(0);
    long frames = shape.get(3);
    NDArray y = x.transpose(0, 2, 3, 1).reshape(rows, frames, shape.get(1));
    int taps = (int) weight.getShape().get(2);
    y = next(y, new FourierConvolution((int) frames, taps, precision).apply(y, weight));
    return next(y, channelsLast(y, rows, frames, weight.getShape().get(0)));
  }

  /**
   * What convolutions and batch norm read fastest: the maps (R, C, 1, T) as a view of numbers in
   * the order (R, T, C).
   *
   * @param x rows * frames * channels numbers in this order; not closed
   */
  public static NDArray channelsLast(NDArray x, long rows, long frames, long channels) {
    NDArray y = x.reshape(rows, 1, frames, channels);
    return next(y, y.transpose(0, 3, 1, 2));
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

  /**
   * Batch normalisation of what had no bias added yet. In training a bias in front of it is without
   * effect but on the running mean, and its gradient is exactly 0 (through the convolution it would
   * be rounding noise, at the price of a pass over all values).
   *
   * @param x (N, C, ...) without the bias; in evaluation with it
   * @param norm scale, shift and running statistics, each (C)
   * @param bias (C), the one left out
   * @param training whether to use the batch's statistics
   */
  public static NDArray batchNormBehindBias(
      NDArray x, BatchNorm norm, NDArray bias, boolean training) {
    if (!training) {
      return batchNorm(x, norm, false);
    }
    // Keeps the bias among what has a gradient: 0.
    NDArray shift = norm.shift().add(scale(bias, 0));
    // Autograd keeps the running mean that it is given, so the one that moves on is another.
    NDArray mean = norm.runningMean().duplicate();
    NDArray y =
        batchNorm(x, new BatchNorm(norm.scale(), shift, mean, norm.runningVariance()), true);
    try (NDArray constant = bias.stopGradient();
        NDArray part = scale(constant, 1 - (double) BATCH_NORM_KEEP);
        NDArray moved = mean.add(part)) {
      moved.copyTo(norm.runningMean());
    }
    return y;
  }

  /** Rectified linear unit. */
  public static NDArray relu(NDArray x) {
    return x.getNDArrayInternal().relu();
  }

  /**
   * A number as a tensor without axes, in memory of the engine's own.
   *
   * <p>DJL's operations with a number, such as {@code x.div(2)}, lay it in a Java buffer that is
   * garbage as soon as they return; but the engine keeps it to compute the gradient, and reads
   * whatever is there by then. So in everything that takes a gradient numbers to multiply with, to
   * divide by or to compare with come from here, or from {@link #scale}.
   *
   * @param like gives the number type and the manager
   */
  public static NDArray number(NDArray like, double value) {
    try (NDArray shared = like.getManager().create(value);
        NDArray typed = shared.toType(like.getDataType(), true)) {
      return typed.duplicate(); // float64 to float64 is no copy, whatever is asked for
    }
  }

  /**
   * Every element multiplied by a number, in the type of {@code x}. DJL's own turns a tensor
   * without axes, such as a loss, into float64, and its gradient may be wrong: {@link #number}.
   *
   * @param x any shape
   */
  public static NDArray scale(NDArray x, double factor) {
    try (NDArray number = number(x, factor)) {
      return x.mul(number);
    }
  }

  /** Every element divided by a number, in the type of {@code x}; see {@link #scale}. */
  public static NDArray divide(NDArray x, double divisor) {
    try (NDArray number = number(x, divisor)) {
      return x.div(number);
    }
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
    return divide(picked.sum(), (double) -logits.getShape().get(0));
  }
}
