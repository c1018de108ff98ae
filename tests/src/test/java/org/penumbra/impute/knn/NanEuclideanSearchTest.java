package org.penumbra.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.impute.FillReason;
import org.penumbra.impute.knn.KnnOptions.Weighting;

/** The search beside a slow one, and what must not change its result. */
class NanEuclideanSearchTest {
  private static final SearchPlan PLAN = new SearchPlan(true, 64, 512, 192, 1);

  /** A problem made from a seed. */
  private static final class Problem {
    final Matrix donors;
    final Matrix receivers;
    final int[] self;
    final KnnOptions options;

    Problem(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      int cells = random.nextInt(1, 150);
      double offset = new double[] {0, 3, 1000}[random.nextInt(3)];
      donors = Matrix.random(random, random.nextInt(1, 60), cells, offset);
      if (random.nextBoolean()) {
        receivers = donors;
        self = IntStream.range(0, donors.size()).toArray();
      } else {
        receivers = Matrix.random(random, random.nextInt(1, 20), cells, offset);
        self = random.ints(receivers.size(), -1, donors.size()).toArray();
      }
      for (boolean[] row : receivers.unwanted) {
        row[random.nextInt(cells)] = true;
      }
      options =
          new KnnOptions(
              random.nextInt(1, 9),
              random.nextInt(3) == 0 ? Weighting.UNIFORM : Weighting.DISTANCE,
              random.nextInt(3) == 0 ? random.nextDouble() / 2 : 0);
    }

