package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.TensorScope;

/** What every encoder must do, on a small ST-GCN. */
class EncoderContractTest {
  private final StGcn encoder =
      new StGcn(SkeletonLayout.KINECT_20, StGcnOptions.published().withSize(4, 8), RandomKey.of(1));
  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    encoder.close();
    manager.close();
  }

  private NDArray clips(int samples, int frames) {
    float[] values = new float[samples * 3 * frames * 20];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.37 + i % 7);
    }
    return manager.create(values, new Shape(samples, 3, frames, 20, 1));
  }

  @Test
  void aClipsFeaturesDoNotDependOnItsNeighbours() {
    NDArray x = clips(4, 16);
    float[] all = encoder.evaluate(x).toFloatArray();
    float[] third = encoder.evaluate(x.get("2:3")).toFloatArray();
    for (int f = 0; f < 8; f++) {
      assertThat((double) third[f]).isCloseTo(all[2 * 8 + f], within(1e-6));
    }
  }

  @Test
  void evaluationChangesNothing() {
    String before = encoder.parameters().fingerprint();
    encoder.evaluate(clips(2, 16));
    assertThat(encoder.parameters().fingerprint()).isEqualTo(before);
  }

  @Test
  void evaluationLeavesNothingBehind() {
    NDArray x = clips(2, 16);
    encoder.evaluate(x).close();
    int before = encoder.parameters().manager().getManagedArrays().size();
    int around = manager.getManagedArrays().size();
    for (int i = 0; i < 5; i++) {
      encoder.evaluate(x, List.of(2)).close();
    }
    assertThat(encoder.parameters().manager().getManagedArrays()).hasSize(before);
    assertThat(manager.getManagedArrays()).hasSize(around);
  }

  @Test
  void anEncoderMadeInsideAScopeOutlivesIt() {
    StGcn made;
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      made = new StGcn(SkeletonLayout.KINECT_20, encoder.options(), RandomKey.of(1));
    }
    try (made) {
      assertThat(made.evaluate(clips(1, 16)).toFloatArray())
          .isEqualTo(encoder.evaluate(clips(1, 16)).toFloatArray());
    }
  }

  @Test
  void sameKeySameWeightsAndAnotherKeyOthers() {
    StGcnOptions options = encoder.options();
    try (StGcn same = new StGcn(SkeletonLayout.KINECT_20, options, RandomKey.of(1));
        StGcn other = new StGcn(SkeletonLayout.KINECT_20, options, RandomKey.of(2))) {
      assertThat(same.parameters().fingerprint()).isEqualTo(encoder.parameters().fingerprint());
      assertThat(other.parameters().fingerprint()).isNotEqualTo(encoder.parameters().fingerprint());
    }
  }

  @Test
  void gradientReachesEveryWeight() {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      Dropout dropout = new Dropout();
      dropout.begin(RandomKey.of(3));
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        NDArray y = encoder.train(clips(4, 16), List.of(2, 3), dropout);
        collector.backward(y.mul(clips(1, 1).flatten().get(":8")).sum());
      }
      encoder
          .parameters()
          .weights()
          .forEach(
              (name, weight) -> {
                if (name.endsWith("tcn.2.bias") || name.endsWith("residual.0.bias")) {
                  return; // in front of a batch norm: the gradient is rounding noise around 0
                }
                float[] gradient = weight.getGradient().toFloatArray();
                boolean moves = false;
                for (float g : gradient) {
                  assertThat(g).as(name).isFinite();
                  moves |= g != 0;
                }
                assertThat(moves).as("gradient of " + name).isTrue();
              });
    }
  }

  @Test
  void publishedInitialisationHasTheFrameworksSpread() {
    float[] weights = encoder.parameters().get("st_gcn_networks.9.tcn.2.weight").toFloatArray();
    double bound = 1 / Math.sqrt(8 * 9);
    double largest = 0;
    double square = 0;
    for (float w : weights) {
      largest = Math.max(largest, Math.abs(w));
      square += w * w / weights.length;
    }
    assertThat(largest).isLessThanOrEqualTo(bound).isGreaterThan(0.95 * bound);
    assertThat(Math.sqrt(square)).isCloseTo(bound / Math.sqrt(3), within(0.05 * bound));
  }

  @Test
  void droppingEveryJointIsRefused() {
    List<Integer> all =
        Arrays.asList(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    assertThatThrownBy(() -> encoder.evaluate(clips(1, 16), all))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("dropped joints");
  }

  @Test
  void anotherLayoutsClipsAreRefused() {
    NDArray x = manager.zeros(new Shape(1, 3, 16, 25, 1));
    assertThatThrownBy(() -> encoder.evaluate(x))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("(N, 3, T, 20, M)")
        .hasMessageContaining("25");
  }
}
