package org.penumbra.tensor;

import java.util.Locale;

/** Amounts of memory for people. */
public final class Bytes {
  private static final double MIB = 1 << 20;
  private static final double GIB = 1 << 30;

  private Bytes() {}

  /** In MiB or GiB, for instance {@code 512 MiB} or {@code 2.4 GiB}. */
  public static String text(long bytes) {
    return Math.abs(bytes) < GIB
        ? String.format(Locale.ROOT, "%.0f MiB", bytes / MIB)
        : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
  }
}
