package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;

class BarGroupsTest {
  private static final BarGroups BARS =
      BarGroups.of("Linear evaluation", "accuracy (%)")
          .bar("PSTL", 71.3, 67.2, 75.4)
          .bar("random encoder", 40);

  @Test
  void barsAreAsLongAsTheirValues() {
    BufferedImage one = BarGroups.of("", "x").bar("a", 100).bar("b", 50).image();
    BufferedImage same = BarGroups.of("", "x").bar("a", 100).bar("b", 100).image();
    double ratio = (double) Pixels.count(one, Theme.BLUE) / Pixels.count(same, Theme.BLUE);
    assertThat(ratio).isBetween(0.745, 0.755);
    assertThat(Pixels.whiteEdges(BARS.image())).isTrue();
  }

  @Test
  void seriesHaveColoursAndALegend() {
    BarGroups groups =
        BarGroups.of("By stream", "accuracy (%)")
            .bar("joint", "clean", 71, 70, 72)
            .bar("joint", "occluded", 60, 59, 61);
    assertThat(Pixels.count(groups.image(), Theme.ORANGE)).isGreaterThan(1000);
    assertThat(Pixels.count(BARS.image(), Theme.ORANGE)).isZero();
    assertThat(groups.text()).contains("joint, occluded: 60.0 (59.0 to 61.0)");
  }

  @Test
  void textHasEveryBar() {
    assertThat(BARS.text())
        .isEqualTo(
            """
            Linear evaluation (accuracy (%))
              PSTL: 71.3 (67.2 to 75.4)
              random encoder: 40.0""");
  }

  @Test
  void countsAreWrittenWithoutDecimals() {
    assertThat(BarGroups.of("Clips", "n").bar("a", 1200).bar("b", "x", 3).text())
        .isEqualTo("Clips (n)\n  a: 1,200\n  b, x: 3");
    assertThat(BarGroups.of("", "%").bar("a", 40).bar("b", 2.5).text()).contains("a: 40.0");
  }

  @Test
  void emptyAndZeroGiveAPicture() {
    assertThat(BarGroups.of("None", "x").image().getHeight()).isPositive();
    assertThat(BarGroups.of("Zero", "x").bar("a", 0).image().getHeight()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"75.4,20,4", "100,20,5", "0.0031,0.001,4", "0,0.2,5", "6,1,6"})
  void ticksAreRound(double highest, double step, int count) {
    ValueAxis axis = ValueAxis.upTo(highest);
    assertThat(axis.step()).isCloseTo(step, org.assertj.core.data.Percentage.withPercentage(1e-9));
    assertThat(axis.count()).isEqualTo(count);
  }

  @Test
  void refusesNegativeValuesAndWrongIntervals() {
    assertThatThrownBy(() -> BARS.bar("x", -1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("value of bar x must be at least 0 and finite, found -1.0.");
    assertThatThrownBy(() -> BARS.bar("x", 5, 6, 7)).isInstanceOf(InvalidOptionException.class);
  }
}
