package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.tensor.Precision.FLOAT32;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;

class MomentumEncoderTest {
  private static final RandomKey SEED = RandomKey.of(31);
  private static final StGcnOptions SMALL = StGcnOptions.published().withSize(2, 8);

  private final StGcn query = new StGcn(SkeletonLayout.KINECT_20, SMALL, SEED);
  private final MlpHead queryHead = new MlpHead(8, 4, StartingWeights.UNIFORM, SEED);
  private final MomentumEncoder key = new MomentumEncoder(query, queryHead, 0.75, SEED.with("key"));

  @AfterEach
  void close() {
    query.close();
    queryHead.close();
    key.close();
  }

  private NDArray clips() {
    float[] values = new float[3 * 3 * 8 * 20];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.37 + i % 7);
    }
    return query.parameters().manager().create(values, new Shape(3, 3, 8, 20, 1));
  }

  private static double[] weight(Parameters parameters, String name) {
    return ReferenceWeights.doubles(parameters.get(name));
  }

  @Test
  void itStartsWithWeightsOfItsOwnUntilItCopies() {
    String name = "st_gcn_networks.3.tcn.2.weight";
    double[] wanted = weight(query.parameters(), name);
    assertThat(weight(key.encoder().parameters(), name)).isNotEqualTo(wanted);
    key.copyQuery();
    assertThat(weight(key.encoder().parameters(), name)).isEqualTo(wanted);
    assertThat(weight(key.head().parameters(), "fc.2.bias"))
        .isEqualTo(weight(queryHead.parameters(), "fc.2.bias"));
  }

  @Test
  void itMovesAQuarterOfTheWay() {
    String name = "fc.0.weight";
    double[] before = weight(key.head().parameters(), name);
    double[] target = weight(queryHead.parameters(), name);
    key.follow();
    double[] after = weight(key.head().parameters(), name);
    for (int i = 0; i < after.length; i++) {
      assertThat(after[i]).isCloseTo(0.75 * before[i] + 0.25 * target[i], within(1e-6));
    }
    assertThat(weight(queryHead.parameters(), name)).isEqualTo(target);
  }

  /** Statistics of its own batches: neither the query's, nor an average with them. */
  @Test
  void itKeepsItsOwnRunningStatistics() {
    String name = "st_gcn_networks.0.tcn.0.running_mean";
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      Dropout dropout = new Dropout();
      dropout.begin(SEED);
      query.train(clips(), List.of(), dropout).close();
      double[] ofQuery = weight(query.parameters(), name);
      key.copyQuery();
      key.follow();
      assertThat(weight(key.encoder().parameters(), name)).containsOnly(0);
      key.embed(clips(), SEED, FLOAT32).close();
      assertThat(weight(key.encoder().parameters(), name)).doesNotContain(0);
      assertThat(weight(query.parameters(), name)).isEqualTo(ofQuery);
    }
  }

  /** The same clips and weights: only the dropout differs. */
  @Test
  void dropoutIsActive() {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      float[] first = key.embed(clips(), SEED, FLOAT32).toFloatArray();
      assertThat(key.embed(clips(), SEED, FLOAT32).toFloatArray()).isEqualTo(first);
      assertThat(key.embed(clips(), SEED.with(1), FLOAT32).toFloatArray()).isNotEqualTo(first);
    }
  }

  @Test
  void embeddingsHaveLengthOneAndNoGradient() {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray own = clips().get("0").flatten().get(":4");
      own.setRequiresGradient(true);
      NDArray keys;
      try (GradientCollector collector = Compute.engine().newGradientCollector()) {
        keys = key.embed(clips(), SEED, FLOAT32);
        collector.backward(keys.mul(own).sum()); // would reach the weights if it could
      }
      assertThat(keys.square().sum(new int[] {1}).toFloatArray())
          .containsExactly(new float[] {1, 1, 1}, within(1e-6f));
      assertThat(own.getGradient().sum().getFloat())
          .as("gradients are on again after the key network")
          .isCloseTo(keys.sum().getFloat(), within(1e-5f));
      key.encoder()
          .parameters()
          .weights()
          .forEach((name, w) -> assertThat(w.getGradient().toFloatArray()).containsOnly(0));
    }
  }

  @Test
  void nothingStaysBehind() {
    NDArray clips = clips();
    key.embed(clips, SEED, FLOAT32).close();
    int before = managed();
    for (int i = 0; i < 4; i++) {
      key.follow();
      key.embed(clips, SEED, FLOAT32).close();
    }
    assertThat(managed()).isEqualTo(before);
  }

  private int managed() {
    return key.encoder().parameters().manager().getManagedArrays().size()
        + key.head().parameters().manager().getManagedArrays().size()
        + query.parameters().manager().getManagedArrays().size();
  }

  @Test
  void momentumOutsideZeroToOneIsRefused() {
    for (double momentum : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new MomentumEncoder(query, queryHead, momentum, SEED))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("momentum must be between 0.0 and 1.0");
    }
  }
}
