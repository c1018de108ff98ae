package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;

class RunStoreTest {
  private static final RunKey KEY = Figures.key(1);

  @TempDir Path folder;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger computed = new AtomicInteger();
  private RunStore runs;

  @BeforeEach
  void open() {
    runs = RunStore.in(folder).saying(said::add);
  }

  private Run<Figures> ask(RunKey key, double answer) {
    return runs.get(
        key,
        Figures.CODEC,
        work -> {
          computed.incrementAndGet();
          return Figures.of(answer);
        });
  }

  @Test
  void whatWasComputedIsFoundAgainToTheBitAndThatIsSaid() {
    Run<Figures> first = ask(KEY, 0.1 + 0.2);
    Run<Figures> second = RunStore.in(folder).saying(said::add).get(KEY, Figures.CODEC, none());
    assertThat(first.state()).isEqualTo(Run.State.COMPUTED);
    assertThat(second.isHit()).isTrue();
    assertThat(second.value()).isEqualTo(first.value()).isEqualTo(Figures.of(0.1 + 0.2));
    assertThat(second.manifest()).isEqualTo(first.manifest());
    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .startsWith("test [" + KEY.id() + "]: computed in ")
        .endsWith("and kept.");
    assertThat(said.get(1)).startsWith("test [" + KEY.id() + "]: found, computed 20");
    assertThat(folder.resolve(KEY.id()).resolve("manifest.json")).isRegularFile();
  }

  private static RunWork<Figures> none() {
    return work -> {
      throw new AssertionError("computed");
    };
  }

  @Test
  void anotherOptionOrVersionNeverGetsAnOldAnswer() {
    ask(KEY, 1);
    assertThat(ask(Figures.key(2), 2).value().share()).isEqualTo(2);
    RunKey newer =
        new RunKey(
            KEY.kind(),
            KEY.name(),
            KEY.options(),
            KEY.inputs(),
            KEY.parents(),
            RunKey.NUMERICS + 1);
    assertThat(ask(newer, 3).value().share()).isEqualTo(3);
    assertThat(ask(KEY, 4).value().share()).isEqualTo(1);
    assertThat(computed).hasValue(3);
  }

  /** The same result in other files. */
  private static final class OtherForm extends RecordCodec<Figures> {
    private OtherForm() {
      super(Figures.class);
    }

    @Override
    public String format() {
      return "another form";
    }
  }

