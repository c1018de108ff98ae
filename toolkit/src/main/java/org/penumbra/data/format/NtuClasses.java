package org.penumbra.data.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Classes of NTU RGB+D by their action numbers, where a file has no names of them. */
final class NtuClasses {
  private NtuClasses() {}

  /** A001, A002 and so on. */
  static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(action -> String.format(Locale.ROOT, "A%03d", action))
        .toList();
  }
}
