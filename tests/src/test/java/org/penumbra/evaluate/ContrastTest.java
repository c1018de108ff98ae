package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class ContrastTest {
  /** Examples (a) and (b) of Newcombe (1998), Statistics in Medicine 17:873, method 10. */
  @Test
  void differenceOfTwoSharesAgreesWithNewcombe() {
    Contrast a = Contrast.difference(WilsonInterval.of(56, 70), WilsonInterval.of(48, 80));
    assertThat(a.estimate()).isCloseTo(0.2, within(1e-12));
    assertThat(a.lower()).isCloseTo(0.0524, within(0.00005));
    assertThat(a.upper()).isCloseTo(0.3339, within(0.00005));
    Contrast b = Contrast.difference(WilsonInterval.of(9, 10), WilsonInterval.of(3, 10));
    assertThat(b.lower()).isCloseTo(0.1705, within(0.00005));
    assertThat(b.upper()).isCloseTo(0.8090, within(0.00005));
  }

  @Test
  void turningTheSharesRoundTurnsTheIntervalRound() {
    WilsonInterval some = WilsonInterval.of(9, 10);
    WilsonInterval few = WilsonInterval.of(1, 40);
    Contrast one = Contrast.difference(some, few);
    Contrast other = Contrast.difference(few, some);
    assertThat(other.lower()).isCloseTo(-one.upper(), within(1e-12));
    assertThat(other.upper()).isCloseTo(-one.lower(), within(1e-12));
  }

  /** 1, 2, 3, 4: mean 2.5, deviation 1.2910, t of 3 degrees 3.1824. */
  @Test
  void meanHasTheIntervalOfStudent() {
    Contrast mean = Contrast.ofMean(List.of(1.0, 2.0, 3.0, 4.0));
    assertThat(mean.estimate()).isCloseTo(2.5, within(1e-12));
    assertThat(mean.lower()).isCloseTo(0.4457, within(0.0001));
    assertThat(mean.upper()).isCloseTo(4.5543, within(0.0001));
  }

  /** Tables of the t distribution: 2.0211 at 40, 1.9840 at 100 degrees. */
  @Test
  void quantilesGoOnBeyondTheirTable() {
    assertThat(StudentT.twoSided95(1)).isEqualTo(12.7062);
    assertThat(StudentT.twoSided95(30)).isEqualTo(2.0423);
    assertThat(StudentT.twoSided95(40)).isCloseTo(2.0211, within(0.0001));
    assertThat(StudentT.twoSided95(100)).isCloseTo(1.9840, within(0.0001));
  }

  @Test
  void oneValueHasNoInterval() {
    assertThatThrownBy(() -> Contrast.ofMean(List.of(1.0)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("at least 2");
  }

  @Test
  void roundedShareHasTheIntervalOfItsCount() {
    assertThat(WilsonInterval.of(0.25, 8)).isEqualTo(WilsonInterval.of(2, 8));
  }
}
