package org.penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepLinesTest {
  private final List<String> lines = new ArrayList<>();
  private long seconds;

  private StepLines lines(int steps) {
    return new StepLines("knn", "clips", steps, lines::add, () -> seconds * 1_000_000_000L);
  }

  @Test
  void aLineComesEveryHalfMinuteWithTheTimeLeft() {
    StepLines progress = lines(100);
    seconds = 29;
    progress.did(10);
    assertThat(lines).isEmpty();
    seconds = 40;
    progress.did(10);
    seconds = 69;
    progress.did(10);
    seconds = 100;
    progress.did(20);
    assertThat(lines)
        .containsExactly(
            "knn: 20 of 100 clips, about 2 min 40 s left",
            "knn: 50 of 100 clips, about 1 min 40 s left");
  }

  @Test
  void theEndNeedsNoLineAndALaterPassIsSaid() {
    StepLines progress = lines(10);
    seconds = 60;
    progress.did(10);
    assertThat(lines).isEmpty();
    seconds = 90;
    progress.did(5);
    assertThat(lines).containsExactly("knn: 5 of 10 clips, pass 2, about 30 s left");
  }

  @Test
  void noStepsAreNoLines() {
    StepLines progress = lines(0);
    seconds = 60;
    progress.did(1);
    assertThat(lines).isEmpty();
  }
}
