package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.Durations;
import org.penumbra.core.InvalidOptionException;

class ProgressTest {
  private static final long MILLI = 1_000_000L;

  private final AtomicLong clock = new AtomicLong(5_000 * MILLI);
  private final RecordingTarget notebook = new RecordingTarget(true);
  private final RecordingTarget plain = new RecordingTarget(false);

  private Progress progress(RecordingTarget target, int total) {
    return new Progress(target, clock::get, "Pretraining", total);
  }

  private void pass(long millis) {
    clock.addAndGet(millis * MILLI);
  }

  @Test
  void updatesInPlaceAtMostTwiceASecond() {
    try (Progress progress = progress(notebook, 100)) {
      for (int step = 1; step <= 99; step++) {
        pass(50);
        progress.update(step, "loss " + step);
      }
    }
    // One at the start, one for each half second of 4.95 s, one at the end.
    assertThat(notebook.calls).hasSize(1 + 9 + 1);
    assertThat(notebook.calls.get(0).kind()).isEqualTo("display");
    assertThat(notebook.calls.subList(1, 11)).allMatch(call -> call.kind().equals("update"));
    assertThat(notebook.calls.stream().map(RecordingTarget.Call::id).distinct()).hasSize(1);
  }

  @Test
  void saysHowFarHowLongAndWhat() {
    Progress progress = progress(notebook, 60);
    pass(2_000);
    progress.update(12, "loss 3.21");
    pass(8_000);
    progress.update(60, "loss 1.05");
    assertThat(notebook.texts())
        .containsExactly(
            "Pretraining: 0/60 (0 %), starting",
            "Pretraining: 12/60 (20 %), loss 3.21, about 8.0 s left",
            "Pretraining: 60/60 (100 %), loss 1.05, took 10 s");
  }

  @Test
  void theLastStepAndCloseAreShownOnce() {
    Progress progress = progress(notebook, 2);
    progress.step(null);
    progress.step(null);
    progress.close();
    progress.update(1, "late");
    assertThat(notebook.texts())
        .containsExactly(
            "Pretraining: 0/2 (0 %), starting", "Pretraining: 2/2 (100 %), took 0.0 s");
  }

  @Test
  void anEarlyEndIsSaid() {
    try (Progress progress = progress(notebook, 60)) {
      pass(65_000);
      progress.update(3, "");
    }
    assertThat(notebook.texts())
        .last()
        .isEqualTo("Pretraining: 3/60 (5 %), stopped after 1 min 05 s");
  }

  @Test
  void plainTextGetsALineForEveryTenth() {
    try (Progress progress = progress(plain, 1000)) {
      for (int step = 1; step <= 1000; step++) {
        pass(1_000);
        progress.update(step, "");
      }
    }
    List<String> texts = plain.texts();
    assertThat(texts).hasSize(10);
    assertThat(texts.get(0)).startsWith("Pretraining: 100/1000 (10 %)");
    assertThat(texts.get(9)).isEqualTo("Pretraining: 1000/1000 (100 %), took 16 min 40 s");
  }

  @Test
  void htmlIsEscapedAndHasNoScript() {
    try (Progress progress = progress(notebook, 1)) {
      progress.update(1, "<script>&");
    }
    String html = notebook.calls.get(1).output().rich().orElseThrow().data();
    assertThat(html)
        .contains("&lt;script&gt;&amp;")
        .contains("width:100%")
        .doesNotContain("<script");
  }

  @Test
  void refusesImpossibleSteps() {
    assertThatThrownBy(() -> progress(notebook, 0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("total must be at least 1, found 0.");
    Progress progress = progress(notebook, 5);
    assertThatThrownBy(() -> progress.update(6, ""))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("done must be between 0 and 5, found 6.");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.0 s",
    "3.21,3.2 s",
    "9.96,10 s",
    "59.4,59 s",
    "125,2 min 05 s",
    "3720,1 h 02 min"
  })
  void durations(double seconds, String expected) {
    assertThat(Durations.text(seconds)).isEqualTo(expected);
  }
}
