package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.TrainingException;

class GradientNormTest {
  private final Parameters first = Parameters.create();
  private final Parameters second = Parameters.create();
  private final List<Parameters> both = List.of(first, second);

  GradientNormTest() {
    first.add("a", first.manager().create(new float[] {3, 0}));
    first.add("b", first.manager().create(new float[] {-4}));
    second.add("a", second.manager().create(new float[] {12}));
    second.add("unused", second.manager().create(new float[] {5, 5}));
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  /** The gradient of half the sum of squares is the weight itself: norm 13. */
  private void backward(float factor) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        NDArray loss = first.get("a").square().sum().add(first.get("b").square().sum());
        collector.backward(loss.add(second.get("a").square().sum()).mul(factor / 2));
      }
    }
  }

  @Test
  void normIsOfAllWeightsTogether() {
    backward(1);
    assertThat(GradientNorm.of(both)).isCloseTo(13, within(1e-6));
    assertThat(GradientNorm.of(List.of(first))).isCloseTo(5, within(1e-6));
  }

  @Test
  void aLargeGradientIsScaledToTheLimitKeepingItsDirection() {
    backward(1);
    assertThat(GradientNorm.clip(both, 2)).isCloseTo(13, within(1e-6));
    assertThat(GradientNorm.of(both)).isCloseTo(2, within(1e-5));
    double factor = 2 / (13 + 1e-6);
    assertThat(first.get("b").getGradient().toFloatArray()[0])
        .isCloseTo((float) (-4 * factor), within(1e-6f));
    assertThat(second.get("a").getGradient().toFloatArray()[0])
        .isCloseTo((float) (12 * factor), within(1e-6f));
  }

  @Test
  void aSmallGradientStays() {
    backward(1);
    GradientNorm.clip(both, 14);
    assertThat(first.get("a").getGradient().toFloatArray()).containsExactly(3, 0);
    assertThat(first.get("b").getGradient().toFloatArray()).containsExactly(-4);
  }

  @Test
  void aNormThatIsNoNumberIsRefusedAndTheGradientsStay() {
    backward(Float.POSITIVE_INFINITY);
    assertThatThrownBy(() -> GradientNorm.clip(both, 2))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("The norm of the gradients became NaN");
    assertThatThrownBy(() -> GradientNorm.clip(both, 0)).isInstanceOf(InvalidOptionException.class);
  }

  @Test
  void noWeightsHaveNormZero() {
    assertThat(GradientNorm.of(List.of())).isZero();
  }
}
