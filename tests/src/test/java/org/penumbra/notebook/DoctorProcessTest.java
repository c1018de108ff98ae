package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.ForkedJvm;
import org.penumbra.core.PenumbraException;
import org.penumbra.tensor.Compute;

/** The Doctor first and the session after it, in one process: they must agree. */
class DoctorProcessTest {
  @TempDir Path folder;

  /** Prints the findings, then how the session goes on. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      System.out.println(Doctor.examine().text());
      System.out.println("offline " + System.getProperty("ai.djl.offline"));
      try {
        System.out.println(Compute.describe());
      } catch (PenumbraException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private String line(ForkedJvm.Outcome outcome, String name) {
    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.lines()).hasSize(9 + 2);
    return outcome.lines().stream()
        .filter(line -> line.matches("(ok  |todo)  " + name + " .*"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSessionComputesAsTheDoctorSaid() throws Exception {
    Map<String, String> environment =
        Map.of("PENUMBRA_THREADS", "3", "PENUMBRA_DEVICE", "cpu", "OMP_NUM_THREADS", "1");
    ForkedJvm.Outcome outcome = ForkedJvm.run(Probe.class, environment, folder);
    assertThat(line(outcome, "threads"))
        .matches("ok    threads    3 compute threads on \\d+ cores?, PENUMBRA_THREADS=3");
    assertThat(line(outcome, "device"))
        .startsWith("ok    device     CPU (")
        .endsWith(", PENUMBRA_DEVICE=cpu");
    assertThat(outcome.lines().get(9)).isEqualTo("offline null");
    assertThat(outcome.lines().get(10))
        .endsWith(" on CPU (asked for by PENUMBRA_DEVICE), 3 threads");
  }

  @Test
  void aWrongSettingIsFound() throws Exception {
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(Probe.class, Map.of("PENUMBRA_DEVICE", "tpu"), folder);
    String message = "PENUMBRA_DEVICE must be cpu, gpu or gpu:N, found 'tpu'.";
    assertThat(line(outcome, "pytorch")).isEqualTo("todo  pytorch    not loaded: " + message);
    assertThat(line(outcome, "device")).startsWith("todo").contains("see pytorch");
    assertThat(line(outcome, "threads")).startsWith("todo").contains("see pytorch");
    assertThat(outcome.lines().get(10)).isEqualTo(message);
  }

  @Test
  void anEngineThatCannotBeLoadedIsFoundWithItsRemedy() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(Probe.class, Map.of("DJL_CACHE_DIR", file.toString()), folder);
    assertThat(line(outcome, "cache")).startsWith("todo").contains("set DJL_CACHE_DIR");
    assertThat(line(outcome, "pytorch"))
        .startsWith("todo  pytorch    the engine does not load (")
        .contains(file.toString(), "build with Maven");
    assertThat(outcome.lines().get(9)).isEqualTo("offline null");
    assertThat(outcome.lines().get(10)).startsWith("PyTorch cannot be loaded (");
  }
}
