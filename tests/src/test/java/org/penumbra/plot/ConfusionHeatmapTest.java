package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.evaluate.ConfusionMatrix;

class ConfusionHeatmapTest {
  /** Sixty classes with long names, most clips on the diagonal. */
  static ConfusionMatrix of(int classes) {
    List<String> names =
        IntStream.range(0, classes).mapToObj(i -> "put something on a shelf " + i).toList();
    int[][] counts = new int[classes][classes];
    for (int i = 0; i < classes; i++) {
      counts[i][i] = 20 + i % 7;
      counts[i][(i * 5 + 1) % classes] += i % 9;
    }
    return ConfusionMatrix.of(names, counts);
  }

  @Test
  void shadesAreSharesWithTruthInRows() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(List.of("sit", "stand"), new int[][] {{0, 4}, {0, 0}});
    ConfusionHeatmap figure = ConfusionHeatmap.of("two", matrix);
    BufferedImage image = figure.image();
    assertThat(image.getWidth()).isEqualTo(2 * figure.width());
    assertThat(image.getHeight()).isEqualTo(2 * figure.height());
    int dark = 0;
    double right = 0;
    double down = 0;
    for (int y = 80; y < 80 + 4 * 40; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == Shades.of(1).getRGB()) {
          dark++;
          right += x;
          down += y;
        }
      }
    }
    assertThat(dark).as("one cell of 40 by 40, less its number").isBetween(5000, 6400);
    assertThat(down / dark).as("upper row").isBetween(110.0, 130.0);
    int middle = (int) (right / dark);
    assertThat(image.getRGB(middle, 80 + 3 * 40)).isEqualTo(Color.WHITE.getRGB());
    assertThat(image.getRGB(middle - 80, 120)).as("left cell").isEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void theTextSaysTheSame() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(List.of("sit", "stand"), new int[][] {{1, 3}, {0, 0}});
    assertThat(ConfusionHeatmap.of("two", matrix).text())
        .startsWith("two\n  sit: 25.0 % (1 of 4;")
        .contains("stand: no test clips")
        .endsWith("sit taken for stand: 3 clips, 75 %");
  }

  @Test
  void sixtyClassesFitOnAPage() {
    ConfusionHeatmap figure = ConfusionHeatmap.of("sixty", of(60));
    assertThat(figure.width()).isLessThan(1000);
    assertThat(figure.height()).isLessThan(1100);
    assertThat(figure.image().getWidth()).isEqualTo(2 * figure.width());
  }
}
