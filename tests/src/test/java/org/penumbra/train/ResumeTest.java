package org.penumbra.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.TrainingException;

/** A training that was stopped and resumed ends as one that was not, bit by bit. */
class ResumeTest {
  private static final int SAMPLES = 18; // 5 steps of 4, 4, 4, 4, 2
  private static final RunIdentity RUN = new RunIdentity(Map.of("method", "noisy"));
  private static final TrainingOptions ADAM =
      TrainingOptions.adam(3, 4, LearningRate.cosine(0.05, 1, false), 1e-3, 3);
  private static final TrainingOptions SGD =
      ADAM.withOptimiser(OptimiserKind.SGD)
          .withAccumulation(2)
          .withClipNorm(1)
          .withLearningRate(0.01);

  @TempDir Path folder;

  private record End(TrainingHistory history, String weights) {}

  /** Stops after a step, counted over the whole of this session; remembers what it hears. */
  private static final class Watch implements TrainingListener {
    private final int stopAfter;
    private final List<Double> losses = new ArrayList<>();
    private final List<Integer> epochs = new ArrayList<>();

    Watch(int stopAfter) {
      this.stopAfter = stopAfter;
    }

    @Override
    public void stepEnded(int epoch, int step, int steps, int all, double loss) {
      losses.add(loss);
      if (losses.size() == stopAfter) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void epochEnded(EpochReport report) {
      epochs.add(report.epoch());
    }
  }

  private End train(TrainingOptions options, Checkpoints checkpoints, TrainingListener... heard) {
    try (NoisyStep step = new NoisyStep();
        CheckpointFolder open = checkpoints == null ? null : checkpoints.open(RUN)) {
      TrainingHistory history = new TrainingLoop(options, List.of(heard)).run(step, SAMPLES, open);
      return new End(history, step.fingerprint());
    }
  }

  private static Stream<Arguments> stops() {
    return IntStream.rangeClosed(1, 14)
        .boxed()
        .flatMap(stop -> Stream.of(Arguments.of("adam", stop), Arguments.of("sgd", stop)));
  }

  @ParameterizedTest
  @MethodSource("stops")
  void stoppedAfterAnyStepAndResumedItEndsTheSame(String kind, int stop) {
    TrainingOptions options = kind.equals("adam") ? ADAM : SGD;
    Watch whole = new Watch(-1);
    End expected = train(options, null, whole);

    Watch before = new Watch(stop);
    End stopped = train(options, Checkpoints.in(folder), before);
    Watch after = new Watch(-1);
    End resumed = train(options, Checkpoints.in(folder), after);

    assertThat(stopped.history().interrupted()).isTrue();
    assertThat(stopped.weights()).isNotEqualTo(expected.weights());
    assertThat(resumed.history().interrupted()).isFalse();
    assertThat(resumed.weights()).isEqualTo(expected.weights());
    assertThat(resumed.history().losses()).isEqualTo(expected.history().losses());
    List<Double> heard = new ArrayList<>(before.losses);
    heard.addAll(after.losses);
    assertThat(heard).isEqualTo(whole.losses);
    assertThat(resumed.history().notices()).singleElement().asString().startsWith("loaded ");
  }

  @Test
  void stoppedManyTimesItEndsTheSame() {
    End expected = train(ADAM, null);
    Checkpoints checkpoints = Checkpoints.in(folder);
    End end = train(ADAM, checkpoints, new Watch(1));
    int sessions = 1;
    while (end.history().interrupted()) {
      end = train(ADAM, checkpoints, new Watch(1));
      sessions++;
    }
    assertThat(sessions).isEqualTo(15);
    assertThat(end.weights()).isEqualTo(expected.weights());
    assertThat(end.history().losses()).isEqualTo(expected.history().losses());
    assertThat(end.history().seconds()).isPositive();
  }

  @Test
  void checkpointsWithinEpochsChangeNothing() throws IOException {
    End expected = train(SGD, null);
    End found = train(SGD, Checkpoints.in(folder).everySteps(1).keepingAll());
    assertThat(found.weights()).isEqualTo(expected.weights());
    assertThat(names()).hasSize(3 * 3).contains("epoch-0000-step-00002.safetensors");
  }

