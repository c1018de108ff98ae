package org.penumbra.data.format.numpy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.PenumbraException;

/**
 * Reads {@code .npz} files: zip archives of {@code .npy} entries. What {@code np.savez} stored is
 * mapped, at any size; what {@code np.savez_compressed} packed is unpacked to the heap, within a
 * limit. Every entry is checked against its checksum.
 */
public final class NpzReader {
  private static final int MOST_ENTRIES = 64;
  private static final int CHUNK = 1 << 16;
  private static final String ENDING = ".npy";

  private final String place;
  private final Path file; // null: the archive is on the heap
  private final byte[] content;
  private final int mostEntries;
  private long room;

  private NpzReader(String place, Path file, byte[] content, int mostEntries, long room) {
    this.place = place;
    this.file = file;
    this.content = content;
    this.mostEntries = mostEntries;
    this.room = room;
  }

  /**
   * All arrays by name, in the archive's order.
   *
   * @throws DataNotFoundException if there is no such file
   * @throws DataFormatException if the archive or an array is damaged or of a type that is not read
   */
  public static Map<String, NumpyArray> read(Path file) {
    return read(file, MOST_ENTRIES);
  }

  /** As {@link #read(Path)}, with another limit of arrays: a network has hundreds. */
  public static Map<String, NumpyArray> read(Path file, int mostEntries) {
    if (!Files.isRegularFile(file)) {
      throw new DataNotFoundException("No file " + file + ".");
    }
    long heap = Runtime.getRuntime().maxMemory();
    return new NpzReader(file.toString(), file, null, mostEntries, Math.min(1L << 30, heap / 4))
        .arrays();
  }

  /** As {@link #read(Path)}, of bytes, with another limit of unpacked bytes. */
  static Map<String, NumpyArray> read(String place, byte[] content, long room) {
    return new NpzReader(place, null, content, MOST_ENTRIES, room).arrays();
  }

  private Map<String, NumpyArray> arrays() {
    ZipFile.Builder builder = ZipFile.builder();
    try (ZipFile zip =
        (file == null ? builder.setByteArray(content) : builder.setPath(file)).get()) {
      List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
      if (entries.size() > mostEntries) {
        throw new DataFormatException(
            place, "expected at most " + mostEntries + " arrays, found " + entries.size() + ".");
      }
      Map<String, NumpyArray> arrays = new LinkedHashMap<>();
      for (ZipArchiveEntry entry : entries) {
        String name = name(entry);
        if (arrays.put(name, NumpyArray.of(bytes(zip, entry))) != null) {
          throw new DataFormatException(place, "the array '" + name + "' is there twice.");
        }
      }
      return arrays;
    } catch (PenumbraException clear) {
      throw clear;
    } catch (IOException | RuntimeException failure) {
      // The archive library answers hostile bytes with any runtime exception.
      throw new DataFormatException(
          place,
          "expected an .npz archive as np.savez writes it; the file may be cut off or damaged ("
              + failure
              + "). Copy or write it again.",
          failure);
    }
  }

  private String name(ZipArchiveEntry entry) {
    String name = entry.getName();
    if (!name.endsWith(ENDING) || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      throw new DataFormatException(
          place, "expected entries like coordinates.npy, found '" + NpyType.shortened(name) + "'.");
    }
    return name.substring(0, name.length() - ENDING.length());
  }

  private MappedBytes bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    String where = place + "!" + entry.getName();
    if (!zip.canReadEntryData(entry)) {
      throw new DataFormatException(
          where, "is encrypted or packed in an unknown way; write it with np.savez.");
    }
    boolean mapped = file != null && entry.getMethod() == ZipMethod.STORED.getCode();
    MappedBytes bytes = mapped ? map(where, entry) : unpack(zip, where, entry);
    long checksum = checksum(bytes);
    if (checksum != entry.getCrc()) {
      throw new DataFormatException(
          where,
          "damaged: expected checksum "
              + Long.toHexString(entry.getCrc())
              + ", found "
              + Long.toHexString(checksum)
              + ". Copy or write the file again.");
    }
    return bytes;
  }

  private MappedBytes map(String where, ZipArchiveEntry entry) throws IOException {
    long from = entry.getDataOffset();
    long size = entry.getSize();
    if (from < 0 || size < 0 || size > Files.size(file) - from) {
      throw new DataFormatException(
          where, "expected " + size + " bytes from byte " + from + ", found the file's end.");
    }
    return MappedBytes.part(file, from, size, MappedBytes.WINDOW).named(where);
  }

  private MappedBytes unpack(ZipFile zip, String where, ZipArchiveEntry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        room -= read;
        if (room < 0) {
          throw new DataFormatException(
              where,
              "unpacks to more than fits; refused to protect the machine. A large set is read"
                  + " without limit when np.savez, not np.savez_compressed, writes it.");
        }
        bytes.write(chunk, 0, read);
      }
    }
    return MappedBytes.of(where, bytes.toByteArray());
  }

  private static long checksum(MappedBytes bytes) {
    CRC32 checksum = new CRC32();
    byte[] chunk = new byte[CHUNK];
    for (long at = 0; at < bytes.size(); at += CHUNK) {
      int count = (int) Math.min(CHUNK, bytes.size() - at);
      bytes.copy(at, chunk, 0, count);
      checksum.update(chunk, 0, count);
    }
    return checksum.getValue();
  }
}
