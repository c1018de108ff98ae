package org.penumbra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.embed.Embeddings;

class SilhouetteTest {
  static List<ScikitLearn.Clustering> clusterings() {
    return ScikitLearn.read().clusterings;
  }

  @ParameterizedTest
  @MethodSource("clusterings")
  void itIsScikitLearns(ScikitLearn.Clustering expected) {
    Embeddings rows = expected.embeddings();
    Silhouette found = Silhouette.of(rows, expected.groups);
    assertThat(found.isExact()).isTrue();
    assertThat(found.value()).isCloseTo(expected.silhouette, within(1e-6));
    assertThat(Silhouette.of(rows, expected.labels).value())
        .isCloseTo(expected.silhouetteOfLabels, within(1e-6));
  }

  /** Points 0, 1 and 4 by hand: 1 - 1 / 4 and 1 - 1 / 3, and 0 for the lone one. */
  @Test
  void aKnownCaseInWhichOneClipIsAlone() {
    Embeddings rows = ScikitLearn.embedded(new float[][] {{0}, {1}, {4}}, new int[3]);
    Silhouette found = Silhouette.of(rows, new int[] {5, 5, 2});
    assertThat(found.value()).isCloseTo((3 / 4.0 + 2 / 3.0) / 3, within(1e-7));
    assertThat(found.describe()).isEqualTo("silhouette 0.472 (all 3 clips)");
  }

  @Test
  void aSampleIsMeasuredAgainstAllClipsAndSaid() {
    int size = Silhouette.EXACT_UP_TO + 1;
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[size * 2];
    int[] groups = new int[size];
    for (int n = 0; n < size; n++) {
      groups[n] = n % 3;
      values[2 * n] = (float) (3 * groups[n] + random.nextDouble(-2, 2));
      values[2 * n + 1] = (float) random.nextDouble(-2, 2);
    }
    Embeddings rows = new Embeddings(Collections.nCopies(1, "a"), new int[size], 2, values);
    Silhouette sampled = Silhouette.of(rows, groups);
    assertThat(sampled.isExact()).isFalse();
    assertThat(sampled.describe()).contains("5000 of 10001 clips");
    double exact = Silhouette.of(rows, groups, size, 0).value();
    assertThat(sampled.value()).isCloseTo(exact, within(0.01)).isNotEqualTo(exact);
    assertThat(Silhouette.of(rows, groups).value()).isEqualTo(sampled.value());
    assertThat(Silhouette.of(rows, groups, 5000, 1).value()).isNotEqualTo(sampled.value());
  }

  @Test
  void badInputIsRefused() {
    Embeddings rows = ScikitLearn.embedded(new float[][] {{0}, {1}, {4}}, new int[3]);
    assertThatThrownBy(() -> Silhouette.of(rows, new int[2]))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("one for each row");
    assertThatThrownBy(() -> Silhouette.of(rows, new int[3]))
        .hasMessageContaining("at least 2 and below the number of clips, found 1");
    assertThatThrownBy(() -> Silhouette.of(rows, new int[] {0, 1, 2})).hasMessageContaining("3");
    assertThatThrownBy(() -> Silhouette.of(rows, new int[] {0, 1, 1}, 4, 0))
        .hasMessageContaining("clips to measure");
  }
}
