package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;

/**
 * The four vectors of one batch normalisation, each (C).
 *
 * @param scale gamma
 * @param shift beta
 * @param runningMean updated in place by training
 * @param runningVariance updated in place by training
 */
public record BatchNorm(
    NDArray scale, NDArray shift, NDArray runningMean, NDArray runningVariance) {

  /** The normalisation whose vectors have this prefix among named parameters. */
  public static BatchNorm of(Parameters parameters, String prefix) {
    return new BatchNorm(
        parameters.get(prefix + ".weight"),
        parameters.get(prefix + ".bias"),
        parameters.get(prefix + ".running_mean"),
        parameters.get(prefix + ".running_var"));
  }

  /**
   * Adds the vectors of a new normalisation: scale 1, shift 0, mean 0, variance 1.
   *
   * @param trainable whether scale and shift are learned (PyTorch's {@code affine})
   */
  public static void create(Parameters parameters, String prefix, int channels, boolean trainable) {
    var manager = parameters.manager();
    var shape = new ai.djl.ndarray.types.Shape(channels);
    if (trainable) {
      parameters.add(prefix + ".weight", manager.ones(shape));
      parameters.add(prefix + ".bias", manager.zeros(shape));
    } else {
      parameters.addBuffer(prefix + ".weight", manager.ones(shape));
      parameters.addBuffer(prefix + ".bias", manager.zeros(shape));
    }
    parameters.addBuffer(prefix + ".running_mean", manager.zeros(shape));
    parameters.addBuffer(prefix + ".running_var", manager.ones(shape));
  }
}
