package org.penumbra.impute;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.core.CacheFolder;
import org.penumbra.core.InvalidOptionException;

/**
 * What there is to keep donors in, asked before any row is made: half of the heap that is free,
 * else a temporary file.
 *
 * @param heap bytes that rows may take of the heap
 * @param disk bytes free in the folder
 * @param folder for temporary files
 */
record RowMemory(long heap, long disk, Path folder) {
  private static final double GIB = 1 << 30;

  /** As it is now, with files in the cache folder. */
  static RowMemory now() {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    Path folder = CacheFolder.fromEnvironment().resolve("donors");
    Path existing = folder;
    while (existing != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    try {
      long disk = existing == null ? 0 : Files.getFileStore(existing).getUsableSpace();
      return new RowMemory(free / 2, disk, folder);
    } catch (IOException failure) {
      throw new UncheckedIOException("Free space cannot be read in " + folder + ".", failure);
    }
  }

  /**
   * What is left if other rows go first.
   *
   * @throws InvalidOptionException if there is no place for them
   */
  RowMemory reserve(long rows, long width) {
    long bytes = rows * width * Float.BYTES;
    if (bytes <= heap) {
      return new RowMemory(heap - bytes, disk, folder);
    }
    if (bytes > disk) {
      throw new InvalidOptionException(
          String.format(Locale.ROOT, "memory for %,d donors of %,d numbers each", rows, width),
          String.format(
              Locale.ROOT,
              "at most %.2f GiB (half of the free heap) or %.2f GiB (free in %s); use a grid of"
                  + " fewer frames, more heap (-Xmx) or another folder (%s)",
              heap / GIB,
              disk / GIB,
              folder,
              CacheFolder.VARIABLE),
          String.format(Locale.ROOT, "%.2f GiB", bytes / GIB));
    }
    return new RowMemory(heap, disk - bytes, folder);
  }

  /**
   * A place for rows.
   *
   * @throws InvalidOptionException if there is none
   */
  RowStore store(int rows, int width) {
    RowMemory left = reserve(rows, width);
    return left.disk < disk ? new FileRows(rows, width, folder) : new HeapRows(rows);
  }
}
