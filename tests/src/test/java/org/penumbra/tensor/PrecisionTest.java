package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrecisionTest {
  private static final int N = 24;
  private static final int IN = 96;
  private static final int OUT = 64;

  private static NDArray random(NDManager manager, long seed, Shape shape) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return manager.create(values, shape);
  }

  /** Output, gradient of x, gradient of the weight. */
  private static float[][] step(Precision precision, NDManager manager, long seed) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray x = random(manager, seed, new Shape(N, IN));
      NDArray weight = random(manager, seed + 1, new Shape(OUT, IN));
      NDArray direction = random(manager, seed + 2, new Shape(N, OUT));
      x.setRequiresGradient(true);
      weight.setRequiresGradient(true);
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        NDArray y = precision.linear(x, weight);
        float[] found = y.toFloatArray();
        collector.backward(y.mul(direction).sum());
        return new float[][] {
          found, x.getGradient().toFloatArray(), weight.getGradient().toFloatArray()
        };
      }
    }
  }

  /** Over several calls: the engine rewrites a script after it has seen its shapes. */
  @Test
  void bfloat16IsRightToOnePercentInValuesAndGradients() {
    assertThat(Precision.BFLOAT16.isAvailable()).isTrue();
    try (NDManager manager = Compute.newManager()) {
      for (int call = 0; call < 8; call++) {
        float[][] exact = step(Precision.FLOAT32, manager, 10L * call);
        float[][] rounded = step(Precision.BFLOAT16, manager, 10L * call);
        for (int part = 0; part < 3; part++) {
          float largest = 0;
          for (float value : exact[part]) {
            largest = Math.max(largest, Math.abs(value));
          }
          assertThat(rounded[part]).containsExactly(exact[part], within(0.01f * largest));
          assertThat(Arrays.equals(rounded[part], exact[part])).as("not rounded").isFalse();
        }
      }
    }
  }

  @Test
  void withoutScriptsTheProductsAreFloat32() {
    System.setProperty(TorchScript.PROPERTY, "false");
    try (NDManager manager = Compute.newManager()) {
      assertThat(Precision.BFLOAT16.isAvailable()).isFalse();
      assertThat(step(Precision.BFLOAT16, manager, 3))
          .isDeepEqualTo(step(Precision.FLOAT32, manager, 3));
    } finally {
      System.clearProperty(TorchScript.PROPERTY);
    }
  }
}
