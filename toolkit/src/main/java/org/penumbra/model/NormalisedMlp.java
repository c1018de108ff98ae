package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.tensor.BatchNorm;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;

/**
 * The MLP of CrossMoCo's second encoder (Figure 3): linear layer, batch norm, ReLU, linear layer,
 * all as wide as the features. More layers repeat the first three.
 */
public final class NormalisedMlp implements AutoCloseable {
  private final Parameters parameters = Parameters.create();
  private final int layers;

  /**
   * An MLP with fresh weights.
   *
   * @param width length of the vectors, in and out
   * @param layers hidden layers, 1 to 3 in the paper
   * @param key seed of the weights
   */
  public NormalisedMlp(int width, int layers, RandomKey key) {
    this.layers = Require.inRange("MLP layers", layers, 1, 16);
    for (int i = 0; i <= layers; i++) {
      linear("linear." + i, width, key.with("linear").with(i));
      if (i < layers) {
        BatchNorm.create(parameters, "norm." + i, width, true);
      }
    }
  }

  private void linear(String name, int width, RandomKey key) {
    var manager = parameters.manager();
    parameters.add(
        name + ".weight",
        Initialisation.uniformFanIn(manager, new Shape(width, width), width, key.with("weight")));
    parameters.add(
        name + ".bias",
        Initialisation.uniformFanIn(manager, new Shape(width), width, key.with("bias")));
  }

  /** Weights and running statistics. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * The output in training mode.
   *
   * @param x (N, width), N at least 2; not closed
   * @return (N, width)
   */
  public NDArray train(NDArray x) {
    NDArray y = layer(x, 0);
    for (int i = 0; i < layers; i++) {
      y = Ops.next(y, Ops.batchNorm(y, BatchNorm.of(parameters, "norm." + i), true));
      y = Ops.next(y, Ops.relu(y));
      y = Ops.next(y, layer(y, i + 1));
    }
    return y;
  }

  private NDArray layer(NDArray x, int number) {
    String name = "linear." + number;
    return Ops.linear(x, parameters.get(name + ".weight"), parameters.get(name + ".bias"));
  }

  @Override
  public void close() {
    parameters.close();
  }
}
