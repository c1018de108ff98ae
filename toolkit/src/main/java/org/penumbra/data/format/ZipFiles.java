package org.penumbra.data.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.penumbra.core.DataFormatException;

/**
 * Lists the files of a zip archive and reads each when it is asked for. The archive is not kept
 * open: an entry knows where its bytes lie. If the archive was replaced since, the checksum tells.
 */
final class ZipFiles {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private ZipFiles() {}

  /**
   * The wanted files in order of their names.
   *
   * @param problems told of folders with a wanted name; may throw what it is told
   */
  static List<FileEntry> list(
      Path archive,
      int most,
      Predicate<String> wanted,
      BiConsumer<String, DataFormatException> problems)
      throws IOException {
    List<FileEntry> found = new ArrayList<>();
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > most) {
        throw Entries.tooMuch(archive.toString(), "at most " + most + " entries");
      }
      for (ZipArchiveEntry entry : entries) {
        String name = EntryNames.checked(archive.toString(), entry.getName());
        String place = archive + "!" + name;
        if (entry.isUnixSymlink()) {
          throw new DataFormatException(place, "is a link; links in archives are refused.");
        }
        String plain = entry.isDirectory() ? name.replaceFirst("/+$", "") : name;
        if (!wanted.test(plain)) {
          continue;
        }
        if (entry.isDirectory()) {
          problems.accept(
              place,
              new DataFormatException(place, "expected a file, found a folder of this name."));
          continue;
        }
        int method = entry.getGeneralPurposeBit().usesEncryption() ? -1 : entry.getMethod();
        found.add(
            new Packed(
                archive,
                name,
                method,
                entry.getDataOffset(),
                entry.getCompressedSize(),
                entry.getSize(),
                entry.getCrc()));
      }
    }
    found.sort(Comparator.comparing(FileEntry::name));
    return found;
  }

  /** Where an entry lies in its archive; sizes in bytes. */
  private record Packed(
      Path archive, String name, int method, long offset, long packed, long size, long crc)
      implements FileEntry {
    @Override
    public String place() {
      return archive + "!" + name;
    }

    @Override
    public byte[] content(int most) {
      if (method != STORED && method != DEFLATED) {
        throw wrong(
            "is encrypted or packed in an unusual way; pack the archive again as a plain zip.",
            null);
      }
      if (size > most || packed > most) {
        throw Entries.tooMuch(place(), "at most " + most + " bytes in one file");
      }
      try {
        byte[] bytes = bytes();
        byte[] content = method == STORED ? bytes : inflate(bytes);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        if (content.length != size || checksum.getValue() != crc) {
          throw wrong(
              "damaged: expected "
                  + size
                  + " bytes of checksum "
                  + Long.toHexString(crc)
                  + ", found "
                  + content.length
                  + " of "
                  + Long.toHexString(checksum.getValue())
                  + ". Copy or download the archive again.",
              null);
        }
        return content;
      } catch (IOException | java.util.zip.DataFormatException failure) {
        throw wrong(
            "cannot be unpacked ("
                + failure.getMessage()
                + "). Copy or download the archive again; if it was replaced, open the set again.",
            failure);
      }
    }

    private byte[] bytes() throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate((int) packed);
      try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ)) {
        while (bytes.hasRemaining()) {
          if (channel.read(bytes, offset + bytes.position()) < 0) {
            throw new IOException("the archive ends before this entry does");
          }
        }
      }
      return bytes.array();
    }

    private byte[] inflate(byte[] bytes) throws java.util.zip.DataFormatException {
      Inflater inflater = new Inflater(true);
      try {
        inflater.setInput(bytes);
        byte[] content = new byte[(int) size];
        int length = 0;
        while (length < content.length && !inflater.finished()) {
          int more = inflater.inflate(content, length, content.length - length);
          if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
            throw new java.util.zip.DataFormatException("its packed bytes end too soon");
          }
          length += more;
        }
        return length == content.length ? content : Arrays.copyOf(content, length);
      } finally {
        inflater.end();
      }
    }

    private DataFormatException wrong(String problem, Exception cause) {
      return new DataFormatException(place(), problem, cause);
    }
  }
}
