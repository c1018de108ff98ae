package org.penumbra.data.format.pickle;

import org.penumbra.data.format.numpy.MappedBytes;

/** Pickles out of bytes, for tests of other packages. */
public final class PickleContent {
  private PickleContent() {}

  /** A pickle whose objects may take 1 MiB. */
  public static PickleValue read(byte[] content) {
    return Pickle.read(MappedBytes.of("a.pkl", content), 1 << 20);
  }
}
