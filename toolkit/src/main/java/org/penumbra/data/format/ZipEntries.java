package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.penumbra.core.DataFormatException;

/** Files of a zip archive, in the order of its directory, each checked against its checksum. */
final class ZipEntries {
  private ZipEntries() {}

  static void read(
      Path archive, EntryLimits limits, Predicate<String> wanted, Entries.Visitor visitor)
      throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > limits.entries()) {
        throw Entries.tooMuch(archive.toString(), "at most " + limits.entries() + " entries");
      }
      long total = 0;
      for (ZipArchiveEntry entry : entries) {
        String name = EntryNames.checked(archive.toString(), entry.getName());
        String place = archive + "!" + name;
        if (entry.isUnixSymlink()) {
          throw new DataFormatException(place, "is a link; links in archives are refused.");
        }
        if (entry.isDirectory() || !wanted.test(name)) {
          continue;
        }
        byte[] content;
        try {
          content = content(zip, entry, place, limits);
        } catch (DataFormatException problem) {
          visitor.unreadable(place, problem);
          continue;
        }
        total += content.length;
        if (total > limits.totalBytes()) {
          throw Entries.tooMuch(archive.toString(), "at most " + limits.totalBytes() + " bytes");
        }
        visitor.visit(name, place, content);
      }
    }
  }

  private static byte[] content(
      ZipFile zip, ZipArchiveEntry entry, String place, EntryLimits limits) throws IOException {
    if (!zip.canReadEntryData(entry)) {
      throw new DataFormatException(
          place, "is encrypted or packed in an unknown way; pack the archive again without that.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = Entries.content(in, place, limits);
      CRC32 checksum = new CRC32();
      checksum.update(content);
      if (checksum.getValue() != entry.getCrc()) {
        throw new DataFormatException(
            place,
            "damaged: expected checksum "
                + Long.toHexString(entry.getCrc())
                + ", found "
                + Long.toHexString(checksum.getValue())
                + ". Copy or download the archive again.");
      }
      return content;
    }
  }
}
