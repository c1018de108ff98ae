package org.penumbra.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** {@code ; did you mean NAME?}, if a name is near enough. */
  static Optional<String> of(String wrong, List<String> known) {
    return known.stream()
        .filter(name -> distance(wrong, name) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(wrong, name)))
        .map(name -> "; did you mean " + name + "?");
  }

  /** {@code Did you mean NAME?} of the names that a message lists behind "one of". */
  static Optional<String> among(String wrong, String message) {
    int from = message.indexOf("one of ");
    if (from < 0) {
      return Optional.empty();
    }
    String list = message.substring(from + "one of ".length()).replaceFirst(", found '.*", "");
    String lower = wrong.toLowerCase(Locale.ROOT);
    return Arrays.stream(list.split("[\\[\\], ]+", -1))
        .filter(name -> !name.isEmpty())
        .filter(
            name ->
                distance(lower, name.toLowerCase(Locale.ROOT)) <= Math.max(2, name.length() / 3))
        .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
        .map(name -> " Did you mean " + name + "?");
  }

  /** Letters to insert, leave out or change. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
