package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.InvalidOptionException;

/** Logs of a training that is interrupted, resumed and looked at by a health monitor. */
class ListenersTest {
  private static final RunIdentity RUN = new RunIdentity(Map.of("method", "noisy"));
  private static final TrainingOptions OPTIONS =
      TrainingOptions.adam(12, 4, LearningRate.constant(0.01), 0, 3);

  @TempDir Path folder;

  /** Health that says its epoch, and falls ill for three epochs. */
  private static final class Ward implements TrainingListener {
    @Override
    public Optional<HealthReport> examine(EpochReport report) {
      int epoch = report.epoch() + 1;
      boolean ill = epoch == 1 || (epoch >= 5 && epoch <= 7) || epoch == 10;
      double rank = ill ? 1.5 : 10 + epoch;
      return epoch % 2 == 0 && !ill
          ? Optional.empty()
          : Optional.of(
              new HealthReport(rank, 64, OptionalDouble.of(0.5), OptionalDouble.of(epoch / 100.0)));
    }
  }

  private static TrainingListener stopAfter(int steps) {
    return new TrainingListener() {
      private int done;

      @Override
      public void stepEnded(int epoch, int step, int all, int epochs, double loss) {
        if (++done == steps) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  private TrainingHistory train(TrainingListener... listeners) {
    try (NoisyStep step = new NoisyStep();
        CheckpointFolder open = Checkpoints.in(folder.resolve("checkpoints")).open(RUN)) {
      return new TrainingLoop(OPTIONS, List.of(listeners)).run(step, 10, open);
    }
  }

  @Test
  void aCsvLogHasEveryEpochOnceAfterResuming() throws IOException {
    Path file = folder.resolve("log.csv");
    train(new Ward(), CsvLog.to(file), stopAfter(8));
    assertThat(Files.readAllLines(file)).hasSize(1 + 2);
    TrainingHistory history = train(new Ward(), CsvLog.to(file));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo(
            "epoch,loss,learning_rate,seconds,samples_per_second,"
                + "effective_rank,collapse_ratio,neighbour_accuracy");
    assertThat(lines).hasSize(1 + 12);
    for (int i = 0; i < 12; i++) {
      String[] cells = lines.get(i + 1).split(",", -1);
      assertThat(cells).hasSize(8);
      assertThat(cells[0]).isEqualTo(String.valueOf(i + 1));
      assertThat(Double.parseDouble(cells[1])).isEqualTo(history.losses()[i]);
      assertThat(Double.parseDouble(cells[2])).isEqualTo(0.01);
    }
    assertThat(lines.get(3)).endsWith(",13.0,0.5,0.03");
    assertThat(lines.get(4)).endsWith(",,,");
  }

  /** As after a crash between the row and the checkpoint, in either order. */
  @Test
  void aCsvLogThatIsAheadOrBehindIsPutRight() throws IOException {
    Path file = folder.resolve("log.csv");
    train(CsvLog.to(file), stopAfter(8));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.add("3,1,1,1,1,,,");
    lines.remove(1);
    Files.write(file, lines);
    train(CsvLog.to(file));
    assertThat(Files.readAllLines(file).stream().map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyElementsOf(
            List.of("epoch", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"));
  }

  @Test
  void aFileOfAnotherKindIsNotOverwritten() throws IOException {
    Path file = folder.resolve("thesis.txt");
    Files.writeString(file, "precious");
    assertThatThrownBy(() -> train(CsvLog.to(file)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(file.toString());
    assertThat(Files.readString(file)).isEqualTo("precious");
  }

  @Test
  void tensorBoardCurvesHaveEveryEpochOnceAfterResuming() throws IOException {
    Path log = folder.resolve("board");
    train(new Ward(), TensorBoardLog.in(log), stopAfter(8));
    TrainingHistory history = train(new Ward(), TensorBoardLog.in(log));

    List<Path> files = sorted(log);
    assertThat(files).hasSize(2).allMatch(f -> f.getFileName().toString().contains("tfevents"));
    List<EventReader.Event> events = new ArrayList<>();
    for (Path file : files) {
      List<EventReader.Event> read = EventReader.read(file);
      assertThat(read.get(0).version()).isEqualTo("brain.Event:2");
      events.addAll(read);
    }
    List<EventReader.Event> points = events.stream().filter(e -> !e.values().isEmpty()).toList();
    assertThat(points).hasSize(12);
    for (int i = 0; i < 12; i++) {
      EventReader.Event point = points.get(i);
      assertThat(point.step()).isEqualTo(i + 1);
      assertThat(point.values()).containsEntry("train/loss", (float) history.losses()[i]);
      assertThat(point.values()).containsEntry("train/learning_rate", 0.01f);
    }
    assertThat(points.get(2).values())
        .containsEntry("health/effective_rank", 13f)
        .containsEntry("health/collapse_ratio", 0.5f)
        .containsEntry("health/neighbour_accuracy", 0.03f);
    assertThat(points.get(3).values()).hasSize(3);
    assertThat(events)
        .filteredOn(EventReader.Event::sessionStart)
        .singleElement()
        .extracting(EventReader.Event::step)
        .isEqualTo(3L);
  }

  /** A crash may come after the checkpoint and before the point, and may cut a record. */
  @Test
  void whatACrashLeftOutOfTheCurvesIsAdded() throws IOException {
    Path log = folder.resolve("board");
    train(TensorBoardLog.in(log), stopAfter(8));
    Path first = sorted(log).get(0);
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(bytes, bytes.length - 5));
    train(TensorBoardLog.in(log));
    List<Long> later =
        EventReader.read(sorted(log).get(1)).stream()
            .filter(event -> !event.values().isEmpty())
            .map(EventReader.Event::step)
            .toList();
    assertThat(later).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void progressIsPrintedWithSpeedHealthAndTimeLeft() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AtomicLong clock = new AtomicLong();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ProgressLines lines = new ProgressLines("Noisy", out, () -> clock.addAndGet(2_000_000_000L));
    train(new Ward(), lines, stopAfter(5));
    List<String> first = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(first.get(0)).isEqualTo("Noisy: 10 samples, 12 epochs of 3 steps");
    assertThat(first.get(1))
        .startsWith("Noisy: epoch 1 of 12, loss ")
        .contains(" samples/s, effective rank 1.5 of 64, loss / collapse level 0.50, k-NN 1.0 %")
        .contains(", about ")
        .endsWith(" left");
    assertThat(first.get(2)).startsWith("Noisy: stopped after ");
    bytes.reset();
    train(new Ward(), lines);
    String second = bytes.toString(StandardCharsets.UTF_8);
    assertThat(second)
        .startsWith("Noisy: loaded ")
        .contains("after step 2 of epoch 2")
        .contains("Noisy: warning: The features use 1.5 of 64 dimensions")
        .contains("Noisy: took ");
    String lastEpoch =
        second.lines().filter(line -> line.contains("epoch 12 of 12")).findFirst().orElseThrow();
    assertThat(lastEpoch).doesNotContain("left");
  }

  @Test
  void anAlertComesOnceWhenHealthTurnsBadAndNotAtTheVeryBeginning() {
    List<String> alerts = new ArrayList<>();
    train(new Ward(), HealthAlert.to(alerts::add));
    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0)).startsWith("Epoch 5 of 12: The features use 1.5 of 64 dimensions");
    assertThat(alerts.get(1)).startsWith("Epoch 10 of 12: ");
  }

  @Test
  void theHistoryNamesTheBestEpochsAndTheirCheckpointsAreKept() {
    Checkpoints checkpoints = Checkpoints.in(folder.resolve("best")).keepingBest().keepingLast(1);
    TrainingListener neighbours =
        new TrainingListener() {
          @Override
          public Optional<HealthReport> examine(EpochReport report) {
            double share = report.epoch() == 3 || report.epoch() == 6 ? 0.9 : 0.2;
            return Optional.of(
                new HealthReport(9, 64, OptionalDouble.empty(), OptionalDouble.of(share)));
          }
        };
    try (NoisyStep step = new NoisyStep();
        NoisyStep other = new NoisyStep();
        CheckpointFolder open = checkpoints.open(RUN)) {
      TrainingHistory history = new TrainingLoop(OPTIONS, List.of(neighbours)).run(step, 10, open);
      int lowest = history.lowestLoss().orElseThrow().epoch();
      assertThat(history.losses()[lowest])
          .isEqualTo(Arrays.stream(history.losses()).min().orElseThrow());
      assertThat(history.bestNeighbours().orElseThrow().epoch()).isEqualTo(3);
      assertThat(checkpoints.list().stream().map(each -> each.position().epoch() - 1).distinct())
          .contains(3, lowest, 11)
          .hasSizeLessThanOrEqualTo(3);
      checkpoints.ofEpoch(11).restoreNetworks(RUN, other.state());
      assertThat(other.fingerprint()).isEqualTo(step.fingerprint());
      checkpoints.ofEpoch(3).restoreNetworks(RUN, other.state());
      assertThat(other.fingerprint()).isNotEqualTo(step.fingerprint());
      assertThatThrownBy(() -> checkpoints.ofEpoch(99))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("11]");
    }
  }
}
