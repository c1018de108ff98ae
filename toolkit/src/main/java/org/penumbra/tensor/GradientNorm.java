package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import java.util.Collection;
import org.penumbra.core.Require;
import org.penumbra.core.TrainingException;

/**
 * L2 norm of the gradients of all weights together, and its limit: {@code g = g min(1, limit /
 * (norm + 1e-6))}, as in PyTorch.
 */
public final class GradientNorm {
  private static final double EPSILON = 1e-6;

  private GradientNorm() {}

  /**
   * Norm of all gradients together. Waits once for the device.
   *
   * @param networks weights that have gradients; call outside a gradient collector
   */
  public static double of(Collection<Parameters> networks) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDList squares = new NDList();
      for (Parameters network : networks) {
        for (NDArray weight : network.weights().values()) {
          NDArray square = weight.getGradient().square().sum();
          squares.add(square.toType(DataType.FLOAT64, false));
        }
      }
      return squares.isEmpty() ? 0 : Math.sqrt(NDArrays.stack(squares).sum().getDouble());
    }
  }

  /**
   * Scales all gradients down, in place, if their norm together is above a limit.
   *
   * @param networks weights that have gradients; call outside a gradient collector
   * @param limit largest norm, above 0
   * @return the norm before
   * @throws TrainingException if the norm is not finite; the gradients are then as they were
   */
  public static double clip(Collection<Parameters> networks, double limit) {
    Require.positive("largest gradient norm", limit);
    double norm = of(networks);
    if (!Double.isFinite(norm)) {
      throw new TrainingException(
          "The norm of the gradients became "
              + norm
              + ". Lower the learning rate or lengthen the warm-up.");
    }
    double factor = limit / (norm + EPSILON);
    if (factor < 1) {
      try (TensorScope scope = TensorScope.open()) {
        scope.holds();
        for (Parameters network : networks) {
          network.weights().values().forEach(weight -> weight.getGradient().muli(factor));
        }
      }
    }
    return norm;
  }
}
