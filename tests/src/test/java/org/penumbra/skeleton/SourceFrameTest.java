package org.penumbra.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;

class SourceFrameTest {
  @ParameterizedTest
  @CsvSource({
    "x y z, false", "-x y z, true", "x -y z, true", "-x -y z, false", "-x -y -z, true",
    "y z x, false", "z x y, false", "x z y, true", "x z -y, false", "z y x, true"
  })
  void mirrorsIsTheSignOfTheDeterminant(String axes, boolean mirrors) {
    assertThat(frame(axes).mirrors()).as(axes).isEqualTo(mirrors);
  }

  @Test
  void anAxisOfTheFileGoesAlongOurs() {
    SourceFrame frame = new SourceFrame(0.001, List.of("X", " -z ", "y"));
    assertThat(frame.axes()).containsExactly("x", "-z", "y");
    assertThat(List.of(frame.channel(0), frame.channel(1), frame.channel(2)))
        .containsExactly(0, 2, 1);
    assertThat(List.of(frame.factor(0), frame.factor(1), frame.factor(2)))
        .containsExactly(0.001, -0.001, 0.001);
    assertThat(SourceFrame.metres().mirrors()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x x z", "x -x z", "x y", "x y z z", "x y w", "--x y z", "+x y z", ""})
  void axesThatAreNotThreeDifferentOnesAreRefused(String axes) {
    assertThatThrownBy(() -> frame(axes))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("axes must be x, y and z once each");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aUnitIsAboveZero(double unit) {
    assertThatThrownBy(() -> new SourceFrame(unit, List.of("x", "y", "z")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("units in metres");
  }

  private static SourceFrame frame(String axes) {
    return new SourceFrame(1, Arrays.asList(axes.split(" ")));
  }
}
