package org.penumbra.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.cluster.KMeansOptions.EmptyClusters;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.embed.Embeddings;
import org.penumbra.tensor.Compute;

class KMeansClusteringTest {
  private static final int CLUSTERS = 7;
  private static final int FEATURES = 6;

  /** Overlapping clusters, in numbers that survive a shift by whole numbers. */
  private static float[][] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][FEATURES];
    for (float[] row : rows) {
      int middle = random.nextInt(CLUSTERS);
      for (int j = 0; j < FEATURES; j++) {
        double value = (middle * (j + 3) % 5) + random.nextDouble(-1.5, 1.5);
        row[j] = Math.round(Math.max(0, value) * 64) / 64f;
      }
    }
    return rows;
  }

  private static Embeddings embedded(float[][] rows) {
    return ScikitLearn.embedded(rows, new int[rows.length]);
  }

  private static Embeddings named(float[][] rows) {
    Embeddings plain = embedded(rows);
    List<String> names = IntStream.range(0, rows.length).mapToObj(n -> "clip-" + n).toList();
    return new Embeddings(
        plain.classNames(), plain.labels(), plain.features(), plain.values(), names);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfTheClipsChangesNothing(long seed) {
    float[][] rows = rows(300, seed);
    int[] order = Draws.choose(rows.length, rows.length, new SplittableRandom(seed));
    float[][] mixed = Arrays.stream(order).mapToObj(n -> rows[n]).toArray(float[][]::new);
    KMeansClustering one = KMeansClustering.fit(embedded(rows), CLUSTERS);
    KMeansClustering other = KMeansClustering.fit(embedded(mixed), CLUSTERS);
    int[] expected = Arrays.stream(order).map(n -> one.labels()[n]).toArray();
    assertThat(other.labels()).as("seed %d", seed).isEqualTo(expected);
    assertThat(other.inertia()).isEqualTo(one.inertia());
    assertThat(other.centres()).isDeepEqualTo(one.centres());
  }

  @ParameterizedTest
  @ValueSource(floats = {-3, 16, 4096})
  void aConstantAddedToAllFeaturesMovesOnlyTheCentres(float constant) {
    float[][] rows = rows(300, 4);
    float[][] moved = rows(300, 4);
    for (float[] row : moved) {
      for (int j = 0; j < FEATURES; j++) {
        row[j] += constant;
      }
    }
    KMeansClustering one = KMeansClustering.fit(embedded(rows), CLUSTERS);
    KMeansClustering other = KMeansClustering.fit(embedded(moved), CLUSTERS);
    assertThat(other.labels()).isEqualTo(one.labels());
    assertThat(other.inertia()).isCloseTo(one.inertia(), within(1e-6 * one.inertia()));
    assertThat(other.centres()[3][2]).isCloseTo(one.centres()[3][2] + constant, within(1e-6));
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    Embeddings rows = embedded(rows(9000, 5)); // three blocks
    int threads = Compute.threads();
    try {
      JniUtils.setNumThreads(1);
      KMeansClustering one = KMeansClustering.fit(rows, CLUSTERS);
      JniUtils.setNumThreads(3);
      KMeansClustering other = KMeansClustering.fit(rows, CLUSTERS);
      assertThat(other.labels()).isEqualTo(one.labels());
      assertThat(other.inertia()).isEqualTo(one.inertia());
    } finally {
      JniUtils.setNumThreads(threads);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64, 300, 5000})
  void theSizeOfABlockChangesNothing(int block) {
    CentredRows rows = CentredRows.sorted(embedded(rows(300, 6)));
    double[][] points = IntStream.range(0, 5).mapToObj(rows::row).toArray(double[][]::new);
    int[] expected = new int[rows.size()];
    for (int i = 0; i < expected.length; i++) {
      for (int k = 1; k < points.length; k++) {
        boolean nearer =
            rows.squaredDistance(i, points[k]) < rows.squaredDistance(i, points[expected[i]]);
        expected[i] = nearer ? k : expected[i];
      }
    }
    try (RowProducts products = new RowProducts(rows, block)) {
      assertThat(new NearestCentres(rows, products).of(points)).isEqualTo(expected);
    }
  }

  /** The product alone, in float32, would not tell these centres apart rightly. */
  @Test
  void centresCloserThanFloat32TellsAreToldApartAndTiesGoToTheFirst() {
    Embeddings pair = embedded(new float[][] {{1000, 1}, {-1000, -1}});
    CentredRows rows = CentredRows.about(new double[2], pair);
    double[][] centres = {
      {1000, 1 + 0x1p-22}, {1000, 1 + 0x1p-24}, {1000, 1 - 0x1p-24}, {-1000, 1}
    };
    try (RowProducts products = new RowProducts(rows)) {
      assertThat(new NearestCentres(rows, products).of(centres)).containsExactly(1, 3);
    }
  }

  @Test
  void theSameSeedDrawsTheSameAndRestartsKeepTheLowestInertia() {
    Embeddings rows = embedded(rows(300, 7));
    KMeansOptions options = KMeansOptions.clusters(12);
    assertThat(KMeansClustering.fit(rows, options).labels())
        .isEqualTo(KMeansClustering.fit(rows, options).labels());
    double[] inertias =
        IntStream.of(1, 2, 3, 8)
            .mapToDouble(n -> KMeansClustering.fit(rows, options.withRestarts(n)).inertia())
            .toArray();
    assertThat(inertias).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(inertias[3]).isLessThan(inertias[0]);
    long different =
        IntStream.range(0, 5)
            .mapToDouble(seed -> KMeansClustering.fit(rows, options.withSeed(seed)).inertia())
            .distinct()
            .count();
    assertThat(different).isGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void whatIsFittedIsPredictedAndAddsUp(int iterations) {
    float[][] rows = rows(300, 8);
    KMeansClustering found =
        KMeansClustering.fit(
            embedded(rows), KMeansOptions.clusters(CLUSTERS).withMaxIterations(iterations));
    assertThat(found.predict(embedded(rows))).isEqualTo(found.labels());
    int[] sizes = new int[CLUSTERS];
    double[] squares = new double[CLUSTERS];
    for (int n = 0; n < rows.length; n++) {
      int cluster = found.labels()[n];
      sizes[cluster]++;
      for (int j = 0; j < FEATURES; j++) {
        squares[cluster] += Math.pow(rows[n][j] - found.centres()[cluster][j], 2);
      }
    }
    assertThat(found.sizes()).isEqualTo(sizes);
    double inertia = Arrays.stream(squares).sum();
    assertThat(found.inertia()).isCloseTo(inertia, within(1e-5 * inertia));
    for (int k = 0; k < CLUSTERS; k++) {
      assertThat(found.spread()[k]).isCloseTo(Math.sqrt(squares[k] / sizes[k]), within(1e-5));
    }
    assertThat(found.converged()).isEqualTo(iterations == 100);
    assertThat(found.describe()).contains("7 clusters", "300 clips");
  }

  /** The third start is far from all rows: it wins none, and takes the outlier at 9. */
  @Test
  void anEmptiedClusterTakesTheFarthestClip() {
    Embeddings rows = embedded(new float[][] {{0}, {1}, {9}, {20}, {21}});
    double[][] start = {{2}, {20}, {1000}};
    KMeansOptions options = KMeansOptions.clusters(3);
    KMeansClustering found = KMeansClustering.fit(rows, options, start);
    assertThat(found.labels()).containsExactly(0, 0, 2, 1, 1);
    assertThat(found.inertia()).isCloseTo(1, within(1e-5));
    KMeansClustering kept =
        KMeansClustering.fit(rows, options.withEmptyClusters(EmptyClusters.KEEP_CENTRE), start);
    assertThat(kept.labels()).containsExactly(0, 0, 0, 1, 1);
    assertThat(kept.sizes()).containsExactly(3, 2, 0);
    assertThat(kept.spread()[2]).isZero();
    assertThat(kept.centres()[2][0]).isCloseTo(1000, within(1e-6));
  }

  @Test
  void asManyClustersAsDifferentRowsHaveThemAll() {
    Embeddings rows = embedded(new float[][] {{1}, {1}, {2}, {3}, {3}, {3}, {1e6f}});
    KMeansClustering found = KMeansClustering.fit(rows, 4);
    assertThat(found.inertia()).isZero();
    assertThat(found.sizes()).containsExactlyInAnyOrder(2, 1, 3, 1);
    assertThatThrownBy(() -> KMeansClustering.fit(rows, 5))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("clusters must be at most 4, the number of different rows among 7, found 5.");
  }

  @Test
  void groupsAreFoundByName() {
    float[][] rows = rows(50, 9);
    KMeansClustering found = KMeansClustering.fit(named(rows), 3);
    assertThat(found.groups().of("clip-17")).isEqualTo(found.labels()[17]);
    assertThat(found.groups(named(rows))).isEqualTo(found.groups());
    assertThat(found.groups().count()).isEqualTo(3);
    assertThatThrownBy(() -> found.groups(embedded(rows)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("50 rows without names");
    assertThatThrownBy(() -> KMeansClustering.fit(embedded(rows), 3).groups())
        .hasMessageContaining("names of their clips");
  }

  @Test
  void badInputIsRefused() {
    Embeddings three = embedded(new float[][] {{1}, {2}, {3}});
    assertThatThrownBy(() -> KMeansClustering.fit(three, 4))
        .hasMessage("clusters must be at most 3, the number of clips, found 4.");
    assertThatThrownBy(() -> KMeansClustering.fit(three, 0))
        .hasMessage("clusters must be at least 1, found 0.");
    Embeddings none = new Embeddings(Collections.nCopies(1, "a"), new int[0], 3, new float[0]);
    assertThatThrownBy(() -> KMeansClustering.fit(none, 1))
        .hasMessageContaining("at least one row")
        .hasMessageContaining("0 rows of 3");
    assertThatThrownBy(
            () -> KMeansClustering.fit(three, KMeansOptions.clusters(2), new double[][] {{1}}))
        .hasMessage("number of centres to start from must be 2, found 1.");
    assertThatThrownBy(
            () -> KMeansClustering.fit(three, KMeansOptions.clusters(1), new double[][] {{1, 2}}))
        .hasMessage("centre 0 to start from must be 1 finite numbers, found '[1.0, 2.0]'.");
    KMeansClustering found = KMeansClustering.fit(three, 2);
    assertThat(found.predict(new Embeddings(List.of("a"), new int[0], 1, new float[0]))).isEmpty();
    assertThatThrownBy(() -> found.predict(none))
        .hasMessage("length of a row must be 1, as of those fitted, found 3.");
  }
}
