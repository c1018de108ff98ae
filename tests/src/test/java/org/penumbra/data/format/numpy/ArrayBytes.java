package org.penumbra.data.format.numpy;

import java.util.Map;

/** Array files out of bytes, for tests of other packages. */
public final class ArrayBytes {
  private ArrayBytes() {}

  /** A {@code .npy} file. */
  public static NumpyArray npy(byte[] content) {
    return NumpyArray.of(MappedBytes.of("a.npy", content));
  }

  /** An {@code .npz} file that may unpack to 1 MiB. */
  public static Map<String, NumpyArray> npz(byte[] content) {
    return NpzReader.read("a.npz", content, 1 << 20);
  }
}