  @Test
  void filesInAnotherFormAreNotReadButComputedAnew() {
    ask(KEY, 1);
    Run<Figures> other = runs.get(KEY, new OtherForm(), work -> Figures.of(2));
    assertThat(other.value().share()).isEqualTo(2);
    assertThat(said.get(1)).contains("expected files in the form 'another form', found 'json ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"flip", "cut", "delete", "longer", "empty", "copied"})
  void everyDamagedFileIsNoticedAndTheRunComputedAnew(String damage) throws IOException {
    ask(KEY, 1);
    ask(Figures.key(2), 2);
    for (String name : List.of("result.json", "manifest.json")) {
      int before = computed.get();
      said.clear();
      Path file = folder.resolve(KEY.id()).resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      switch (damage) {
        case "flip" -> {
          bytes[bytes.length / 3] ^= 1;
          Files.write(file, bytes);
        }
        case "cut" -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        case "delete" -> Files.delete(file);
        case "longer" -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        case "empty" -> Files.write(file, new byte[0]);
        default ->
            Files.write(
                file, Files.readAllBytes(folder.resolve(Figures.key(2).id()).resolve(name)));
      }
      assertThat(ask(KEY, 1).state()).as(name).isEqualTo(Run.State.COMPUTED);
      assertThat(ask(KEY, 1).isHit()).isTrue();
      assertThat(computed).hasValue(before + 1);
      assertThat(said.get(0)).contains("what is kept cannot be used: ").endsWith("computed anew.");
    }
  }

  @Test
  void threadsThatAskForTheSameGetItComputedOnce() throws Exception {
    int threads = 6;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<Run<Figures>> question =
          () -> {
            together.await();
            return RunStore.in(folder)
                .saying(said::add)
                .get(
                    KEY,
                    Figures.CODEC,
                    work -> {
                      pause();
                      return Figures.of(computed.incrementAndGet());
                    });
          };
      List<Future<Run<Figures>>> answers = pool.invokeAll(Collections.nCopies(threads, question));
      for (Future<Run<Figures>> answer : answers) {
        assertThat(answer.get().value().share()).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(computed).hasValue(1);
    assertThat(said).anyMatch(line -> line.endsWith("is computing it; waiting."));
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRunThatAsksForItselfIsRefusedInsteadOfWaitingForever() {
    assertThatThrownBy(() -> runs.get(KEY, Figures.CODEC, work -> ask(KEY, 1).value()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("asks for itself");
    assertThat(ask(KEY, 1).state()).isEqualTo(Run.State.COMPUTED);
  }

  @Test
  void unfinishedWorkIsGivenButNotKeptAndItsFolderIsThereAgain() throws IOException {
    Run<Figures> half =
        runs.get(
            KEY,
            Figures.CODEC,
            work -> {
              write(work.folder().resolve("state"), "half");
              work.unfinished("stopped in the middle");
              return Figures.of(0.5);
            });
    assertThat(half.state()).isEqualTo(Run.State.UNFINISHED);
    assertThat(half.manifest()).isEmpty();
    assertThat(said).singleElement().asString().contains("stopped in the middle; not kept.");
    assertThat(runs.list().size()).isZero();

    Path[] place = new Path[1];
    Run<Figures> whole =
        runs.get(
            KEY,
            Figures.CODEC,
            work -> {
              place[0] = work.folder();
              assertThat(place[0].resolve("state")).hasContent("half");
              work.tookInAll(77);
              return Figures.of(1);
            });
    assertThat(whole.manifest().orElseThrow().seconds()).isEqualTo(77);
    assertThat(place[0]).doesNotExist();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void aFailureOfTheWorkLeavesNothingAndTheLockFree() throws IOException {
    assertThatThrownBy(
            () ->
                runs.get(
                    KEY,
                    Figures.CODEC,
                    work -> {
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    assertThat(folder.resolve(KEY.id())).doesNotExist();
    assertThat(ask(KEY, 1).state()).isEqualTo(Run.State.COMPUTED);
    assertThat(temporaries()).isEmpty();
  }

  private List<Path> temporaries() throws IOException {
    Path place = folder.resolve(".temporary");
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.toList();
    }
  }

  /** A disk that is full. */
  private static final class FullDisk extends RecordCodec<Figures> {
    private FullDisk() {
      super(Figures.class);
    }

    @Override
    public void write(Figures value, Path folder) {
      RunStoreTest.write(folder.resolve("part"), "half of it");
      throw new UncheckedIOException(new IOException("No space left on device"));
    }
  }

  @Test
  void aResultThatCannotBeWrittenIsGivenAllTheSame() throws IOException {
    Run<Figures> run = runs.get(KEY, new FullDisk(), work -> Figures.of(1));
    assertThat(run.value().share()).isEqualTo(1);
    assertThat(run.state()).isEqualTo(Run.State.NOT_KEPT);
    assertThat(said).singleElement().asString().contains("not kept").contains("No space left");
    assertThat(temporaries()).isEmpty();
    assertThat(runs.list().size()).isZero();
  }

  @Test
  void whatDeadProcessesLeftIsSweptAndWhatIsBeingWrittenIsNot() throws IOException {
    Path dead = folder.resolve(".temporary/figures-0011223344556677.aaaa");
    Files.createDirectories(dead);
    write(dead.resolve("result.json"), "{");
    Path alive = folder.resolve(".temporary/figures-8899aabbccddeeff.bbbb");
    Files.createDirectories(alive);
    List<Path> left = new ArrayList<>();
    Thread owner =
        new Thread(
            () -> {
              Path lock = new RunFolders(folder).lock("figures/8899aabbccddeeff");
              try (RunLock held = RunLock.take(lock, () -> {})) {
                held.holds();
                Thread opener = new Thread(() -> RunStore.in(folder));
                opener.start();
                opener.join();
                left.addAll(temporaries());
              } catch (InterruptedException | IOException failure) {
                throw new AssertionError(failure);
              }
            });
    owner.start();
    join(owner);
    assertThat(left).containsExactly(alive);
    RunStore.in(folder);
    assertThat(temporaries()).isEmpty();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void anInterruptDoesNotBreakOffReadingOrKeeping() {
    Thread.currentThread().interrupt();
    try {
      assertThat(ask(KEY, 1).state()).isEqualTo(Run.State.COMPUTED);
      assertThat(ask(KEY, 1).isHit()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void theListShowsFiltersAndCounts() {
    ask(KEY, 1);
    ask(KEY, 1);
    ask(KEY, 1);
    runs.get(RunKey.of("other", "PSTL on waves"), Figures.CODEC, work -> Figures.of(1));
    RunList list = runs.list();
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.table().columnNames())
        .containsExactly("run", "name", "computed", "seconds", "size in MiB", "found again");
    RunList figures = list.kind("figures");
    assertThat(figures.size()).isEqualTo(1);
    assertThat(figures.hits(figures.manifests().get(0))).isEqualTo(2);
    assertThat(list.named("pstl").manifests())
        .extracting(run -> run.key().kind())
        .containsExactly("other");
    assertThat(list.olderThan(Duration.ofDays(1)).size()).isZero();
    assertThat(list.bytes()).isPositive();
    assertThat(list.toString()).contains(KEY.id()).contains("2 runs, 0.0 MiB");
    assertThat(runs.show(KEY.hash().substring(0, 6)).key()).isEqualTo(KEY);
    assertThat(runs.show("other/").key().name()).isEqualTo("PSTL on waves");
    assertThat(runs.show(KEY.id()).toString()).contains("seed = 1").contains("result.json");
    assertThatThrownBy(() -> runs.show("zz"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining(KEY.id());
  }

  @Test
  void pruningSaysWhatItWouldDoAndThenDoesThatAndNoMore() {
    for (int seed = 1; seed <= 4; seed++) {
      ask(Figures.key(seed), seed);
    }
    runs.get(RunKey.of("other", "stays"), Figures.CODEC, work -> Figures.of(1));
    assertThat(runs.prune().chosen()).isEmpty();
    assertThat(runs.prune()).hasToString("Nothing would be removed.");
    assertThat(runs.prune().olderThan(Duration.ofDays(1)).chosen()).isEmpty();

    RunPrune prune = runs.prune().kind("figures").keepNewest(1);
    List<String> oldest = List.of(Figures.key(3).id(), Figures.key(2).id(), Figures.key(1).id());
    assertThat(prune.chosen()).extracting(RunManifest::id).containsExactlyElementsOf(oldest);
    assertThat(prune.toString())
        .startsWith("3 runs would be removed, 0.0 MiB:\n  " + oldest.get(0) + "  test, ");
    assertThat(runs.list().size()).isEqualTo(5);
    assertThat(prune.remove()).hasSize(3);
    assertThat(runs.list().manifests())
        .extracting(RunManifest::id)
        .containsExactlyInAnyOrder(Figures.key(4).id(), RunKey.of("other", "stays").id());
    assertThat(ask(Figures.key(1), 9).value().share()).isEqualTo(9);
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaidBeforeAnythingIsComputed() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "");
    assertThatThrownBy(() -> RunStore.in(file).get(KEY, Figures.CODEC, none()))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("PENUMBRA_RUNS")
        .hasMessageContaining(file.toString());
  }

  @Test
  void theFolderIsNamedByTheEnvironment() {
    assertThat(RunStore.folder(Map.of())).isEqualTo(Path.of("runs"));
    assertThat(RunStore.folder(Map.of("PENUMBRA_RUNS", " "))).isEqualTo(Path.of("runs"));
    assertThat(RunStore.folder(Map.of("PENUMBRA_RUNS", "a/b"))).isEqualTo(Path.of("a/b"));
  }
}
