package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TorchScriptTest {
  private static final TorchScript EINSUM =
      new TorchScript(
          "x: Tensor, a: Tensor -> Tensor", "return torch.einsum(\"nctv,vw->nctw\", [x, a])");

  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    System.clearProperty(TorchScript.PROPERTY);
    manager.close();
  }

  private NDArray wave(double factor, long... shape) {
    Shape s = new Shape(shape);
    float[] values = new float[(int) s.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(factor * i + factor);
    }
    return manager.create(values, s);
  }

  @Test
  void valuesAndGradientsAreThoseOfPlainOperations() {
    assertThat(EINSUM.available()).isTrue();
    float[][] found = new float[2][];
    float[][] gradientOfX = new float[2][];
    float[][] gradientOfA = new float[2][];
    for (int form = 0; form < 2; form++) {
      NDArray x = wave(0.7, 2, 3, 4, 5);
      NDArray a = wave(0.31, 5, 5);
      x.setRequiresGradient(true);
      a.setRequiresGradient(true);
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        NDArray y = form == 0 ? EINSUM.of(x, a) : x.matMul(a);
        found[form] = y.toFloatArray();
        collector.backward(y.mul(wave(0.2, 2, 3, 4, 5)).sum());
      }
      gradientOfX[form] = x.getGradient().toFloatArray();
      gradientOfA[form] = a.getGradient().toFloatArray();
    }
    assertClose(found);
    assertClose(gradientOfX);
    assertClose(gradientOfA);
  }

  private static void assertClose(float[][] forms) {
    for (int i = 0; i < forms[1].length; i++) {
      assertThat((double) forms[0][i]).as("element %d", i).isCloseTo(forms[1][i], within(1e-5));
    }
  }

  @Test
  void namesOfTensorsChangeNothingAndStay() {
    NDArray x = wave(0.7, 1, 1, 2, 2);
    NDArray a = wave(0.3, 2, 2);
    float[] unnamed = EINSUM.of(x, a).toFloatArray();
    x.setName("layer.0.weight");
    a.setName("list[]");
    assertThat(EINSUM.of(x, a).toFloatArray()).isEqualTo(unnamed);
    assertThat(x.getName()).isEqualTo("layer.0.weight");
    assertThat(a.getName()).isEqualTo("list[]");
  }

  @Test
  void listsComeInTheirOrder() {
    TorchScript difference =
        new TorchScript(
            "a: List[Tensor], b: List[Tensor], factor: Tensor -> Tensor",
            "return torch.mul(torch.sub(torch.cat(a), torch.cat(b)), float(factor))");
    NDArray ones = manager.create(new float[] {1});
    NDArray twos = manager.create(new float[] {2});
    NDArray fives = manager.create(new float[] {5});
    NDArray result =
        difference.of(List.of(List.of(fives, ones), List.of(twos, twos)), manager.create(10.0));
    assertThat(result.toFloatArray()).containsExactly(30, -10);
  }

  @Test
  void whatTheEngineDoesNotTakeIsNotAvailable() {
    TorchScript unknown =
        new TorchScript("x: Tensor -> Tensor", "return torch.no_such_function(x)");
    assertThat(unknown.available()).isFalse();
  }

  @Test
  void thePropertySwitchesScriptsOff() {
    System.setProperty(TorchScript.PROPERTY, "false");
    assertThat(EINSUM.available()).isFalse();
  }
}
