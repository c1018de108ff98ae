package org.penumbra.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class AccuracyTest {
  /** 81 of 263: the interval of Wilson's method in Newcombe (1998), 0.2553 to 0.3662. */
  @Test
  void wilsonIntervalAgreesWithTheTextbook() {
    Accuracy accuracy = new Accuracy(81, 263);
    assertThat(accuracy.lowerPercent()).isCloseTo(25.53, within(0.005));
    assertThat(accuracy.upperPercent()).isCloseTo(36.62, within(0.005));
  }

  @Test
  void intervalStaysInsideAtTheEnds() {
    assertThat(new Accuracy(0, 20).lowerPercent()).isCloseTo(0, within(1e-9));
    assertThat(new Accuracy(0, 20).upperPercent()).isCloseTo(16.11, within(0.01));
    assertThat(new Accuracy(20, 20).upperPercent()).isCloseTo(100, within(1e-9));
  }

  @Test
  void majorityIsCountedOnTrainingAndJudgedOnTest() {
    int[] train = {0, 1, 1, 2, 1};
    int[] test = {1, 0, 1, 2};
    assertThat(Accuracy.ofMajority(train, test, 3)).isEqualTo(new Accuracy(2, 4));
  }

  @Test
  void textHasPercentCountsAndInterval() {
    assertThat(new Accuracy(3, 4)).hasToString("75.0 % (3 of 4; 95 % interval 30.1 to 95.4)");
  }

  @Test
  void moreCorrectThanJudgedIsRefused() {
    assertThatThrownBy(() -> new Accuracy(5, 4)).isInstanceOf(InvalidOptionException.class);
  }
}
