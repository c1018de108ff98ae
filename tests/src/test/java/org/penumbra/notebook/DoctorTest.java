package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.tensor.Compute;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DoctorTest {
  private static final Table SETS =
      Table.create(
          "sets",
          StringColumn.create("data set", "nw-ucla", "synthetic"),
          StringColumn.create("there", "no", "yes"),
          StringColumn.create("how to get it", "ask its authors", "nothing to do"));

  @TempDir Path folder;

  @Test
  void oneLineEachInAFixedForm() {
    Doctor doctor = Doctor.examine(Map.of());
    assertThat(doctor.findings())
        .extracting(Finding::name)
        .containsExactly(
            "java", "toolkit", "memory", "cache", "pytorch", "device", "threads", "data",
            "drawing");
    assertThat(doctor.text().lines()).allMatch(line -> line.matches("(ok  |todo)  [a-z]+ +\\S.*"));
    assertThat(doctor.text().lines()).hasSize(9);
  }

  @Test
  void theEngineLoadsHere() {
    EngineChecks engine = new EngineChecks(Map.of());
    Finding pytorch = engine.pytorch();
    assertThat(pytorch.ok()).as(pytorch.details()).isTrue();
    assertThat(pytorch.details()).matches("\\d+\\.\\d+\\.\\d+ through DJL .* MB in .*");
    assertThat(engine.device().ok()).isTrue();
  }

  @Test
  void tableAndVerdictFollowTheFindings() {
    Doctor well = new Doctor(List.of(Finding.ok("a", "fine")));
    Doctor ill = new Doctor(List.of(Finding.ok("a", "fine"), Finding.todo("b", "do\n  this")));
    assertThat(well.ok()).isTrue();
    assertThat(ill.ok()).isFalse();
    assertThat(ill.text()).isEqualTo("ok    a          fine\ntodo  b          do this");
    assertThat(ill.table().name()).isEqualTo("Something is left to do");
    assertThat(ill.table().stringColumn("status").asList()).containsExactly("ok", "todo");
  }

  @Test
  void aCheckThatFailsIsAFinding() {
    Finding crash =
        Doctor.guarded(
            "x",
            () -> {
              throw new UnsatisfiedLinkError("no lib");
            });
    assertThat(crash.line()).startsWith("todo  x").contains("no lib");
    Finding ours =
        Doctor.guarded(
            "y",
            () -> {
              throw new InvalidOptionException("rate", "between 0 and 1", 2);
            });
    assertThat(ours.details()).isEqualTo("rate must be between 0 and 1, found 2.");
  }

  @Test
  void cacheFolder() throws IOException {
    EngineChecks checks = new EngineChecks(Map.of());
    assertThat(checks.cache(folder.resolve("not/yet/there")).ok()).isTrue();
    Path file = Files.writeString(folder.resolve("file"), "x");
    Finding finding = checks.cache(file.resolve("below"));
    assertThat(finding.ok()).isFalse();
    assertThat(finding.details()).contains("is not a folder", "DJL_CACHE_DIR");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void oldJavaAndSmallHeap() {
    SystemChecks checks = new SystemChecks();
    assertThat(checks.java(11).details()).isEqualTo("found Java 11; install JDK 17 or newer.");
    assertThat(checks.java(17).ok()).isTrue();
    assertThat(checks.memory(256L << 20, 8L << 30).line())
        .isEqualTo("todo  memory     heap limit 0.3 GB of 8.0 GB memory; start Java with -Xmx2g.");
    assertThat(checks.memory(2L << 30, 0).details()).isEqualTo("heap limit 2.0 GB");
    assertThat(checks.drawing().ok()).isTrue();
  }

  @Test
  void aGpuThatIsAskedForMustBeThere() {
    EngineChecks checks = new EngineChecks(Map.of("PENUMBRA_DEVICE", "gpu"));
    assertThat(checks.device().details()).startsWith("not known before the engine loads");
    checks.pytorch();
    boolean there = Compute.engine().getGpuCount() > 0;
    assertThat(checks.device().ok()).isEqualTo(there);
    assertThat(checks.device().details())
        .contains(there ? "PENUMBRA_DEVICE=gpu" : "PENUMBRA_DEVICE must be cpu (no GPU found)");
  }

  @Test
  void aWrongSettingKeepsTheEngineUnloaded() {
    EngineChecks checks = new EngineChecks(Map.of("PENUMBRA_THREADS", "many"));
    assertThat(checks.pytorch().line())
        .isEqualTo(
            "todo  pytorch    not loaded: PENUMBRA_THREADS must be a whole number from 1 to 1024,"
                + " found 'many'.");
    assertThat(checks.threads().ok()).isFalse();
  }

  @Test
  void threadsAreThoseOfTheEngineAndTheLineSaysHowToChangeThem() {
    EngineChecks checks = new EngineChecks(Map.of());
    assertThat(checks.threads().details()).startsWith("not known before the engine loads");
    checks.pytorch();
    assertThat(checks.threads().ok()).isTrue();
    assertThat(checks.threads().details())
        .startsWith(Compute.threads() + " compute thread")
        .endsWith("; PENUMBRA_THREADS sets another number");
  }

  @Test
  void dataFolder() {
    assertThat(data(Map.of()).line())
        .isEqualTo("ok    data       nw-ucla (not there), synthetic (there); folder " + folder);
    assertThat(data(Map.of("PENUMBRA_DATASET", "nw-ucla")).details())
        .contains("PENUMBRA_DATASET=nw-ucla, but it is not in", "ask its authors");
    assertThat(data(Map.of("PENUMBRA_DATASET", "synthetic")).ok()).isTrue();
    assertThat(data(Map.of("PENUMBRA_DATASET", " Synthetic ")).ok()).isTrue();
    assertThat(data(Map.of("PENUMBRA_DATASET", "nope")).details())
        .startsWith("PENUMBRA_DATASET=nope is unknown");
    assertThat(data(Map.of("PENUMBRA_DATA", folder.resolve("missing").toString())).details())
        .contains("PENUMBRA_DATA names", "does not exist");
    assertThat(new DataCheck(Map.of()).run(SETS.emptyCopy(), folder).ok()).isFalse();
  }

  private Finding data(Map<String, String> environment) {
    return new DataCheck(environment).run(SETS, folder);
  }
}
