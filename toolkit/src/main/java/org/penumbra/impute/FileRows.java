package org.penumbra.impute;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows in a mapped temporary file, which is gone when the process ends, even if it is killed. Some
 * rows share a mapping, as one mapping holds less than 2 GiB.
 */
final class FileRows implements RowStore {
  private static final long WINDOW = 1L << 30; // bytes

  private final int width;
  private final int rowsEach;
  private final FloatBuffer[] windows;

  /**
   * Makes the file.
   *
   * @param width numbers of a row
   * @throws UncheckedIOException if the folder cannot be written to
   */
  FileRows(int rows, int width, Path folder) {
    this.width = width;
    long bytes = (long) width * Float.BYTES;
    this.rowsEach = (int) Math.max(1, Math.min(rows, WINDOW / bytes));
    this.windows = new FloatBuffer[(rows + rowsEach - 1) / rowsEach];
    try {
      Files.createDirectories(folder);
      Path path = Files.createTempFile(folder, "donors", ".part");
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(rows * bytes);
        for (int i = 0; i < windows.length; i++) {
          long from = (long) i * rowsEach;
          windows[i] =
              file.getChannel()
                  .map(
                      FileChannel.MapMode.READ_WRITE,
                      from * bytes,
                      Math.min(rowsEach, rows - from) * bytes)
                  .order(ByteOrder.nativeOrder())
                  .asFloatBuffer();
        }
      }
      deleteNowOrAtExit(path);
    } catch (IOException failure) {
      throw new UncheckedIOException("Donors cannot be kept in " + folder + ".", failure);
    }
  }

  /** A mapping outlives its file's name, except on Windows. */
  private static void deleteNowOrAtExit(Path path) {
    if (!path.toFile().delete()) {
      path.toFile().deleteOnExit();
    }
  }

  @Override
  public void put(int row, float[] values) {
    windows[row / rowsEach].put(row % rowsEach * width, values);
  }

  @Override
  public void read(int row, float[] target) {
    windows[row / rowsEach].get(row % rowsEach * width, target);
  }
}
