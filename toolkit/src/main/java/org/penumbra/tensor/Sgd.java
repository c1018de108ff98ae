package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import org.penumbra.core.Require;

/**
 * Stochastic gradient descent with momentum, as PyTorch's (no dampening), and weight decay added to
 * the gradient:
 *
 * <pre>{@code
 * g = gradient + decay * w
 * v = momentum v + g
 * w = w - rate * v                   (nesterov: w - rate * (g + momentum v))
 * }</pre>
 *
 * The rate is outside the velocity, so a change of the rate acts at once. Decay applies to every
 * weight, those of batch norm and edge importance too, as in the papers' code.
 */
public final class Sgd implements Optimiser {
  /** Momentum of SkeletonCLR's family. */
  public static final double MOMENTUM = 0.9;

  private final Parameters parameters;
  private final double momentum;
  private final boolean nesterov;
  private final double weightDecay;
  private final Parameters state;

  /** An optimiser of all learned weights with momentum 0.9 and no look-ahead. */
  public Sgd(Parameters parameters, double weightDecay) {
    this(parameters, MOMENTUM, false, weightDecay);
  }

  /**
   * An optimiser of all learned weights.
   *
   * @param parameters what to optimise
   * @param momentum share of the velocity that is kept, 0 to below 1
   * @param nesterov whether the step looks ahead along the velocity
   * @param weightDecay factor of the coupled L2 penalty; 0 for none
   */
  public Sgd(Parameters parameters, double momentum, boolean nesterov, double weightDecay) {
    this.parameters = parameters;
    this.momentum = Require.inRange("momentum", momentum, 0, Math.nextDown(1.0));
    this.nesterov = nesterov;
    this.weightDecay = weightDecay;
    this.state = Parameters.create();
    parameters
        .weights()
        .forEach(
            (name, weight) ->
                state.addBuffer(
                    "velocity." + name,
                    state.manager().zeros(weight.getShape(), weight.getDataType())));
  }

  @Override
  public void step(double rate) {
    parameters.weights().forEach((name, weight) -> update(name, weight, rate));
  }

  private void update(String name, NDArray weight, double rate) {
    NDArray gradient = weight.getGradient();
    if (weightDecay != 0) {
      gradient = Ops.next(gradient, gradient.add(weight.mul(weightDecay)));
    }
    NDArray velocity = state.get("velocity." + name).muli(momentum).addi(gradient);
    NDArray move = nesterov ? velocity.mul(momentum).addi(gradient) : velocity;
    weight.subi(move.mul(rate));
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
