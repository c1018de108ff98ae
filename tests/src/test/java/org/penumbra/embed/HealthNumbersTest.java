package org.penumbra.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/** Effective rank, eigenvalues and neighbours' votes against what is known of made-up features. */
class HealthNumbersTest {
  private static final RandomKey SEED = RandomKey.of(20261122);

  private static Embeddings rows(int n, int f, IntToValue value) {
    float[] values = new float[n * f];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) value.of(i / f, i % f);
    }
    return new Embeddings(List.of("a"), new int[n], f, values);
  }

  private interface IntToValue {
    double of(int row, int column);
  }

  /** Second differences on n points: the eigenvalues are 2 - 2 cos(k pi / (n + 1)). */
  @Test
  void eigenvaluesOfSecondDifferences() {
    int n = 40;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i][i] = 2;
      if (i > 0) {
        a[i][i - 1] = -1;
        a[i - 1][i] = -1;
      }
    }
    double[] found = SymmetricEigenvalues.of(a);
    for (int k = 1; k <= n; k++) {
      assertThat(found[k - 1]).isCloseTo(2 - 2 * Math.cos(k * Math.PI / (n + 1)), within(1e-12));
    }
  }

  /** Q diag Q' with Q a product of reflections has the eigenvalues of diag. */
  @Test
  void eigenvaluesSurviveTurning() {
    SplittableRandom random = SEED.with("turning").generator();
    for (int n : new int[] {1, 2, 3, 7, 25}) {
      double[] expected = random.doubles(n, -3, 5).sorted().toArray();
      expected[0] = expected[n - 1]; // a double root
      double[][] a = new double[n][n];
      for (int i = 0; i < n; i++) {
        a[i][i] = expected[i];
      }
      for (int times = 0; times < 3; times++) {
        a = reflected(a, random.doubles(n, -1, 1).toArray());
      }
      Arrays.sort(expected);
      double[] found = SymmetricEigenvalues.of(a);
      for (int i = 0; i < n; i++) {
        assertThat(found[i]).as("n %d, %s", n, SEED).isCloseTo(expected[i], within(1e-11));
      }
    }
  }

  private static double[][] reflected(double[][] a, double[] v) {
    int n = v.length;
    double square = Arrays.stream(v).map(x -> x * x).sum();
    double[][] h = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        h[i][j] = (i == j ? 1 : 0) - 2 * v[i] * v[j] / square;
      }
    }
    return product(product(h, a), h);
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  @Test
  void equalFeaturesHaveRankZeroAndALineHasOne() {
    assertThat(EffectiveRank.of(rows(9, 5, (n, f) -> f + 0.1))).isZero();
    assertThat(EffectiveRank.of(rows(9, 5, (n, f) -> n * (f + 1) + 7))).isCloseTo(1, within(1e-3));
  }

  /** Each of four directions twice, in opposite senses: four equal singular values. */
  @Test
  void aCrossOfFourEqualAxesHasRankFour() {
    IntToValue cross = (n, f) -> (n / 2 == f ? 1 : 0) * (n % 2 == 0 ? 3 : -3) + 100;
    assertThat(EffectiveRank.of(rows(8, 6, cross))).isCloseTo(4, within(1e-6));
    assertThat(EffectiveRank.of(rows(8, 60, cross))).isCloseTo(4, within(1e-6));
  }

  /** Axes of lengths 3 and 1: singular values in that proportion, whichever product is formed. */
  @Test
  void unequalAxesCountByTheEntropyOfTheirLengths() {
    IntToValue axes =
        (n, f) -> (n % 2 == 0 ? 1 : -1) * (n / 2 == 0 && f == 0 ? 3 : n / 2 == 1 && f == 1 ? 1 : 0);
    double expected = Math.exp(-0.75 * Math.log(0.75) - 0.25 * Math.log(0.25));
    assertThat(EffectiveRank.of(rows(4, 3, axes))).isCloseTo(expected, within(1e-6));
    assertThat(EffectiveRank.of(rows(4, 9, axes))).isCloseTo(expected, within(1e-6));
  }

  @Test
  void aRandomCloudHasNearlyFullRank() {
    Draws draws = new Draws(SEED.with("cloud"));
    double[] values = IntStream.range(0, 200 * 16).mapToDouble(i -> draws.normal()).toArray();
    double rank = EffectiveRank.of(rows(200, 16, (n, f) -> values[n * 16 + f]));
    assertThat(rank).as("%s", SEED).isBetween(15.5, 16.0);
  }

  private static Embeddings labelled(int[] labels, float... values) {
    return new Embeddings(List.of("a", "b", "c"), labels, values.length / labels.length, values);
  }

  @Test
  void eachRowIsJudgedByTheOthersByCosine() {
    // Directions at 0, 5, 10 degrees of class a at very different lengths; 80 and 90 of b; one c.
    float[] values = new float[12];
    double[] degrees = {0, 5, 10, 80, 90, 85};
    double[] lengths = {1, 100, 0.01, 5, 1, 1};
    for (int i = 0; i < 6; i++) {
      values[2 * i] = (float) (lengths[i] * Math.cos(Math.toRadians(degrees[i])));
      values[2 * i + 1] = (float) (lengths[i] * Math.sin(Math.toRadians(degrees[i])));
    }
    Embeddings known = labelled(new int[] {0, 0, 0, 1, 1, 2}, values);
    // One neighbour: 80 and 90 are both nearest to 85, which is c; 85 has a tie of two b.
    assertThat(new NeighbourVote(known, 1).accuracyAmongThemselves()).isEqualTo(3 / 6.0);
    Embeddings others = labelled(new int[] {0, 2, 0}, 5, 1, 0.1f, 1.1f, 1, 30);
    assertThat(new NeighbourVote(known, 2).accuracy(others)).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void ofEqualVotesTheCloserNeighboursWin() {
    Embeddings known = labelled(new int[] {0, 1, 1, 0}, 1, 0, 1, 0.1f, -1, 0.2f, -1, 0.3f);
    Embeddings row = labelled(new int[] {1}, 1, 0.09f);
    assertThat(new NeighbourVote(known, 2).accuracy(row)).isEqualTo(1);
    assertThat(new NeighbourVote(known, 4).accuracy(row)).isZero();
  }
}
