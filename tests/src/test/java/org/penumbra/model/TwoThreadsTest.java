package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Gradients on two compute threads, as users have them and other tests do not. The engine's own
 * convolution of one tap with a stride wrote past its memory there for these numbers of clips, and
 * the process died; so the steps are taken in a process of their own.
 */
class TwoThreadsTest {
  @ParameterizedTest
  @CsvSource({"7, FLOAT32", "11, FLOAT32", "13, FLOAT32", "7, BFLOAT16", "13, BFLOAT16"})
  void aBatchOfAnySizeIsLearnedFrom(String clips, String precision)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-XX:TieredStopAtLevel=1",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=2",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TwoThreads.class.getName(),
            clips,
            precision));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PENUMBRA_"));
    builder.environment().put("PENUMBRA_THREADS", "2");
    builder.environment().put("OMP_NUM_THREADS", "2");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).contains("2 threads, finite");
  }
}
