package org.penumbra.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.environment.Sandbox.Outcome;

/** The class paths that a build lays: every library once, the toolkit's version first. */
final class ClassPathTest {
  @TempDir private Path folder;

  @Test
  void everyLibraryIsLaidAndTheKernelRepeatsNone() throws Exception {
    Sandbox sandbox = new Sandbox(folder);
    Path work = sandbox.path("work");
    jar(work.resolve("toolkit/target/penumbra-toolkit-1.jar"));
    jar(work.resolve("environment/kernel/target/penumbra-kernel-1.jar"));
    Path gson = jar(work.resolve("repository/com/google/gson/2.13.1/gson-2.13.1.jar"));
    Path oldGson = jar(work.resolve("repository/com/google/gson/2.8.5/gson-2.8.5.jar"));
    Path log = jar(work.resolve("repository/org/slf4j/slf4j-nop/2.0.17/slf4j-nop-2.0.17.jar"));
    Path base = jar(work.resolve("repository/io/base/2.3.0/base-2.3.0.jar"));
    // As Maven writes it: no newline at the end.
    Files.writeString(work.resolve("toolkit/target/runtime.classpath"), gson + ":" + log);
    Files.writeString(
        work.resolve("environment/kernel/target/runtime.classpath"), oldGson + ":" + base);
    Path stale = jar(work.resolve("target/penumbra/lib/left-over.jar"));

    Outcome outcome = sandbox.function("build.sh", "lay_class_paths");

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(names(stale.getParent()))
        .containsExactly("gson-2.13.1.jar", "penumbra-toolkit-1.jar", "slf4j-nop-2.0.17.jar");
    assertThat(names(work.resolve("target/penumbra/kernel")))
        .containsExactly("base-2.3.0.jar", "penumbra-kernel-1.jar");
    assertThat(names(work.resolve("target/penumbra"))).containsExactly("kernel", "lib");
  }

  private static Path jar(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "jar");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
