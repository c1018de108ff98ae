package org.penumbra.data.format.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.penumbra.core.AtomicFiles;

/**
 * Writes {@code .npz} files as {@code np.savez} does: arrays stored, not packed, so that they can
 * be mapped. The same arrays give the same bytes. Items go straight to the file; because an entry's
 * checksum stands before it, each body is asked twice.
 */
public final class NpzWriter {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String name, NpyHeader header, NpyBody body) {}

  /**
   * Adds an array.
   *
   * @param name key under which NumPy finds it
   * @param shape lengths of the axes
   * @param body puts all items, no more and no less; asked twice
   * @return this
   */
  public NpzWriter with(String name, NpyType type, long[] shape, NpyBody body) {
    entries.add(new Entry(name, NpyHeader.of(type, shape), body));
    return this;
  }

  /**
   * Writes all arrays.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    AtomicFiles.write(
        file,
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : entries) {
              write(zip, entry);
            }
          }
        });
  }

  private static void write(ZipOutputStream zip, Entry entry) throws IOException {
    CRC32 checksum = new CRC32();
    NpyWriter.write(
        new CheckedOutputStream(OutputStream.nullOutputStream(), checksum),
        entry.header(),
        entry.body());
    ZipEntry item = new ZipEntry(entry.name() + ".npy");
    item.setMethod(ZipEntry.STORED);
    item.setSize(entry.header().fileBytes());
    item.setCrc(checksum.getValue());
    item.setTimeLocal(NO_TIME);
    zip.putNextEntry(item);
    NpyWriter.write(zip, entry.header(), entry.body());
    zip.closeEntry();
  }
}
