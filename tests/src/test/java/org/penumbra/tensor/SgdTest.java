package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;

class SgdTest {
  private static final double DECAY = 0.01;

  /**
   * Loss 0.5 sum a_i w_i^2 has gradient a_i w_i: the update rule in float64 beside the engine's.
   */
  @ParameterizedTest
  @CsvSource({"0.9, false", "0.9, true", "0, false"})
  void stepsFollowTheRule(double momentum, boolean nesterov) {
    double[] curvature = {1, -2, 0.5};
    double[] expected = {1, 2, -3};
    double[] velocity = new double[3];
    try (Parameters parameters = Parameters.create()) {
      parameters.add("w", parameters.manager().create(new float[] {1, 2, -3}));
      NDArray a = parameters.manager().create(new float[] {1, -2, 0.5f});
      try (Sgd sgd = new Sgd(parameters, momentum, nesterov, DECAY)) {
        for (int t = 1; t <= 20; t++) {
          double rate = t > 10 ? 0.01 : 0.1; // the rate acts at once, not through the velocity
          engineStep(parameters, a, sgd, rate);
          for (int i = 0; i < 3; i++) {
            double g = curvature[i] * expected[i] + DECAY * expected[i];
            velocity[i] = momentum * velocity[i] + g;
            expected[i] -= rate * (nesterov ? g + momentum * velocity[i] : velocity[i]);
          }
        }
        assertThat(sgd.state().names()).containsExactly("velocity.w");
      }
      float[] found = parameters.get("w").toFloatArray();
      for (int i = 0; i < 3; i++) {
        double size = Math.max(1, Math.abs(expected[i]));
        assertThat((double) found[i]).isCloseTo(expected[i], within(1e-5 * size));
      }
    }
  }

  @Test
  void rateZeroMovesTheStateOnly() {
    try (Parameters parameters = Parameters.create()) {
      parameters.add("w", parameters.manager().create(new float[] {1, 2, -3}));
      NDArray a = parameters.manager().create(new float[] {1, 1, 1});
      try (Sgd sgd = new Sgd(parameters, 0)) {
        engineStep(parameters, a, sgd, 0);
        assertThat(sgd.state().get("velocity.w").toFloatArray()).containsExactly(1, 2, -3);
      }
      assertThat(parameters.get("w").toFloatArray()).containsExactly(1, 2, -3);
    }
  }

  @Test
  void momentumOneIsRefused() {
    try (Parameters parameters = Parameters.create()) {
      assertThatThrownBy(() -> new Sgd(parameters, 1, false, 0))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("momentum must be between 0.0 and 0.99");
    }
  }

  private static void engineStep(Parameters parameters, NDArray a, Sgd sgd, double rate) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        collector.backward(parameters.get("w").square().mul(a).sum().mul(0.5f));
      }
      sgd.step(rate);
      parameters.zeroGradients();
    }
  }
}
