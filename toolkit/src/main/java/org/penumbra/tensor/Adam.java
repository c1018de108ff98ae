package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with weight decay added to the gradient (coupled L2, as the papers' code; not AdamW):
 *
 * <pre>{@code
 * g = gradient + decay * w
 * m = 0.9 m + 0.1 g;  v = 0.999 v + 0.001 g^2
 * w = w - rate / (1 - 0.9^t) * m / (sqrt(v) / sqrt(1 - 0.999^t) + 1e-8)
 * }</pre>
 *
 * Epsilon comes after the bias correction, as in PyTorch.
 */
public final class Adam implements AutoCloseable {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Parameters parameters;
  private final double weightDecay;
  private final NDManager manager;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> squares = new LinkedHashMap<>();
  private int steps;

  /**
   * An optimiser of all learned weights.
   *
   * @param parameters what to optimise
   * @param weightDecay factor of the coupled L2 penalty; 0 for none
   */
  public Adam(Parameters parameters, double weightDecay) {
    this.parameters = parameters;
    this.weightDecay = weightDecay;
    this.manager = Compute.newManager();
    parameters
        .weights()
        .forEach(
            (name, weight) -> {
              means.put(name, zerosLike(weight));
              squares.put(name, zerosLike(weight));
            });
  }

  private NDArray zerosLike(NDArray weight) {
    NDArray zeros = manager.zeros(weight.getShape(), weight.getDataType());
    NDScope.unregister(zeros); // made inside a scope, it must outlive it
    return zeros;
  }

  /**
   * One update from the gradients that are there; call outside a gradient collector and inside an
   * {@link TensorScope}.
   *
   * @param rate learning rate; with 0 the moments move and the weights do not
   */
  public void step(double rate) {
    steps++;
    double correction1 = 1 - Math.pow(BETA_1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA_2, steps));
    parameters
        .weights()
        .forEach((name, weight) -> update(name, weight, rate / correction1, correction2));
  }

  private void update(String name, NDArray weight, double rate, double correction2) {
    NDArray mean = means.get(name);
    NDArray square = squares.get(name);
    NDArray gradient = weight.getGradient();
    if (weightDecay != 0) {
      gradient = Ops.next(gradient, gradient.add(weight.mul(weightDecay)));
    }
    mean.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
    square.muli(BETA_2).addi(gradient.square().muli(1 - BETA_2));
    NDArray scale = square.sqrt().divi(correction2).addi(EPSILON);
    weight.subi(mean.div(scale).muli(rate));
  }

  @Override
  public void close() {
    manager.close();
  }
}
