package org.penumbra.results;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.Hashes;

/** The files of runs: sizes and checksums. Streams, because channels close under an interrupt. */
final class RunFiles {
  private static final int BLOCK = 1 << 16; // bytes

  private RunFiles() {}

  /** All files of a folder, through to the disk, with their sizes and checksums. */
  static List<StoredFile> seal(Path folder) throws IOException {
    List<StoredFile> files = new ArrayList<>();
    for (Path file : RunFolders.list(folder)) {
      try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
        open.getFD().sync();
      }
      files.add(new StoredFile(file.getFileName().toString(), Files.size(file), sha256(file)));
    }
    return files;
  }

  /**
   * Checks sizes first, then checksums.
   *
   * @throws DataFormatException if a file is missing, cut off or changed
   */
  static void check(Path folder, List<StoredFile> files) {
    for (StoredFile file : files) {
      Path path = folder.resolve(file.name());
      long found = Files.isRegularFile(path) ? path.toFile().length() : -1;
      if (found != file.size()) {
        throw new DataFormatException(
            path.toString(),
            "expected " + file.size() + " bytes, found " + (found < 0 ? "no file." : found + "."));
      }
    }
    for (StoredFile file : files) {
      Path path = folder.resolve(file.name());
      if (!sha256(path).equals(file.sha256())) {
        throw new DataFormatException(
            path.toString(), "its content is not what was written: the checksum differs.");
      }
    }
  }

  static String sha256(Path file) {
    MessageDigest digest = Hashes.sha256();
    byte[] block = new byte[BLOCK];
    try (InputStream in = new FileInputStream(file.toFile())) {
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        digest.update(block, 0, count);
      }
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
    return Fingerprints.hex(digest);
  }

  static String text(Path file) {
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  /** One more hit; a store that cannot be written does not count. */
  static void countHit(Path file) {
    try {
      Files.createDirectories(file.getParent());
      try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
        out.write('.');
      }
    } catch (IOException uncounted) {
      // the result is what matters
    }
  }

  private static UncheckedIOException unreadable(Path file, IOException failure) {
    return new UncheckedIOException("cannot read " + file + ": " + failure.getMessage(), failure);
  }
}
