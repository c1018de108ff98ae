package org.penumbra.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  @Test
  void mediansAndRatioAreOfTheRoundsNotOfTheSums() {
    Comparison times = new Comparison(new double[] {1, 10, 2}, new double[] {2, 4, 8});

    assertThat(times.ourMedian()).isEqualTo(2);
    assertThat(times.peerMedian()).isEqualTo(4);
    assertThat(times.ratio()).isEqualTo(0.5);
  }

  @Test
  void theShortestRoundsMakeTheBestRatio() {
    Comparison times = new Comparison(new double[] {9, 2, 5}, new double[] {4, 40, 8});
    assertThat(times.bestRatio()).isEqualTo(0.5);
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetween() {
    assertThat(new Comparison(new double[] {1, 3}, new double[] {1, 1}).ourMedian()).isEqualTo(2);
  }

  @Test
  void roundsMustPairUp() {
    assertThatThrownBy(() -> new Comparison(new double[] {1}, new double[] {1, 2}))
        .hasMessageContaining("found 1 and 2");
  }

  @Test
  void sidesTakeTurnsAndTheFirstChanges() throws IOException {
    List<String> calls = new ArrayList<>();

    Comparison.measure(said("ours", calls, 0.6), said("peer", calls, 0.3), 3);

    assertThat(calls.subList(calls.size() - 6, calls.size()))
        .containsExactly("ours", "peer", "peer", "ours", "ours", "peer");
  }

  @Test
  void timesAreOfOneOperation() throws IOException {
    Comparison times =
        Comparison.measure(repeats -> repeats * 0.002, repeats -> repeats * 0.001, 5);

    assertThat(times.ourMedian()).isCloseTo(0.002, within(1e-12));
    assertThat(times.ratio()).isCloseTo(2, within(1e-9));
  }

  @Test
  void resultLineIsReadableByAScript() {
    ResultLine line = new ResultLine().with("bench", "resize").with("clips", 64).with("ms", 0.125);

    assertThat(line).hasToString("RESULT bench=resize clips=64 ms=0.1250");
    assertThatThrownBy(() -> line.with("note", "two words")).hasMessageContaining("two words");
  }

  private static Comparison.Side said(String name, List<String> calls, double seconds) {
    return repeats -> {
      calls.add(name);
      return seconds;
    };
  }
}
