package org.penumbra.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.impute.FillReason;
import org.penumbra.impute.knn.KnnOptions.Weighting;

/** Fillings beside those of scikit-learn, which {@code knn_golden.py} wrote down. */
class KnnGoldenTest {
  /** A case of the file; expected numbers are those of the missing columns, row by row. */
  private record Golden(
      String name, Matrix fit, Matrix query, KnnOptions options, List<double[]> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithScikitLearnToItsRounding(Golden golden) {
    // A thousand metres away scikit-learn, which does not centre, loses ten digits itself.
    boolean itself = golden.name.startsWith("far") || golden.name.endsWith("single");
    compare(golden, itself ? 1e-6 : 1e-12);
  }

  private static void compare(Golden golden, double tolerance) {
    boolean onItself = golden.query.size() == 0;
    Matrix receivers = onItself ? golden.fit : golden.query;
    int[] self = IntStream.range(0, receivers.size()).map(row -> onItself ? row : -1).toArray();
    KnnOptions options = new KnnOptions(golden.options.neighbours(), golden.options.weighting(), 0);
    Filling filling = new Filling(receivers.size(), receivers.cells());
    NanEuclideanSearch.fit(golden.fit, options).fill(receivers, self, filling);
    boolean single = golden.name.endsWith("single"); // scikit-learn answers in float32 then
    int compared = 0;
    for (int r = 0; r < receivers.size(); r++) {
      int at = 0;
      for (int i = 0; i < receivers.values[r].length; i++) {
        if (receivers.there[r][i % receivers.cells]) {
          assertThat(filling.values[r][i]).as("an observation").isNaN();
          continue;
        }
        double expected = golden.expected.get(r)[at++];
        String what = "row " + r + ", column " + i;
        if (filling.reasons[r][i % receivers.cells] == FillReason.NO_DONOR) {
          assertThat(expected).as(what + ": a column without donors is 0 there").isZero();
          assertThat(filling.values[r][i]).as(what).isNaN();
        } else {
          double rounding = single ? Math.ulp((float) expected) / 2.0 : 0;
          assertThat(filling.values[r][i])
              .as(what)
              .isCloseTo(expected, within(tolerance + rounding));
        }
        compared++;
      }
      assertThat(at).isEqualTo(golden.expected.get(r).length);
    }
    assertThat(compared).isPositive();
  }

  static Stream<Golden> cases() throws IOException {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                KnnGoldenTest.class.getResourceAsStream("knn-golden.txt"),
                StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
    }
    List<Golden> all = new ArrayList<>();
    for (int at = 0; at < lines.size(); ) {
      String[] head = lines.get(at++).split(" ", -1);
      int fit = number(head[2]);
      int query = number(head[3]);
      int cells = number(head[4]);
      Weighting weighting = Weighting.valueOf(value(head[6]).toUpperCase(Locale.ROOT));
      Matrix donors = matrix(lines.subList(at, at += fit), cells);
      Matrix receivers = matrix(lines.subList(at, at += query), cells);
      int rows = query == 0 ? fit : query;
      List<double[]> expected =
          lines.subList(at, at += rows).stream()
              .map(line -> numbers(line.substring(1).strip()))
              .toList();
      KnnOptions options = new KnnOptions(number(head[5]), weighting, 0);
      all.add(new Golden(head[1], donors, receivers, options, expected));
    }
    assertThat(all).hasSize(16);
    return all.stream();
  }

  private static String value(String setting) {
    return setting.substring(setting.indexOf('=') + 1);
  }

  private static int number(String setting) {
    return Integer.parseInt(value(setting));
  }

  private static double[] numbers(String line) {
    return line.isEmpty()
        ? new double[0]
        : Arrays.stream(line.split(" ", -1)).mapToDouble(KnnGoldenTest::parse).toArray();
  }

  private static double parse(String number) {
    return number.equals("nan") ? Double.NaN : Double.parseDouble(number);
  }

  private static Matrix matrix(List<String> lines, int cells) {
    float[][] values = new float[lines.size()][MaskedRows.CHANNELS * cells];
    boolean[][] there = new boolean[lines.size()][cells];
    for (int r = 0; r < values.length; r++) {
      double[] row = numbers(lines.get(r));
      assertThat(row).hasSize(values[r].length);
      for (int i = 0; i < row.length; i++) {
        values[r][i] = (float) row[i];
        there[r][i % cells] = !Double.isNaN(row[i]);
      }
    }
    return new Matrix(cells, values, there);
  }
}
