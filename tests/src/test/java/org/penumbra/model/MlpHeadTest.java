package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

class MlpHeadTest {
  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void publishedHeadHasThePublishedNumberOfWeights() {
    try (MlpHead head = new MlpHead(256, 128, StartingWeights.NORMAL, RandomKey.of(1))) {
      assertThat(head.parameters().count()).isEqualTo(98_688);
    }
  }

  /** A row of zeros has no direction; its gradient must not poison the others. */
  @Test
  void aRowOfZerosStaysAndItsGradientIsFinite() {
    NDArray x = manager.create(new float[] {3, 4, 0, 0}, new Shape(2, 2));
    x.setRequiresGradient(true);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray y;
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        y = MlpHead.normalise(x);
        collector.backward(y.get(":, 0").sum());
      }
      assertThat(y.toFloatArray()).containsExactly(new float[] {0.6f, 0.8f, 0, 0}, within(1e-6f));
      float[] gradient = x.getGradient().toFloatArray();
      // d (x / sqrt(x^2 + y^2)) = y^2 / r^3, - x y / r^3
      assertThat(gradient[0]).isCloseTo(0.128f, within(1e-6f));
      assertThat(gradient[1]).isCloseTo(-0.096f, within(1e-6f));
      assertThat(gradient[2]).isFinite();
      assertThat(gradient[3]).isFinite();
    }
  }

  /** Mean and deviation of the published start; edge importance stays at 1, biases are 0. */
  @Test
  void normalStartingWeights() {
    StGcnOptions options = StGcnOptions.published().withStart(StartingWeights.NORMAL);
    try (StGcn encoder = new StGcn(SkeletonLayout.NTU_25, options, RandomKey.of(8));
        MlpHead head = new MlpHead(256, 128, StartingWeights.NORMAL, RandomKey.of(8))) {
      assertNormal(encoder.parameters(), "st_gcn_networks.9.tcn.2.weight", 0);
      assertNormal(encoder.parameters(), "st_gcn_networks.9.tcn.3.weight", 1);
      assertNormal(head.parameters(), "fc.0.weight", 0);
      assertThat(encoder.parameters().get("edge_importance.4").toFloatArray()).containsOnly(1);
      assertThat(encoder.parameters().get("st_gcn_networks.9.tcn.2.bias").toFloatArray())
          .containsOnly(0);
      assertThat(head.parameters().get("fc.2.bias").toFloatArray()).containsOnly(0);
      assertThat(encoder.parameters().get("st_gcn_networks.9.tcn.3.running_var").toFloatArray())
          .containsOnly(1);
    }
  }

  private static void assertNormal(Parameters parameters, String name, double mean) {
    double[] values = ReferenceWeights.doubles(parameters.get(name));
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value - mean;
      squares += (value - mean) * (value - mean);
    }
    double n = values.length;
    assertThat(sum / n).as(name + " seed 8").isCloseTo(0, within(0.02 * 4 / Math.sqrt(n)));
    assertThat(Math.sqrt(squares / n))
        .as(name + " seed 8")
        .isCloseTo(0.02, within(0.02 * 4 / Math.sqrt(2 * n)));
  }
}
