package org.penumbra.impute.knn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.impute.knn.KnnOptions.Weighting;

/** No distance is below its bound, with room to spare, and none far above. */
class DistanceBoundsTest {
  @ParameterizedTest
  @CsvSource({"0, 0.8", "3, 0.01", "1000, 0.3"})
  void theMeasuredErrorIsFarBelowTheMargin(double offset, double amplitude) {
    SplittableRandom random = new SplittableRandom(1);
    int rows = 120;
    int cells = 2000;
    float[][] values = new float[rows][3 * cells];
    boolean[][] there = new boolean[rows][cells];
    for (int r = 0; r < rows; r++) {
      double place = random.nextDouble(-1, 1);
      for (int i = 0; i < values[r].length; i++) {
        double wave = Math.sin(i * 0.01 + r) + random.nextDouble(-0.1, 0.1);
        // Odd rows follow the row before them closely: small distances of large rows.
        double own = amplitude * wave + place + offset;
        values[r][i] =
            r % 2 == 0 ? (float) own : values[r - 1][i] + 1e-3f * (float) random.nextDouble();
        there[r][i % cells] = random.nextInt(10) > 2;
      }
    }
    Matrix matrix = new Matrix(cells, values, there);
    KnnOptions options = new KnnOptions(5, Weighting.DISTANCE, 0);
    SearchPlan plan = new SearchPlan(true, rows, 64, 48, 1);
    DonorTable donors = DonorTable.of(matrix, true, 1);
    RowBlock block = RowBlock.read(matrix, 0, rows, donors, 1);
    float[][] bounds = new DistanceBounds(donors, options, plan).of(block, true);
    double margin = DistanceBounds.margin(cells);
    double[] norms = new double[rows];
    Arrays.setAll(norms, row -> norm(donors, block, row));
    double worst = 0;
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < rows; b++) {
        double exact =
            CommonDistance.meanSquare(
                doubles(block.values(a)),
                block.present(a),
                block.values(b),
                block.present(b),
                cells);
        int common = Bits.common(block.present(a), block.present(b));
        double room = margin * (norms[a] + norms[b]) / common;
        double below = exact - bounds[a][b];
        assertThat(below).isPositive();
        worst = Math.max(worst, Math.abs(below - room) / room);
      }
    }
    assertThat(worst).as("error as a share of the margin").isLessThan(0.2);
  }

  private static double norm(DonorTable donors, RowBlock block, int row) {
    double[] means = donors.means();
    double sum = 0;
    for (int i = 0; i < means.length; i++) {
      if (Bits.has(block.present(row), i % donors.cells())) {
        sum += square(block.values(row)[i] - means[i]);
      }
    }
    return sum;
  }

  private static double[] doubles(float[] values) {
    double[] same = new double[values.length];
    Arrays.setAll(same, i -> values[i]);
    return same;
  }

  private static double square(double x) {
    return x * x;
  }
}
