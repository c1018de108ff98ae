package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;

class PairedTestTest {
  /**
   * Sums of binomial coefficients in exact fractions (Python 3.11). 150 and 86 are the two ratings
   * of the prime minister in Agresti, Categorical Data Analysis, section 10.1.
   */
  @ParameterizedTest
  @CsvSource({
    "10, 3, 0.09228515625",
    "9, 2, 0.0654296875",
    "6, 0, 0.03125",
    "2, 9, 0.0654296875",
    "25, 33, 0.3581433018061379",
    "150, 86, 3.715936139571442e-05",
    "1300, 1200, 0.047681865221043604",
    "0, 0, 1"
  })
  void valueOfPAgreesWithExactFractions(int onlyFirst, int onlySecond, double expected) {
    assertThat(new PairedTest(onlyFirst, onlySecond).p()).isCloseTo(expected, within(1e-10));
  }

  @Test
  void onlyClipsOnWhichTheyDisagreeCount() {
    BitSet first = BitSet.valueOf(new long[] {0b1110011});
    BitSet second = BitSet.valueOf(new long[] {0b0010101});
    assertThat(PairedTest.of(first, second)).isEqualTo(new PairedTest(3, 1));
    assertThat(first).isEqualTo(BitSet.valueOf(new long[] {0b1110011}));
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatThrownBy(() -> new PairedTest(-1, 2)).isInstanceOf(InvalidOptionException.class);
  }
}
