package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;

/**
 * ST-GCN forward against values computed once in float64 with the reference implementation: weight
 * number k, element i is s = sin(0.37 i + k), scaled by kind; input x[i] = sin(0.01 i).
 */
class StGcnGoldenTest {
  /** Relative tolerance: float32 against float64. */
  private static final double TOLERANCE = 1e-5;

  private static StGcn encoder;
  private static NDManager manager;

  @BeforeAll
  static void fillWeights() {
    encoder = new StGcn(SkeletonLayout.NTU_25, StGcnOptions.published(), RandomKey.of(0));
    manager = Compute.newManager();
    int k = 0;
    for (Map.Entry<String, NDArray> weight : encoder.parameters().weights().entrySet()) {
      boolean normScale =
          weight.getKey().endsWith("weight") && weight.getValue().getShape().dimension() == 1;
      boolean edge = weight.getKey().startsWith("edge_importance");
      float[] values = new float[(int) weight.getValue().getShape().size()];
      for (int i = 0; i < values.length; i++) {
        double s = 0.1 * Math.sin(0.37 * i + k);
        values[i] = (float) (normScale || edge ? 1 + s : s);
      }
      encoder.parameters().set(weight.getKey(), values);
      k++;
    }
    assertThat(k).isEqualTo(104);
  }

  @AfterAll
  static void close() {
    encoder.close();
    manager.close();
  }

  @Test
  void publishedEncoderHasThePublishedNumberOfWeights() {
    assertThat(encoder.parameters().count()).isEqualTo(821_380);
  }

  @Test
  void wholeGraph() {
    float[] y = evaluate(input(50), List.of());
    assertClose(y, 0.243774, 0.390657, 0.057604, 65.046081);
    float max = 0;
    for (float value : y) {
      max = Math.max(max, value);
    }
    assertThat((double) max).isCloseTo(0.589227, within(1e-6));
  }

  @Test
  void droppedJoints() {
    assertClose(evaluate(input(50), List.of(0, 3, 20)), 0.232136, 0.365793, 0.067751, 63.399721);
  }

  @Test
  void namingADroppedJointTwiceChangesNothing() {
    assertThat(evaluate(input(50), List.of(3, 0, 20, 3)))
        .isEqualTo(evaluate(input(50), List.of(0, 3, 20)));
  }

  @Test
  void fewerFrames() {
    assertClose(evaluate(input(30), List.of()), 0.236663, 0.377403, 0.067895, 64.254341);
  }

  /** The first frames of the 50-frame input. */
  private static NDArray input(int frames) {
    float[] values = new float[2 * 3 * frames * 50];
    int n = 0;
    for (int row = 0; row < 2 * 3; row++) {
      for (int i = 0; i < frames * 50; i++) {
        values[n++] = (float) Math.sin(0.01 * (row * 2500 + i));
      }
    }
    return manager.create(values, new Shape(2, 3, frames, 25, 2));
  }

  private static float[] evaluate(NDArray x, List<Integer> dropped) {
    return encoder.evaluate(x, dropped).toFloatArray();
  }

  private static void assertClose(float[] y, double second, double third, double last, double sum) {
    double total = 0;
    for (float value : y) {
      total += value;
    }
    // The references are printed with six decimals.
    assertThat((double) y[2]).isCloseTo(second, within(second * TOLERANCE + 5e-7));
    assertThat((double) y[3]).isCloseTo(third, within(third * TOLERANCE + 5e-7));
    assertThat((double) y[256 + 254]).isCloseTo(last, within(last * TOLERANCE + 5e-7));
    assertThat(total).isCloseTo(sum, within(sum * TOLERANCE));
  }
}
