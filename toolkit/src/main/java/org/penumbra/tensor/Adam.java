package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

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
public final class Adam implements Optimiser {
  static final double BETA_1 = 0.9;
  static final double BETA_2 = 0.999;
  static final double EPSILON = 1e-8;
  private static final String STEPS = "steps";

  private final Parameters parameters;
  private final double weightDecay;
  private final Parameters state;

  /**
   * An optimiser of all learned weights.
   *
   * @param parameters what to optimise
   * @param weightDecay factor of the coupled L2 penalty; 0 for none
   */
  public Adam(Parameters parameters, double weightDecay) {
    this.parameters = parameters;
    this.weightDecay = weightDecay;
    this.state = Parameters.create();
    state.addBuffer(STEPS, state.manager().zeros(new Shape(1)));
    parameters
        .weights()
        .forEach(
            (name, weight) -> {
              state.addBuffer("mean." + name, zerosLike(weight));
              state.addBuffer("square." + name, zerosLike(weight));
            });
  }

  private NDArray zerosLike(NDArray weight) {
    return state.manager().zeros(weight.getShape(), weight.getDataType());
  }

  @Override
  public void step(double rate) {
    float steps = state.get(STEPS).getFloat() + 1;
    state.set(STEPS, new float[] {steps});
    double correction1 = 1 - Math.pow(BETA_1, steps);
    double correction2 = Math.sqrt(1 - Math.pow(BETA_2, steps));
    parameters
        .weights()
        .forEach((name, weight) -> update(name, weight, rate / correction1, correction2));
  }

  /** On a CPU by one pass in Java, elsewhere and in float64 by the engine's operations. */
  private void update(String name, NDArray weight, double rate, double correction2) {
    NDArray mean = state.get("mean." + name);
    NDArray square = state.get("square." + name);
    NDArray gradient = weight.getGradient();
    if (HostMemory.reaches(weight)) {
      new AdamKernel((float) weightDecay, (float) rate, (float) correction2)
          .update(
              HostMemory.of(weight),
              HostMemory.of(gradient),
              HostMemory.of(mean),
              HostMemory.of(square),
              Compute.threads() > 1);
      return;
    }
    if (weightDecay != 0) {
      gradient = Ops.next(gradient, gradient.add(weight.mul(weightDecay)));
    }
    mean.muli(BETA_1).addi(gradient.mul(1 - BETA_1));
    square.muli(BETA_2).addi(gradient.square().muli(1 - BETA_2));
    NDArray scale = square.sqrt().divi(correction2).addi(EPSILON);
    weight.subi(mean.div(scale).muli(rate));
  }

  @Override
  public Parameters state() {
    return state;
  }

  @Override
  public void close() {
    state.close();
  }
}
