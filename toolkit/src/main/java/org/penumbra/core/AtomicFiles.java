package org.penumbra.core;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that appear whole or not at all: written beside the target under a temporary name, then
 * moved over it in one step. A crash of this process leaves the former file as it was.
 *
 * <p>Interrupting the thread does not break off a write: a notebook's stop button may come at any
 * moment, and channels of {@code java.nio} would close under it.
 */
public final class AtomicFiles {
  private static final String TEMPORARY = ".part";

  private AtomicFiles() {}

  /** Something that writes bytes. */
  @FunctionalInterface
  public interface Writer {
    /** Writes the content; the caller closes the stream. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Something that writes a file and may go back in it. */
  @FunctionalInterface
  public interface RandomWriter {
    /** Writes the content; the caller closes the file. */
    void writeTo(RandomAccessFile file) throws IOException;
  }

  /**
   * Writes a file, making its folder if need be.
   *
   * @throws UncheckedIOException if writing or moving fails; the target is then untouched
   */
  public static void write(Path target, Writer content) {
    replace(
        target,
        temporary -> {
          // CREATE_NEW is not needed: the name holds 122 random bits.
          try (OutputStream out =
              new BufferedOutputStream(new FileOutputStream(temporary.toFile()))) {
            content.writeTo(out);
          }
        });
  }

  /**
   * Writes a file that survives a loss of power too: the content is on the disk before the file
   * appears, and its name afterwards.
   *
   * @throws UncheckedIOException if writing or moving fails; the target is then untouched
   */
  public static void writeDurably(Path target, RandomWriter content) {
    replace(
        target,
        temporary -> {
          try (RandomAccessFile file = new RandomAccessFile(temporary.toFile(), "rw")) {
            content.writeTo(file);
            file.getFD().sync();
          }
        });
    forceFolder(target.toAbsolutePath().getParent());
  }

  /**
   * Deletes what crashes in the middle of a write have left in a folder. Only for a folder that
   * nobody else writes to at this moment.
   *
   * @throws UncheckedIOException if the folder cannot be read or a file not be deleted
   */
  public static void deleteTemporaries(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".*" + TEMPORARY)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "cannot clean up " + folder + ": " + failure.getMessage(), failure);
    }
  }

  private interface FileMaker {
    void make(Path temporary) throws IOException;
  }

  private static void replace(Path target, FileMaker maker) {
    Path folder = target.toAbsolutePath().getParent();
    Path temporary = null;
    try {
      Files.createDirectories(folder);
      // Not a "temp file", which only its owner could read: the user's own default permissions.
      temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
      maker.make(temporary);
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

  /**
   * The name in the folder, on the disk; some systems cannot, and the file is there all the same.
   */
  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException cannot) {
      // nothing is lost unless power is lost in this second
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
