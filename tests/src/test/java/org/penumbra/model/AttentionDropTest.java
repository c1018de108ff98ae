package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

class AttentionDropTest {
  private static final Shape SHAPE = new Shape(2, 3, 4, 5);
  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray wave() {
    double[] values = new double[(int) SHAPE.size()];
    Arrays.setAll(values, i -> Math.sin(0.3 * i));
    return manager.create(values, SHAPE);
  }

  /** Computed once with the released code. */
  @Test
  void attentionOfJoints() {
    double[] rows = AttentionDrop.ofJoints(AttentionDrop.attention(wave())).toDoubleArray();
    assertThat(Arrays.copyOf(rows, 5))
        .containsExactly(
            new double[] {0.672188, 0.673291, 0.675336, 0.677514, 0.678451}, within(5e-7));
  }

  /** At 0.675 joints are dropped, at 0.7 single elements only, at 1 nothing. */
  @ParameterizedTest
  @ValueSource(doubles = {0.675, 0.7, 1})
  void againstPlainLoops(double threshold) {
    double[] x = wave().toDoubleArray();
    double[] expected = ReferenceAttentionDrop.apply(x, 2, 3, 4, 5, threshold);
    double[] found = new AttentionDrop(threshold).apply(wave()).toDoubleArray();
    assertThat(found).containsExactly(expected, within(1e-12));
    long zeros = Arrays.stream(found).filter(value -> value == 0).count();
    assertThat(zeros > 1).as("something is dropped").isEqualTo(threshold < 1); // sin 0 is 0 before
  }

  @Test
  void nothingIsLeftAtThresholdZeroAndNothingIsNaN() {
    double[] found = new AttentionDrop(0).apply(wave()).toDoubleArray();
    assertThat(Arrays.stream(found).map(Math::abs)).containsOnly(0.0);
  }

  /** The gradient is the factor itself: none flows through the attention. */
  @Test
  void attentionHasNoGradient() {
    NDArray x = wave();
    x.setRequiresGradient(true);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray y;
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        y = AttentionDrop.published().apply(x);
        collector.backward(y.sum());
      }
      double[] values = x.toDoubleArray();
      double[] results = y.toDoubleArray();
      double[] gradient = x.getGradient().toDoubleArray();
      for (int i = 1; i < values.length; i++) {
        assertThat(gradient[i]).isCloseTo(results[i] / values[i], within(1e-12));
      }
    }
  }
}
