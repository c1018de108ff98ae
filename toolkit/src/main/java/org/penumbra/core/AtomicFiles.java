package org.penumbra.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that appear whole or not at all: written beside the target under a temporary name, then
 * moved over it in one step. A crash of this process leaves the former file as it was.
 */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Something that writes bytes. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the content; the caller closes the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, making its folder if need be.
   *
   * @throws UncheckedIOException if writing or moving fails; the target is then untouched
   */
  public static void write(Path target, Writer content) {
    Path folder = target.toAbsolutePath().getParent();
    Path temporary = null;
    try {
      Files.createDirectories(folder);
      // Not a "temp file", which only its owner could read: the user's own default permissions.
      temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
      try (OutputStream out =
          new BufferedOutputStream(
              Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW))) {
        content.writeTo(out);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException failure) {
      deleteQuietly(temporary, failure);
      if (failure instanceof IOException io) {
        throw new UncheckedIOException("cannot write " + target + ": " + io.getMessage(), io);
      }
      throw (RuntimeException) failure;
    }
  }

  /** Writes a text file in UTF-8. */
  public static void writeText(Path target, String text) {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void deleteQuietly(Path file, Exception failure) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
  }
}