  @Test
  void aTrainingThatHadEndedIsLoadedAndNotDoneAgain() {
    End first = train(ADAM, Checkpoints.in(folder));
    Watch again = new Watch(-1);
    End second = train(ADAM, Checkpoints.in(folder), again);
    assertThat(again.losses).isEmpty();
    assertThat(second.weights()).isEqualTo(first.weights());
    assertThat(second.history().epochs()).isEqualTo(first.history().epochs());
    assertThat(second.history().notices())
        .singleElement()
        .asString()
        .startsWith("Nothing left to train: loaded ")
        .contains("epoch-0003.safetensors", "after epoch 3");
  }

  @Test
  void aDamagedCheckpointIsSaidAndTheOneBeforeIsUsed() throws IOException {
    End expected = train(ADAM, Checkpoints.in(folder));
    Path last = folder.resolve("epoch-0003.safetensors");
    byte[] bytes = Files.readAllBytes(last);
    bytes[bytes.length - 3] ^= 4;
    Files.write(last, bytes);

    Watch heard = new Watch(-1);
    End found = train(ADAM, Checkpoints.in(folder), heard);

    assertThat(found.weights()).isEqualTo(expected.weights());
    assertThat(heard.epochs).containsExactly(2);
    assertThat(found.history().notices().get(0))
        .contains(last.toString(), "damaged: expected checksum ")
        .endsWith(".")
        .doesNotEndWith("..");
    assertThat(found.history().notices().get(1)).contains("epoch-0002.safetensors");
    assertThat(Checkpoint.read(last).position().epoch()).isEqualTo(3);
  }

  @Test
  void withNoGoodCheckpointLeftItStartsAnewAndSaysSo() throws IOException {
    End expected = train(ADAM, Checkpoints.in(folder));
    for (String name : names()) {
      Files.writeString(folder.resolve(name), "nothing");
    }
    End found = train(ADAM, Checkpoints.in(folder));
    assertThat(found.weights()).isEqualTo(expected.weights());
    assertThat(found.history().notices())
        .hasSize(3)
        .last()
        .asString()
        .contains("No good checkpoint is left");
  }

  @Test
  void aLossThatIsNoNumberNamesTheLastGoodCheckpoint() {
    TrainingOptions wild = ADAM.withLearningRate(1e30).withWarmUp(0, false);
    assertThatThrownBy(() -> train(wild.withBatchSize(18).withEpochs(9), Checkpoints.in(folder)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining(
            "The loss became Infinity at epoch 2, step 1, learning rate 9.70e+29.")
        .hasMessageContaining("The last good checkpoint is " + folder.resolve("epoch-0001.safe"));
  }

  /** The folder is replaced by a file, which fails as a full disk does. */
  @Test
  void aDiskThatTakesNoMoreStopsTrainingAndKeepsTheWeights() {
    TrainingListener spoiler =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochReport report) {
            if (report.epoch() == 0) {
              replaceByAFile(folder);
            }
          }
        };
    Watch heard = new Watch(-1);
    try {
      End end = train(ADAM, Checkpoints.in(folder), spoiler, heard);
      assertThat(end.history().interrupted()).isTrue();
      assertThat(end.history().epochs()).hasSize(2);
      assertThat(end.history().notices())
          .singleElement()
          .asString()
          .contains("No checkpoint could be written after epoch 2", "kept in memory");
      assertThat(heard.losses).hasSize(10);
      assertThat(heard.epochs).containsExactly(0, 1);
    } finally {
      delete(folder);
    }
  }

  @Test
  void aListenerWhoseDiskIsFullStopsTrainingWithACheckpoint() {
    End expected = train(ADAM, null);
    TrainingListener full =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int step, int steps, int epochs, double loss) {
            if (epoch == 1 && step == 2) {
              throw new UncheckedIOException("no space left", new IOException("no space left"));
            }
          }
        };
    End end = train(ADAM, Checkpoints.in(folder), full);
    assertThat(end.history().interrupted()).isTrue();
    assertThat(end.history().notices()).singleElement().asString().contains("no space left");
    Watch rest = new Watch(-1);
    assertThat(train(ADAM, Checkpoints.in(folder), rest).weights()).isEqualTo(expected.weights());
    assertThat(rest.losses).hasSize(15 - 8);
  }

  private static void replaceByAFile(Path path) {
    delete(path);
    try {
      Files.writeString(path, "in the way");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path path) {
    try (Stream<Path> inside = Files.walk(path)) {
      inside.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
