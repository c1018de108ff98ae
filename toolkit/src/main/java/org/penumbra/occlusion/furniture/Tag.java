package org.penumbra.occlusion.furniture;

import java.util.HexFormat;
import org.penumbra.core.RandomKey;

/** Eight hexadecimal digits that stand for a value in a name. */
final class Tag {
  private Tag() {}

  static String of(RandomKey key) {
    return HexFormat.of().toHexDigits((int) (key.state() >>> 32));
  }
}
