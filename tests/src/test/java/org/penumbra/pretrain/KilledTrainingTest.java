package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that trains with a checkpoint after every step is killed at random moments and started
 * again until it is done: the weights are those of a training that nobody disturbed.
 */
@Tag("slow")
class KilledTrainingTest {
  private static final int KILLS = 20;
  private static final int KILLS_EACH = 4;
  private static final int MOST_SESSIONS = 200;

  @TempDir Path folder;
  private final List<String> printed = new ArrayList<>();
  private int kills;
  private int tornWrites;

  @Test
  void killedAtRandomMomentsItEndsTheSame() throws IOException, InterruptedException {
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round == 0 || kills < KILLS; round++) {
      for (String method :
          List.of("adam", "sgd", "wide", "skeletonclr", "crossclr", "aimclr", "crossmoco")) {
        String expected = undisturbed(method);
        Path checkpoints = folder.resolve(method + round);
        String found = disturbed(method, checkpoints, random);
        assertThat(found).as("%s, seed %d, %s", method, seed, printed).isEqualTo(expected);
      }
    }
    System.out.printf(
        "killed %d times, %d of them while a checkpoint was written; seed %d%n",
        kills, tornWrites, seed);
    assertThat(kills).isGreaterThanOrEqualTo(KILLS);
  }

  private static String undisturbed(String method) {
    try (Pretrained whole = KilledTraining.methods().get(method).pretrain(KilledTraining.data())) {
      return KilledTraining.fingerprint(whole);
    }
  }

  /** Fingerprints that the last session printed. */
  private String disturbed(String method, Path checkpoints, SplittableRandom random)
      throws IOException, InterruptedException {
    printed.clear();
    int killsBefore = kills;
    for (int session = 0; session < MOST_SESSIONS; session++) {
      Process process = start(method, checkpoints);
      boolean letItEnd = kills - killsBefore == KILLS_EACH;
      int linesBefore = letItEnd ? Integer.MAX_VALUE : random.nextInt(1, 6);
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = out.readLine();
        for (int i = 1; line != null && !line.startsWith("done ") && i < linesBefore; i++) {
          printed.add(line);
          line = out.readLine();
        }
        if (line != null && !line.startsWith("done ")) {
          printed.add(line + ", killed");
          LockSupport.parkNanos(random.nextLong(150_000_000L));
          process.destroyForcibly();
        }
        if (line != null && line.startsWith("done ")) {
          return line.substring("done ".length());
        }
      }
      process.waitFor();
      if (process.exitValue() == 0) {
        continue; // it ended before the kill came; the next session says so
      }
      assertThat(process.exitValue()).as("%s", printed).isEqualTo(128 + 9);
      kills++;
      tornWrites += hasTemporary(checkpoints) ? 1 : 0;
    }
    throw new AssertionError("no end after " + MOST_SESSIONS + " sessions: " + printed);
  }

  private static boolean hasTemporary(Path checkpoints) throws IOException {
    if (!Files.isDirectory(checkpoints)) {
      return false;
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files.anyMatch(file -> file.toString().endsWith(".part"));
    }
  }

  private static Process start(String method, Path checkpoints) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=1",
            "-Dai.djl.pytorch.num_interop_threads=1",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KilledTraining.class.getName(),
            method,
            checkpoints.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("PENUMBRA_"));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
