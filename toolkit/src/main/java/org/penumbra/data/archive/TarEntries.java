package org.penumbra.data.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.penumbra.core.DataFormatException;

/**
 * Files of a {@code .tar.gz} or {@code .tar.xz}, in its own order. The stream is read to its very
 * end, because only there the checksums tell whether everything before was whole.
 */
final class TarEntries {
  private static final int BUFFER = 1 << 16;
  private static final int HEADER_BYTES = 1 << 20;
  private static final int XZ_MEMORY_KIB = 256 * 1024;

  private TarEntries() {}

  static void read(
      Path archive, EntryLimits limits, Predicate<String> wanted, Entries.Visitor visitor)
      throws IOException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
        CappedInputStream plain =
            new CappedInputStream(decompress(archive, file), archive, limits);
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      int count = 0;
      for (TarArchiveEntry entry = next(tar, plain); entry != null; entry = next(tar, plain)) {
        if (++count > limits.entries()) {
          throw Entries.tooMuch(archive.toString(), "at most " + limits.entries() + " entries");
        }
        String name = check(archive, entry);
        if (entry.isFile() && wanted.test(name)) {
          String place = archive + "!" + name;
          visitor.visit(name, place, Entries.content(tar, place, limits));
        }
        tar.transferTo(OutputStream.nullOutputStream());
      }
      plain.transferTo(OutputStream.nullOutputStream());
      if (count == 0) {
        throw new DataFormatException(archive.toString(), "is an empty archive.");
      }
    }
  }

  private static InputStream decompress(Path archive, InputStream in) throws IOException {
    boolean xz = archive.toString().toLowerCase(Locale.ROOT).endsWith(".xz");
    return xz
        ? new XZCompressorInputStream(in, true, XZ_MEMORY_KIB)
        : new GzipCompressorInputStream(in, true);
  }

  /** The next entry; its headers, which the library keeps in memory, may not be huge. */
  private static TarArchiveEntry next(TarArchiveInputStream tar, CappedInputStream plain)
      throws IOException {
    plain.allowOnly(HEADER_BYTES);
    TarArchiveEntry entry = tar.getNextEntry();
    plain.allowAll();
    return entry;
  }

  private static String check(Path archive, TarArchiveEntry entry) {
    if (!entry.isCheckSumOK()) {
      throw new DataFormatException(archive.toString(), "holds no tar archive or a damaged one.");
    }
    String name = EntryNames.checked(archive.toString(), entry.getName());
    if ((!entry.isFile() && !entry.isDirectory())
        || entry.isLink()
        || entry.isSymbolicLink()
        || entry.isFIFO()
        || entry.isBlockDevice()
        || entry.isCharacterDevice()) {
      throw new DataFormatException(
          archive + "!" + name,
          "is a link or a device, not a file; links in archives are refused.");
    }
    return name;
  }
}
