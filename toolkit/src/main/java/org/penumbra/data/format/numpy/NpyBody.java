package org.penumbra.data.format.numpy;

import java.io.IOException;

/** Writes the items of an array, in C-order. */
@FunctionalInterface
public interface NpyBody {
  /** Puts every item; may be asked more than once and always puts the same. */
  void writeTo(NpySink sink) throws IOException;
}
