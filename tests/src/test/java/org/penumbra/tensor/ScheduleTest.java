package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;

class ScheduleTest {
  /** PSTL's published rates. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.0005",
    "5, 0.0025",
    "9, 0.0045",
    "10, 0.005",
    "80, 0.0025",
    "149, 6.2946e-7"
  })
  void publishedRates(int epoch, double rate) {
    Schedule schedule = Schedule.warmUpCosine(5e-3, 10, 150);
    assertThat(schedule.rate(epoch)).isCloseTo(rate, within(1e-4 * rate));
  }

  @Test
  void warmUpLongerThanTrainingIsRefused() {
    assertThatThrownBy(() -> Schedule.warmUpCosine(1, 10, 10))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("warm-up epochs must be between 0 and 9, found 10.");
  }
}
