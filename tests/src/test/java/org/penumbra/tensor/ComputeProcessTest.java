package org.penumbra.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.ForkedJvm;

/** What a whole session sees of the settings: they are read once per process. */
class ComputeProcessTest {
  @TempDir Path folder;

  /** Asks in every way, each twice, as a user does who runs a cell again. */
  static final class Probe {
    private Probe() {}

    public static void main(String[] arguments) {
      List<Supplier<Object>> ways =
          List.of(
              () -> Compute.engine().getEngineName(),
              Compute::device,
              () -> {
                try (NDManager manager = Compute.newManager()) {
                  return manager.getDevice();
                }
              },
              Compute::describe);
      for (Supplier<Object> way : ways) {
        System.out.println(answer(way));
        System.out.println(answer(way));
      }
    }

    private static String answer(Supplier<Object> way) {
      try {
        return "found " + way.get();
      } catch (RuntimeException | LinkageError e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PENUMBRA_DEVICE, tpu, 'cpu, gpu or gpu:N'",
    "PENUMBRA_THREADS, abc, a whole number from 1 to 1024"
  })
  void aWrongSettingIsSaidByEveryCallAlike(String variable, String value, String allowed)
      throws Exception {
    // A cache that cannot be made would be the complaint if the engine were loaded first.
    Path file = Files.writeString(folder.resolve("file"), "x");
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(
            Probe.class, Map.of(variable, value, "DJL_CACHE_DIR", file.toString()), folder);
    String expected =
        "InvalidOptionException: " + variable + " must be " + allowed + ", found '" + value + "'.";
    assertThat(outcome.lines()).hasSize(8).containsOnly(expected);
    assertThat(outcome.errors()).isEmpty();
  }

  @Test
  void anEngineThatCannotBeLoadedIsSaidByEveryCallAlike() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    ForkedJvm.Outcome outcome =
        ForkedJvm.run(Probe.class, Map.of("DJL_CACHE_DIR", file.toString()), folder);
    assertThat(outcome.lines()).hasSize(8);
    assertThat(outcome.lines().get(0))
        .startsWith("ComputeException: PyTorch cannot be loaded (")
        .contains(file.toString())
        .endsWith("). Run environment/doctor, which says what to do.");
    assertThat(outcome.lines()).containsOnly(outcome.lines().get(0));
  }

  @Test
  void theNumberOfThreadsIsTheOneAskedFor() throws Exception {
    Map<String, String> environment =
        Map.of("PENUMBRA_THREADS", " 3 ", "PENUMBRA_DEVICE", "cpu", "OMP_NUM_THREADS", "1");
    ForkedJvm.Outcome outcome = ForkedJvm.run(Probe.class, environment, folder);
    assertThat(outcome.lines()).startsWith("found PyTorch", "found PyTorch", "found cpu()");
    assertThat(outcome.lines().get(7))
        .startsWith("found PyTorch ")
        .endsWith(" on CPU (asked for by PENUMBRA_DEVICE), 3 threads");
    assertThat(outcome.errors()).isEmpty();
  }
}
