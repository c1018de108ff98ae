package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcnOptions.LayerShape;
import org.penumbra.model.StGcnOptions.Residual;
import org.penumbra.tensor.BatchNorm;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;

/**
 * One spatio-temporal layer: graph convolution, batch norm, ReLU, temporal convolution over 9
 * frames, batch norm, dropout, residual, ReLU.
 *
 * @param prefix of the layer's parameter names
 * @param shape channels and stride
 */
record StGcnLayer(String prefix, LayerShape shape) {
  private static final int TEMPORAL_KERNEL = 9;

  /** Adds the layer's parameters, in the reference's order. */
  void create(Parameters parameters, RandomKey key) {
    int in = shape.in();
    int out = shape.out();
    convolution(
        parameters, "gcn.conv", new Shape((long) GraphPartition.PARTITIONS * out, in, 1, 1), key);
    BatchNorm.create(parameters, prefix + ".tcn.0", out, true);
    convolution(parameters, "tcn.2", new Shape(out, out, TEMPORAL_KERNEL, 1), key);
    BatchNorm.create(parameters, prefix + ".tcn.3", out, true);
    if (shape.residual() == Residual.CONVOLUTION) {
      convolution(parameters, "residual.0", new Shape(out, in, 1, 1), key);
      BatchNorm.create(parameters, prefix + ".residual.1", out, true);
    }
  }

  private void convolution(Parameters parameters, String name, Shape weight, RandomKey key) {
    long fanIn = weight.get(1) * weight.get(2);
    RandomKey own = key.with(prefix + "." + name);
    parameters.add(
        prefix + "." + name + ".weight",
        Initialisation.uniformFanIn(parameters.manager(), weight, fanIn, own.with("weight")));
    parameters.add(
        prefix + "." + name + ".bias",
        Initialisation.uniformFanIn(
            parameters.manager(), new Shape(weight.get(0)), fanIn, own.with("bias")));
  }

  /**
   * The layer's output; closes {@code x}. Maps are (V N, C, 1, T), joints outermost, stored with
   * channels last.
   *
   * @param x (V N, Ci, 1, T)
   * @param adjacency (K, V, V), importance included, in full precision
   * @return (V N, Co, 1, ceil(T / stride)), of the pass's precision as {@code x} is
   */
  NDArray forward(NDArray x, NDArray adjacency, Parameters parameters, ForwardPass pass) {
    NDArray residual = residual(x, parameters, pass);
    NDArray y = graphConvolution(x, adjacency, parameters, pass.precision());
    if (residual != x) {
      x.close();
    }
    BatchNorm norm = BatchNorm.of(parameters, prefix + ".tcn.0");
    y = Ops.next(y, Ops.batchNorm(y, norm, pass.training()));
    y = Ops.next(y, Ops.relu(y));
    y = Ops.next(y, convolve(y, "tcn.2", "tcn.3", parameters, pass));
    // In place from here on: the gradient of batch norm needs its input, not its output.
    if (pass.dropout() != null) {
      y = pass.dropout().applyInPlace(y);
    }
    if (residual != null) {
      y.addi(residual);
      residual.close();
    }
    return Ops.next(y, Ops.relu(y));
  }

  private NDArray residual(NDArray x, Parameters parameters, ForwardPass pass) {
    return switch (shape.residual()) {
      case NONE -> null;
      case IDENTITY -> x;
      case CONVOLUTION -> convolve(x, "residual.0", "residual.1", parameters, pass);
    };
  }

  private NDArray graphConvolution(
      NDArray x, NDArray adjacency, Parameters parameters, Precision precision) {
    NDArray weight = parameters.get(prefix + ".gcn.conv.weight");
    NDArray bias = parameters.get(prefix + ".gcn.conv.bias");
    long joints = adjacency.getShape().get(1);
    long rows = x.getShape().get(0);
    long frames = x.getShape().get(3);
    NDArray y = x.transpose(0, 2, 3, 1);
    y = Ops.next(y, y.reshape(joints, rows / joints, frames, shape.in()));
    y =
        Ops.next(
            y,
            shape.in() < shape.out()
                ? GraphConvolution.aggregateFirst(y, adjacency, weight, bias, precision)
                : GraphConvolution.convolveFirst(y, adjacency, weight, bias, precision));
    return Ops.next(y, Ops.channelsLast(y, rows, frames, shape.out()));
  }

  /** Temporal convolution, then batch norm. */
  private NDArray convolve(
      NDArray x, String name, String norm, Parameters parameters, ForwardPass pass) {
    NDArray weight = parameters.get(prefix + "." + name + ".weight");
    NDArray bias = parameters.get(prefix + "." + name + ".bias");
    NDArray before = pass.training() ? null : bias;
    NDArray y = Ops.temporalConvolution(x, weight, before, shape.stride(), pass.precision());
    BatchNorm statistics = BatchNorm.of(parameters, prefix + "." + norm);
    return Ops.next(y, Ops.batchNormBehindBias(y, statistics, bias, pass.training()));
  }
}