    Filling fill(SearchPlan plan) {
      return Filling.of(donors, receivers, self, options, plan);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTheFormulas(long seed) {
    Problem problem = new Problem(seed);
    Filling slow =
        SlowNeighbours.fill(problem.donors, problem.receivers, problem.self, problem.options);
    assertSame(problem.fill(PLAN), slow, 1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void isTheSameBitForBitInAnyBlocksAndThreads(long seed) {
    Problem problem = new Problem(seed);
    Filling expected = problem.fill(PLAN);
    List<SearchPlan> plans =
        List.of(
            new SearchPlan(true, 64, 512, 192, 3),
            new SearchPlan(true, 7, 5, 3, 2),
            new SearchPlan(true, 64, 16, 5, 1),
            new SearchPlan(false, 10, 9, 4, 2),
            new SearchPlan(false, 1, 1, 1, 1));
    for (SearchPlan plan : plans) {
      assertSame(problem.fill(plan), expected, 0);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void theOrderOfDonorsIsWithoutEffect(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Matrix rows = distinct(random, 40, 90);
    int[] order = shuffled(40, seed);
    KnnOptions options = KnnOptions.neighbours(4);
    int[] self = IntStream.range(0, 40).toArray();
    Filling plain = Filling.of(rows, rows, self, options, PLAN);
    int[] places = new int[40];
    IntStream.range(0, 40).forEach(i -> places[order[i]] = i);
    assertSame(Filling.of(rows.rows(order), rows, places, options, PLAN), plain, 1e-12);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void theOrderOfCellsIsWithoutEffect(long seed) {
    Matrix rows = distinct(new SplittableRandom(seed), 30, 100);
    int[] order = shuffled(100, seed);
    int[] self = IntStream.range(0, 30).toArray();
    KnnOptions options = KnnOptions.neighbours(4);
    Filling plain = Filling.of(rows, rows, self, options, PLAN);
    Matrix moved = rows.cells(order);
    Filling filling = Filling.of(moved, moved, self, options, PLAN);
    for (int r = 0; r < 30; r++) {
      for (int j = 0; j < 100; j++) {
        assertThat(filling.reasons[r][j]).isEqualTo(plain.reasons[r][order[j]]);
        assertThat(filling.values[r][200 + j])
            .isCloseTo(plain.values[r][200 + order[j]], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {3, 1000})
  void aConstantAddedToAColumnIsAddedToWhatIsFilled(double constant) {
    SplittableRandom random = new SplittableRandom(11);
    Matrix rows = distinct(random, 50, 80);
    for (float[] row : rows.values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.round(row[i] * 1024) / 1024f; // exact at a thousand metres too
      }
    }
    float[][] moved = Arrays.stream(rows.values).map(float[]::clone).toArray(float[][]::new);
    for (float[] row : moved) {
      for (int i = 0; i < row.length; i++) {
        row[i] += (float) (constant + i % 7);
      }
    }
    int[] self = IntStream.range(0, 50).toArray();
    KnnOptions options = KnnOptions.neighbours(5);
    Filling plain = Filling.of(rows, rows, self, options, PLAN);
    Matrix far = new Matrix(80, moved, rows.there);
    Filling filling = Filling.of(far, far, self, options, PLAN);
    for (int r = 0; r < 50; r++) {
      assertThat(filling.donors[r]).isEqualTo(plain.donors[r]);
      for (int i = 0; i < moved[r].length; i++) {
        if (!rows.there[r][i % 80]) {
          assertThat(filling.values[r][i] - constant - i % 7)
              .isCloseTo(plain.values[r][i], within(1e-11));
        }
      }
    }
  }

  @Test
  void oneNeighbourGivesTheNearestDonorAsItIs() {
    Matrix rows = distinct(new SplittableRandom(5), 30, 70);
    int[] self = IntStream.range(0, 30).toArray();
    Filling filling = Filling.of(rows, rows, self, KnnOptions.neighbours(1), PLAN);
    for (int r = 0; r < 30; r++) {
      for (int j = 0; j < 70; j++) {
        if (filling.reasons[r][j] == FillReason.FILLED) {
          int cell = j;
          double value = filling.values[r][j];
          assertThat(Arrays.stream(rows.values).map(row -> (double) row[cell]))
              .anyMatch(each -> Math.abs(each - value) < 1e-15);
        }
      }
    }
  }

  @Test
  void duplicatesAreAtDistanceZeroHoweverFarTheScene() {
    Matrix rows = distinct(new SplittableRandom(8), 20, 64);
    for (float[] row : rows.values) {
      for (int i = 0; i < row.length; i++) {
        row[i] += 1000;
      }
    }
    rows.values[13] = rows.values[4].clone();
    Arrays.fill(rows.there[13], true);
    int[] self = IntStream.range(0, 20).toArray();
    Filling filling = Filling.of(rows, rows, self, KnnOptions.neighbours(5), PLAN);
    for (int j = 0; j < 64; j++) {
      if (!rows.there[4][j]) {
        assertThat(filling.reasons[4][j]).isEqualTo(FillReason.EXACT_DONORS);
        assertThat(filling.donors[4][j]).isEqualTo(1);
        assertThat(filling.distances[4][j]).isZero();
        assertThat(filling.values[4][j]).isEqualTo(rows.values[13][j]);
      }
    }
  }

  @Test
  void aReceiversOwnDonorGivesNothingNotEvenToTheMean() {
    float[][] values = {{1, 0, 0}, {5, 0, 0}};
    boolean[][] all = {{true}, {true}};
    Matrix donors = new Matrix(1, values, all);
    Matrix receiver = new Matrix(1, new float[][] {{0, 0, 0}}, new boolean[][] {{false}});
    Filling filling = Filling.of(donors, receiver, new int[] {0}, KnnOptions.neighbours(2), PLAN);
    assertThat(filling.values[0][0]).isEqualTo(5);
    assertThat(filling.reasons[0][0]).isEqualTo(FillReason.NO_OVERLAP);
  }

  @Test
  void withoutDonorsEveryCellIsLeft() {
    Matrix none = new Matrix(2, new float[0][], new boolean[0][]);
    Matrix receiver = new Matrix(2, new float[1][6], new boolean[][] {{true, false}});
    Filling filling = Filling.of(none, receiver, new int[] {-1}, KnnOptions.neighbours(2), PLAN);
    assertThat(filling.reasons[0]).containsExactly(null, FillReason.NO_DONOR);
  }

  @Test
  void aValueThatIsNotFiniteIsNamed() {
    Matrix rows = distinct(new SplittableRandom(1), 3, 10);
    Arrays.fill(rows.there[1], true);
    rows.values[1][14] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> NanEuclideanSearch.fit(rows, KnnOptions.neighbours(2), PLAN))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("coordinate 1 of cell 4 of row 1")
        .hasMessageContaining("Infinity");
  }

  @Test
  void rowsOfAnotherLengthAreRefused() {
    Matrix rows = distinct(new SplittableRandom(1), 3, 10);
    Matrix others = distinct(new SplittableRandom(1), 2, 11);
    NanEuclideanSearch search = NanEuclideanSearch.fit(rows, KnnOptions.neighbours(2), PLAN);
    Filling sink = new Filling(2, 11);
    assertThatThrownBy(() -> search.fill(others, new int[2], sink))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("10");
    assertThatThrownBy(() -> search.fill(rows, new int[] {0, 3, 1}, sink))
        .hasMessageContaining("below 3");
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  static IntStream fewSeeds() {
    return IntStream.range(0, 5);
  }

  private static Matrix distinct(SplittableRandom random, int rows, int cells) {
    float[][] values = new float[rows][3 * cells];
    boolean[][] there = new boolean[rows][cells];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < values[r].length; i++) {
        values[r][i] = (float) random.nextDouble(-1, 1);
      }
      for (int j = 0; j < cells; j++) {
        there[r][j] = random.nextDouble() > 0.3;
      }
    }
    return new Matrix(cells, values, there);
  }

  private static int[] shuffled(int size, long seed) {
    List<Integer> order = IntStream.range(0, size).boxed().collect(Collectors.toList());
    Collections.shuffle(order, new Random(seed));
    return order.stream().mapToInt(i -> i).toArray();
  }

  private static void assertSame(Filling actual, Filling expected, double tolerance) {
    assertThat(actual.reasons).isDeepEqualTo(expected.reasons);
    assertThat(actual.donors).isDeepEqualTo(expected.donors);
    for (int r = 0; r < actual.values.length; r++) {
      near(actual.values[r], expected.values[r], tolerance);
      near(actual.distances[r], expected.distances[r], tolerance);
    }
  }

  private static void near(double[] actual, double[] expected, double tolerance) {
    if (tolerance == 0) {
      assertThat(actual).containsExactly(expected);
    } else {
      for (int i = 0; i < actual.length; i++) {
        if (Double.isNaN(expected[i])) {
          assertThat(actual[i]).isNaN();
        } else {
          assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
        }
      }
    }
  }
}
