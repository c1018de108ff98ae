package org.penumbra.data.report;

import java.util.List;
import java.util.Locale;

/** Words for sentences: a few names of many, numbers with their nouns. */
final class Names {
  private static final int SHOWN = 3;

  private Names() {}

  /** The first few and how many more. */
  static String few(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
  }

  /** A number and its noun, in the plural unless it is 1. */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s", number, noun + (number == 1 ? "" : "s"));
  }

  /** Percent with as many digits as a small share needs. */
  static String percent(double value) {
    return String.format(Locale.ROOT, value > 0 && value < 0.1 ? "%.4f %%" : "%.1f %%", value);
  }
}
