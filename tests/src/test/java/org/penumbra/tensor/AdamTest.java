package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdamTest {
  private static final double DECAY = 0.01;

  /**
   * Loss 0.5 sum a_i w_i^2 has gradient a_i w_i: the update rule in float64 beside the engine's.
   */
  @Test
  void stepsFollowTheRule() {
    double[] curvature = {1, -2, 0.5};
    double[] expected = {1, 2, -3};
    double[] mean = new double[3];
    double[] square = new double[3];
    try (Parameters parameters = Parameters.create()) {
      parameters.add("w", parameters.manager().create(new float[] {1, 2, -3}));
      NDArray a = parameters.manager().create(new float[] {1, -2, 0.5f});
      try (Adam adam = new Adam(parameters, DECAY)) {
        for (int t = 1; t <= 20; t++) {
          double rate = 0.1 / t;
          engineStep(parameters, a, adam, rate);
          for (int i = 0; i < 3; i++) {
            double g = curvature[i] * expected[i] + DECAY * expected[i];
            mean[i] = 0.9 * mean[i] + 0.1 * g;
            square[i] = 0.999 * square[i] + 0.001 * g * g;
            double correction = Math.sqrt(1 - Math.pow(0.999, t));
            expected[i] -=
                rate
                    / (1 - Math.pow(0.9, t))
                    * mean[i]
                    / (Math.sqrt(square[i]) / correction + 1e-8);
          }
        }
      }
      float[] found = parameters.get("w").toFloatArray();
      for (int i = 0; i < 3; i++) {
        assertThat((double) found[i]).isCloseTo(expected[i], within(1e-5));
      }
    }
  }

  @Test
  void rateZeroMovesNothing() {
    try (Parameters parameters = Parameters.create()) {
      parameters.add("w", parameters.manager().create(new float[] {1, 2, -3}));
      NDArray a = parameters.manager().create(new float[] {1, 1, 1});
      try (Adam adam = new Adam(parameters, DECAY)) {
        engineStep(parameters, a, adam, 0);
      }
      assertThat(parameters.get("w").toFloatArray()).containsExactly(1, 2, -3);
    }
  }

  private static void engineStep(Parameters parameters, NDArray a, Adam adam, double rate) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        collector.backward(parameters.get("w").square().mul(a).sum().mul(0.5f));
      }
      adam.step(rate);
      parameters.zeroGradients();
    }
  }

  /** More numbers than a block of the fast form, over many steps. */
  @Test
  void theFastFormOnTheCpuEqualsTheEnginesOperations() {
    int size = 4096 * 3 + 5;
    float[] start = new float[size];
    float[] slope = new float[size];
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < size; i++) {
      start[i] = (float) random.nextDouble(-1, 1);
      slope[i] = (float) random.nextDouble(-2, 2);
    }
    double[][] found = new double[2][];
    for (DataType type : new DataType[] {DataType.FLOAT32, DataType.FLOAT64}) {
      try (Parameters parameters = Parameters.create()) {
        NDArray a = parameters.manager().create(slope).toType(type, true);
        parameters.add("w", parameters.manager().create(start));
        parameters.convert(type);
        try (Adam adam = new Adam(parameters, DECAY)) {
          for (int t = 1; t <= 30; t++) {
            engineStep(parameters, a, adam, 0.01);
          }
        }
        NDArray w = parameters.get("w").toType(DataType.FLOAT64, true);
        found[type == DataType.FLOAT32 ? 0 : 1] = w.toDoubleArray();
      }
    }
    assertThat(found[0]).containsExactly(found[1], within(2e-5));
    assertThat(found[0][size - 1]).isNotCloseTo(start[size - 1], within(1e-3));
  }
}
