package org.penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of wrong options, and the scales. */
class OptionsTest {
  @Test
  void aWrongOptionNamesItselfItsRangeAndTheValue() {
    assertThatThrownBy(() -> Require.inRange("rate", 1.5, 0, 1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("rate must be between 0.0 and 1.0, found 1.5.");
    assertThatThrownBy(() -> Require.inRange("rate", Double.NaN, 0, 1))
        .hasMessageContaining("found NaN");
    assertThatThrownBy(() -> Require.inRange("k", 0, 1, 9)).hasMessageContaining("k must be");
    assertThatThrownBy(() -> Require.atLeast("frames", -1, 0)).hasMessageContaining("at least 0");
    assertThatThrownBy(() -> Require.positive("sigma", 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> Require.positive("sigma", Double.POSITIVE_INFINITY))
        .hasMessageContaining("Infinity");
    assertThatThrownBy(() -> Require.notEmpty("streams", List.of()))
        .hasMessageContaining("streams must be not empty");
  }

  @Test
  void rightOptionsComeBack() {
    assertThat(Require.inRange("rate", 1.0, 0, 1)).isEqualTo(1);
    assertThat(Require.inRange("k", 9, 1, 9)).isEqualTo(9);
    assertThat(Require.positive("sigma", 1e-9)).isEqualTo(1e-9);
  }

  @Test
  void scalesAreFoundByNameAndAWrongNameListsThem() {
    assertThat(Scale.of(" Smoke ")).isEqualTo(Scale.SMOKE);
    assertThat(Scale.PAPER.label()).isEqualTo("paper");
    assertThatThrownBy(() -> Scale.of("huge"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("scale must be one of smoke, course, paper, found 'huge'.");
  }
}
