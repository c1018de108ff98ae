package org.penumbra.data.format.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.penumbra.core.AtomicFiles;

/**
 * Writes {@code .npy} files that NumPy and {@link NumpyArray} read: version 1.0, C-order,
 * little-endian. Items go straight to the file, so that an array may be larger than memory; the
 * file appears whole or not at all.
 */
public final class NpyWriter {
  private NpyWriter() {}

  /**
   * Writes one array.
   *
   * @param shape lengths of the axes
   * @param body puts all items, no more and no less
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, NpyType type, long[] shape, NpyBody body) {
    AtomicFiles.write(file, out -> write(out, NpyHeader.of(type, shape), body));
  }

  static void write(OutputStream out, NpyHeader header, NpyBody body) throws IOException {
    out.write(header.toBytes());
    NpySink sink = new NpySink(out, header);
    body.writeTo(sink);
    sink.finish();
  }
}
