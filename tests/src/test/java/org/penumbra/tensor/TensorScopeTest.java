package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorScopeTest {
  private final NDManager manager = Compute.newManager();
  private final boolean modeBefore = JniUtils.isGradMode();

  @AfterEach
  void close() {
    JniUtils.setGradMode(modeBefore);
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gradientsAreOffInsideAndAsBeforeAfterwards(boolean before) {
    JniUtils.setGradMode(before);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      assertThat(JniUtils.isGradMode()).isFalse();
    }
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anExceptionRestoresThemToo(boolean before) {
    JniUtils.setGradMode(before);
    assertThatThrownBy(
            () -> {
              try (TensorScope scope = TensorScope.open()) {
                scope.holds();
                throw new IllegalStateException("thrown inside");
              }
            })
        .hasMessage("thrown inside");
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInnerScopeRestoresTheOuterOnes(boolean before) {
    JniUtils.setGradMode(before);
    try (TensorScope outer = TensorScope.open()) {
      outer.holds();
      JniUtils.setGradMode(true);
      try (TensorScope inner = TensorScope.open()) {
        inner.holds();
        assertThat(JniUtils.isGradMode()).isFalse();
      }
      assertThat(JniUtils.isGradMode()).isTrue();
    }
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGradientCollectorInsideHasGradientsAndLeavesThemAsBefore(boolean before) {
    JniUtils.setGradMode(before);
    NDArray w = manager.create(new float[] {3});
    w.setRequiresGradient(true);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        assertThat(JniUtils.isGradMode()).isTrue();
        collector.backward(w.square().sum());
      }
      assertThat(JniUtils.isGradMode()).isFalse();
      assertThat(w.getGradient().toFloatArray()).containsExactly(6);
    }
    assertThat(JniUtils.isGradMode()).isEqualTo(before);
  }

  @Test
  void whatIsMadeInsideIsFreedAndTheRestStays() {
    NDArray w = manager.create(new float[] {3});
    int before = manager.getManagedArrays().size();
    NDArray square;
    try (TensorScope outer = TensorScope.open()) {
      outer.holds();
      square = w.square(); // joins the manager of w
      try (TensorScope inner = TensorScope.open()) {
        inner.holds();
        square.add(w);
      }
      assertThat(square.toFloatArray()).containsExactly(9);
      assertThat(manager.getManagedArrays()).hasSize(before + 1);
    }
    NDArray freed = square;
    assertThatThrownBy(freed::toFloatArray).isInstanceOf(IllegalStateException.class);
    assertThat(w.toFloatArray()).containsExactly(3);
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
