package org.penumbra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void writesAndReplacesAFileAndMakesItsFolder() throws IOException {
    Path file = folder.resolve("a/b/result.txt");
    AtomicFiles.writeText(file, "first");
    AtomicFiles.writeText(file, "zweite Fassung: äöü");
    assertThat(Files.readString(file)).isEqualTo("zweite Fassung: äöü");
    assertThat(list(file.getParent())).containsExactly(file);
  }

  @Test
  void anInputOutputFailureLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = folder.resolve("result.txt");
    AtomicFiles.writeText(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("disk full");
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(list(folder)).containsExactly(file);
  }

  @Test
  void anyOtherFailurePassesThroughAndLeavesNothing() throws IOException {
    Path file = folder.resolve("result.txt");
    IllegalStateException failure = new IllegalStateException("a bug in the caller");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(list(folder)).isEmpty();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
