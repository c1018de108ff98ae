package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.penumbra.core.InvalidOptionException;

class CurvesTest {
  private static final Curves LOSS =
      Curves.of("Pretraining loss", "epoch", "Barlow Twins loss").line("train", 43, 21.5, 7.25);

  @Test
  void paintsOnWhiteInThemeColours() {
    BufferedImage image = LOSS.line("other", 40, 30, 20).image();
    assertThat(image.getWidth()).isEqualTo(2 * LOSS.width());
    assertThat(image.getHeight()).isEqualTo(2 * LOSS.height());
    assertThat(Pixels.whiteEdges(image)).isTrue();
    assertThat(Pixels.count(image, Color.WHITE)).isGreaterThan(image.getWidth() * 400);
    assertThat(Pixels.count(image, Theme.BLUE)).isGreaterThan(300);
    assertThat(Pixels.count(image, Theme.ORANGE)).isGreaterThan(300);
  }

  @Test
  void themeIsApplied() {
    XYChart chart = LOSS.chart();
    assertThat(chart.getStyler().getChartBackgroundColor()).isEqualTo(Color.WHITE);
    assertThat(chart.getStyler().isPlotGridVerticalLinesVisible()).isFalse();
    assertThat(chart.getStyler().getLegendFont().getFamily()).isEqualTo("DejaVu Sans");
  }

  @Test
  void textSaysTitleAxesAndLastValue() {
    assertThat(LOSS.reference("chance", 10).text())
        .isEqualTo(
            """
            Pretraining loss (x: epoch; y: Barlow Twins loss)
              train: 3 points, from 43 to 7.25 at 3
              chance: 10 throughout""");
  }

  @Test
  void longCurvesKeepTheirEnd() {
    double[] y = new double[150];
    Arrays.setAll(y, i -> 100 - i / 2.0);
    Curves curves = Curves.of("Loss", "epoch", "loss").line("train", y);
    assertThat(curves.text()).contains("150 points, from 100 to 25.5 at 150");
    assertThat(Pixels.count(curves.image(), Theme.BLUE)).isGreaterThan(300);
  }

  @Test
  void onePointGapsAndNoCurveGiveAPicture() {
    Curves empty = Curves.of("Loss", "epoch", "loss");
    assertThat(empty.image().getWidth()).isEqualTo(2 * empty.width());
    BufferedImage point = empty.line("train", 4.2).image();
    assertThat(Pixels.count(point, Theme.BLUE)).isGreaterThan(50);
    BufferedImage gap = empty.line("train", 4.2, Double.NaN, 3).image();
    assertThat(Pixels.count(gap, Theme.BLUE)).isGreaterThan(50);
  }

  @Test
  void valuesDoNotChange() {
    Curves more = LOSS.reference("chance", 10);
    assertThat(LOSS.chart().getSeriesCollection()).hasSize(1);
    assertThat(more.chart().getSeriesCollection()).hasSize(2);
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    Curves curves = Curves.of("Loss", "epoch", "loss");
    assertThatThrownBy(() -> curves.line("a", new double[] {1}, new double[] {1, 2}))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("x and y of curve a");
    assertThatThrownBy(() -> curves.line("a")).isInstanceOf(InvalidOptionException.class);
    assertThatThrownBy(() -> curves.line("a", Double.POSITIVE_INFINITY))
        .hasMessageContaining("y of curve a must be finite");
    assertThatThrownBy(() -> LOSS.line("train", 1)).hasMessageContaining("used once");
    assertThatThrownBy(() -> LOSS.line("b", -1, 2).logarithmic())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("above 0 on a logarithmic axis");
    assertThatThrownBy(() -> LOSS.logarithmic().reference("zero", 0))
        .isInstanceOf(InvalidOptionException.class);
  }
}
