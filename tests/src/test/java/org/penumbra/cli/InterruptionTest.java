package org.penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is told to stop, as by Ctrl-C, in a process of its own. */
@Tag("slow")
class InterruptionTest {
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  private ProcessBuilder pretrain(int epochs) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Dai.djl.offline=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "pretrain",
            "--dataset",
            "synthetic-small",
            "--runs",
            folder.toString(),
            "--epochs",
            Integer.toString(epochs)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PENUMBRA_"));
    builder.environment().put("PENUMBRA_THREADS", "1");
    return builder;
  }

  /** Everything printed, and the process told to stop when a line begins so. */
  private static String stopAt(String beginning, Process process) throws IOException {
    StringBuilder printed = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.append(line).append('\n');
        if (line.contains(beginning)) {
          process.toHandle().destroy(); // that of Process closes what it prints to
        }
      }
    }
    return printed.toString();
  }

  @Test
  void itEndsWithItsStepAndGoesOnWhenAskedAgain() throws IOException, InterruptedException {
    Process first = pretrain(400).start();
    String printed = stopAt("epoch 2", first);
    assertThat(first.waitFor()).as(printed).isEqualTo(TERMINATED);
    assertThat(printed).contains("Stopping").contains("stopped after").doesNotContain("SIGSEGV");
    Process second = pretrain(400).start();
    String again = stopAt("epoch", second);
    second.waitFor();
    assertThat(again).contains("loaded", "after step");
  }
}
