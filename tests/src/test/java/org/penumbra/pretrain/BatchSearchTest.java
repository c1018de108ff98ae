package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.pretrain.BatchTrial.Outcome;

/** The search over a machine that is a formula. */
class BatchSearchTest {
  private static final long MIB = 1 << 20;

  private final List<Integer> tried = new ArrayList<>();

  private IntFunction<BatchTrial> machine(long fixed, long each) {
    return batch -> {
      tried.add(batch);
      return new BatchTrial(batch, Outcome.FITS, OptionalLong.of(fixed + each * batch));
    };
  }

  private static int best(List<BatchTrial> trials) {
    return trials.stream()
        .filter(trial -> trial.outcome() == Outcome.FITS)
        .mapToInt(BatchTrial::batch)
        .max()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(longs = {130, 150, 177, 200, 333, 1000, 5000})
  void findsTheLargestWithinAnEighthAndNeverGoesOverTheBudget(long budget) {
    int best = best(new BatchSearch(machine(100 * MIB, 7 * MIB), budget * MIB, 4096).run());
    long possible = (budget - 100) / 7;
    assertThat((long) best).isLessThanOrEqualTo(possible);
    assertThat(best * 1.25 + 2).isGreaterThanOrEqualTo((double) possible);
    assertThat(tried.subList(2, tried.size())) // the line needs two points
        .allMatch(batch -> (100 + 7 * batch) <= budget);
  }

  @Test
  void stopsAtTheLargestAskedFor() {
    List<BatchTrial> trials = new BatchSearch(machine(0, 1), 1 << 30, 48).run();
    assertThat(trials).extracting(BatchTrial::batch).containsExactly(2, 4, 8, 16, 32, 48);
    assertThat(trials).allMatch(trial -> trial.outcome() == Outcome.FITS);
  }

  @Test
  void runningOutOfMemoryIsAnAnswer() {
    List<BatchTrial> trials =
        new BatchSearch(
                batch ->
                    batch > 20
                        ? new BatchTrial(batch, Outcome.TOO_LARGE, OptionalLong.empty())
                        : new BatchTrial(batch, Outcome.FITS, OptionalLong.of(1)),
                MIB,
                1024)
            .run();
    assertThat(best(trials)).isBetween(18, 20);
  }

  @Test
  void whatTheMethodRefusesIsPassedOver() {
    List<BatchTrial> trials =
        new BatchSearch(
                batch ->
                    new BatchTrial(
                        batch,
                        Integer.bitCount(batch) == 1 ? Outcome.FITS : Outcome.REFUSED,
                        OptionalLong.of(batch)),
                100,
                1024)
            .run();
    assertThat(best(trials)).isEqualTo(64);
  }

  @Test
  void aBudgetBelowABatchOfTwoIsRefusedWithWhatItTakes() {
    assertThatThrownBy(() -> new BatchSearch(machine(100 * MIB, 7 * MIB), 50 * MIB, 64).run())
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(
            "memory budget must be enough for a batch of two, which takes 114 MiB, found '50"
                + " MiB'.");
  }
}
