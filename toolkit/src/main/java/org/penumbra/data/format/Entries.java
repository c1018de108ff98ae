package org.penumbra.data.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.PenumbraException;

/**
 * The files of a folder, {@code .zip}, {@code .tar.gz}, {@code .tgz} or {@code .tar.xz}, one after
 * the other and always the same way. Nothing is unpacked to disk.
 *
 * <p>Refused, by name: entries whose name leaves the archive, links and devices inside archives,
 * and whatever passes the {@link EntryLimits}.
 */
final class Entries {
  /** Endings of archives that can be read. */
  static final List<String> ARCHIVES = List.of(".zip", ".tar.gz", ".tgz", ".tar.xz");

  private static final int CHUNK = 1 << 16;

  private Entries() {}

  /** Takes the files that were asked for. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Called once per file.
     *
     * @param name path within the folder or archive, with forward slashes
     * @param place what to call it in messages, for instance {@code set.zip!a/b.json}
     * @param content the whole file
     */
    void visit(String name, String place, byte[] content);

    /**
     * Called instead for a file that cannot be read by itself, while others can. Ends the reading
     * unless a visitor says otherwise.
     *
     * @param place the file
     */
    default void unreadable(String place, DataFormatException problem) {
      throw problem;
    }
  }

  /** Whether the file's name ends like an archive that can be read. */
  static boolean isArchive(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(name::endsWith);
  }

  /**
   * Visits the files whose name is wanted.
   *
   * @param source a folder, or an archive as {@link #isArchive} knows it
   * @throws DataFormatException if the archive is damaged, cut off or hostile; the message names it
   */
  static void read(Path source, EntryLimits limits, Predicate<String> wanted, Visitor visitor) {
    try {
      String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
      if (Files.isDirectory(source)) {
        FolderEntries.read(source, limits, wanted, visitor);
      } else if (name.endsWith(".zip")) {
        ZipEntries.read(source, limits, wanted, visitor);
      } else {
        TarEntries.read(source, limits, wanted, visitor);
      }
    } catch (PenumbraException clear) {
      throw clear;
    } catch (IOException | RuntimeException failure) {
      // Archive libraries answer hostile bytes with any runtime exception.
      throw new DataFormatException(
          source.toString(),
          "cannot be read; the file may be cut off or damaged ("
              + describe(failure)
              + "). Copy or download it again.",
          failure);
    }
  }

  private static String describe(Exception failure) {
    String message = failure.getMessage();
    return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /** Everything of one entry; an entry above the limit is refused before more is read. */
  static byte[] content(InputStream in, String place, EntryLimits limits) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (bytes.size() > limits.entryBytes() - read) {
        throw tooMuch(place, "at most " + limits.entryBytes() + " bytes in one file");
      }
      bytes.write(chunk, 0, read);
    }
    return bytes.toByteArray();
  }

  static DataFormatException tooMuch(String place, String limit) {
    return new DataFormatException(
        place, "expected " + limit + ", found more; refused to protect the machine.");
  }
}
