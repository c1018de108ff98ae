package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two channels: 1, 2, 3, 6 (mean 3, squares 14) and -4, 0, 0, 4 (mean 0, squares 32). */
class BatchNormTest {
  private static final float[] VALUES = {1, -4, 2, 0, 3, 0, 6, 4};

  private final Parameters parameters = Parameters.create();

  BatchNormTest() {
    BatchNorm.create(parameters, "norm", 2, true);
    parameters.set("norm.weight", new float[] {2, 1});
    parameters.set("norm.bias", new float[] {0.5f, 0});
    parameters.set("norm.running_mean", new float[] {10, 1});
    parameters.set("norm.running_var", new float[] {4, 2});
  }

  @AfterEach
  void close() {
    parameters.close();
  }

  private float[] normalise(NDArray x, boolean training) {
    try (NDArray y = Ops.batchNorm(x, BatchNorm.of(parameters, "norm"), training)) {
      assertThat(y.getShape()).isEqualTo(x.getShape());
      return y.toFloatArray();
    }
  }

  private NDArray values(long... shape) {
    return parameters.manager().create(VALUES, new Shape(shape));
  }

  private static void assertClose(float[] found, double... expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).as("element %d", i).isCloseTo(expected[i], within(1e-5));
    }
  }

  @Test
  void trainingNormalisesByTheBiasedVarianceOfTheBatch() {
    // Variances 14 / 4 and 32 / 4, plus 1e-5: deviations 1.8708314 and 2.8284289.
    assertClose(
        normalise(values(4, 2), true),
        -1.638089,
        -1.414213,
        -0.569045,
        0,
        0.5,
        0,
        3.707134,
        1.414213);
  }

  @Test
  void trainingKeepsNineTenthsAndAddsATenthOfTheUnbiasedVariance() {
    normalise(values(4, 2), true);
    // 0.9 * 10 + 0.1 * 3, 0.9 * 1; 0.9 * 4 + 0.1 * 14 / 3, 0.9 * 2 + 0.1 * 32 / 3
    assertClose(parameters.get("norm.running_mean").toFloatArray(), 9.3, 0.9);
    assertClose(parameters.get("norm.running_var").toFloatArray(), 4.066667, 2.866667);
    normalise(values(4, 2), true);
    assertClose(parameters.get("norm.running_mean").toFloatArray(), 8.67, 0.81);
    assertClose(parameters.get("norm.running_var").toFloatArray(), 4.126667, 3.646667);
  }

  @Test
  void evaluationUsesTheRunningStatisticsAndLeavesThem() {
    String before = parameters.fingerprint();
    // 2 (x - 10) / 2 + 0.5 and (x - 1) / sqrt 2, up to epsilon
    assertClose(
        normalise(values(4, 2), false),
        -8.499989,
        -3.535525,
        -7.499990,
        -0.707105,
        -6.499991,
        -0.707105,
        -3.499995,
        2.121315);
    assertThat(parameters.fingerprint()).isEqualTo(before);
  }

  /** (2, 2, 2): channel 0 is 1, -4, 3, 0 (mean 0, squares 26); channel 1 is 2, 0, 6, 4. */
  @Test
  void framesAndJointsCountAsSamples() {
    assertClose(
        normalise(values(2, 2, 2, 1), true),
        1.284464,
        -2.637857,
        -0.447213,
        -1.341640,
        2.853393,
        0.5,
        1.341640,
        0.447213);
    assertClose(parameters.get("norm.running_var").toFloatArray(), 4.466667, 2.466667);
  }

  /** Values plus and minus 0.003: variance 9e-6 is as small as epsilon. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void epsilonIsAHundredThousandth(boolean training) {
    parameters.set("norm.running_mean", new float[2]);
    parameters.set("norm.running_var", new float[] {9e-6f, 9e-6f});
    parameters.set("norm.bias", new float[2]);
    float d = 0.003f;
    NDArray x = parameters.manager().create(new float[] {d, -d, -d, d}, new Shape(2, 2));
    double expected = 0.6882472; // 0.003 / sqrt(1.9e-5)
    assertClose(normalise(x, training), 2 * expected, -expected, -2 * expected, expected);
  }
}
