package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that several processes use and in which some of them are killed. */
@Tag("slow")
class RunProcessesTest {
  private static final int KILLS = 12;

  @TempDir Path folder;

  private Process start(int milliseconds) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            AskingProcess.class.getName(),
            folder.resolve("runs").toString(),
            folder.resolve("computed").toString(),
            String.valueOf(milliseconds));
    builder.environment().keySet().removeIf(name -> name.startsWith("PENUMBRA_"));
    return builder.redirectErrorStream(true).start();
  }

  private static BufferedReader lines(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private List<Path> temporaries() throws IOException {
    Path place = folder.resolve("runs/.temporary");
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(place)) {
      return files.toList();
    }
  }

  private RunStore store() {
    return RunStore.in(folder.resolve("runs")).saying(line -> {});
  }

  @Test
  void twoProcessesThatAskForOneRunComputeItOnce() throws IOException, InterruptedException {
    Process first = start(1500);
    Process second;
    try (BufferedReader one = lines(first)) {
      List<String> said = new ArrayList<>(List.of(one.readLine()));
      assertThat(said).containsExactly("computing");
      second = start(1500);
      one.lines().forEach(said::add);
      assertThat(said).last().isEqualTo("done COMPUTED true");
    }
    try (BufferedReader two = lines(second)) {
      List<String> said = two.lines().toList();
      assertThat(said).last().isEqualTo("done FOUND true");
      assertThat(said).doesNotContain("computing");
    }
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(folder.resolve("computed")).hasContent("x");
  }

  @Test
  void killedAtRandomMomentsOfWritingTheStoreStillWorks() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    int kills = 0;
    int torn = 0;
    for (int session = 0; kills < KILLS && session < 10 * KILLS; session++) {
      Process process = start(0);
      try (BufferedReader out = lines(process)) {
        String line = out.readLine();
        while (line != null && !line.equals("computing")) {
          line = out.readLine();
        }
        LockSupport.parkNanos(random.nextLong(200_000_000L));
        process.destroyForcibly();
      }
      int status = process.waitFor();
      torn += temporaries().isEmpty() ? 0 : 1;
      Path run = folder.resolve("runs").resolve(AskingProcess.KEY.id());
      if (Files.exists(run)) { // it was done before it died: then it must be whole
        RunFiles.check(run, RunManifest.read(run).files());
        store().prune().kind("slow").olderThan(Duration.ofDays(-1)).remove();
        assertThat(run).doesNotExist();
      } else {
        assertThat(status).as("seed %d", seed).isEqualTo(128 + 9);
        kills++;
      }
    }
    assertThat(kills).isEqualTo(KILLS);
    assertThat(torn).as("kills in the middle of a write, seed %d", seed).isPositive();
    System.out.printf("killed %d times, %d in the middle of a write; seed %d%n", kills, torn, seed);

    Run<List<Integer>> run =
        store()
            .get(
                AskingProcess.KEY,
                new AskingProcess.Slow(false),
                work -> AskingProcess.Slow.answer());
    assertThat(run.state()).isEqualTo(Run.State.COMPUTED);
    assertThat(temporaries()).isEmpty();
    Run<List<Integer>> again =
        store()
            .get(
                AskingProcess.KEY,
                new AskingProcess.Slow(false),
                work -> {
                  throw new AssertionError("computed");
                });
    assertThat(again.value()).isEqualTo(AskingProcess.Slow.answer());
  }
}
