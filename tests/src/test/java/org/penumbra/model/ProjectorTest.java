package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;
import org.penumbra.tensor.Compute;

class ProjectorTest {
  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray features(double factor) {
    float[] values = new float[6 * 4];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(factor * i);
    }
    return manager.create(values, new Shape(6, 4));
  }

  @Test
  void joinedViewsEqualOnePassPerView() {
    try (Projector joined = new Projector(4, 5, RandomKey.of(1));
        Projector single = new Projector(4, 5, RandomKey.of(1))) {
      List<NDArray> together = joined.train(List.of(features(0.3), features(0.9)));
      NDArray first = single.train(List.of(features(0.3))).get(0);
      NDArray second = single.train(List.of(features(0.9))).get(0);
      assertClose(together.get(0), first);
      assertClose(together.get(1), second);
      for (String name : joined.parameters().names()) {
        assertClose(joined.parameters().get(name), single.parameters().get(name));
      }
    }
  }

  @Test
  void embeddingsHaveZeroMeanAndUnitVariance() {
    try (Projector projector = new Projector(4, 5, RandomKey.of(2))) {
      float[] z = projector.train(List.of(features(0.3))).get(0).toFloatArray();
      for (int d = 0; d < 5; d++) {
        double mean = 0;
        double square = 0;
        for (int n = 0; n < 6; n++) {
          mean += z[n * 5 + d] / 6;
          square += z[n * 5 + d] * z[n * 5 + d] / 6;
        }
        assertThat(mean).isCloseTo(0, within(1e-5));
        assertThat(square).isCloseTo(1, within(0.02)); // below 1 by epsilon over the variance
      }
    }
  }

  /** Three linear layers without bias, two batch norms with scale and shift, one without. */
  private static long weights(long features, long width) {
    return features * width + 2 * width * width + 2 * (2 * width);
  }

  @Test
  void publishedProjectorHasThePublishedNumberOfWeights() {
    assertThat(weights(256, 6144)).as("the published number").isEqualTo(77_094_912);
    try (Projector narrow = new Projector(256, 64, RandomKey.of(3));
        Projector uneven = new Projector(7, 5, RandomKey.of(3))) {
      assertThat(narrow.parameters().count()).isEqualTo(weights(256, 64));
      assertThat(uneven.parameters().count()).isEqualTo(weights(7, 5));
    }
  }

  private static void assertClose(NDArray found, NDArray expected) {
    float[] a = found.toFloatArray();
    float[] b = expected.toFloatArray();
    assertThat(a).hasSameSizeAs(b);
    for (int i = 0; i < a.length; i++) {
      assertThat((double) a[i]).isCloseTo(b[i], within(1e-5));
    }
  }
}
