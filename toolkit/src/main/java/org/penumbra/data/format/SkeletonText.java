package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;
import org.penumbra.core.DataFormatException;

/** Lines of an ASCII file, cut into fields at blanks; lines end with LF or CR LF. */
final class SkeletonText {
  /** Numbers of so many digits fit a long. */
  static final int MOST_DIGITS = 18;

  private static final int SHOWN = 40; // letters of a wrong field that a message repeats
  private static final int MOST_FIELDS = 16;

  private final String place;
  private final byte[] text;
  private int line; // where the present line begins
  private int next; // where the next one does
  private int fields;
  private final int[] starts = new int[MOST_FIELDS];
  private final int[] ends = new int[MOST_FIELDS];

  SkeletonText(String place, byte[] text) {
    this.place = place;
    this.text = text;
  }

  byte[] bytes() {
    return text;
  }

  /** Where the next line begins. */
  int next() {
    return next;
  }

  /** Goes on behind lines that were read in another way. */
  void continueAt(int place) {
    next = place;
  }

  /** Number of bytes from the next line on. */
  int remaining() {
    return text.length - next;
  }

  /**
   * Cuts the next line into its fields.
   *
   * @return how many it has, also when that is more than can be asked for; -1 at the end
   */
  int readLine() {
    line = next;
    fields = 0;
    if (next >= text.length) {
      return -1;
    }
    int end = line;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    next = Math.min(text.length, end + 1);
    end -= end > line && text[end - 1] == '\r' ? 1 : 0;
    int at = line;
    while (at < end) {
      if (isBlank(text[at])) {
        at++;
        continue;
      }
      int start = at;
      while (at < end && !isBlank(text[at])) {
        at++;
      }
      if (fields < MOST_FIELDS) {
        starts[fields] = start;
        ends[fields] = at;
      }
      fields++;
    }
    return fields;
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t';
  }

  /** A field as a decimal number; NaN if it is none. */
  float number(int field) {
    return DecimalFloat.parse(text, starts[field], ends[field]);
  }

  /** Whether a field that nobody uses holds what it should. */
  boolean isUnusedNumber(int field) {
    return UnusedNumbers.isNumber(text, starts[field], ends[field]);
  }

  /** A field of at most {@link #MOST_DIGITS} digits as a number; -1 if it is anything else. */
  long digits(int field) {
    long value = 0;
    for (int at = starts[field]; at < ends[field]; at++) {
      int digit = text[at] - '0';
      if (digit < 0 || digit > 9 || at - starts[field] >= MOST_DIGITS) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  String field(int field) {
    return new String(
        text, starts[field], ends[field] - starts[field], StandardCharsets.ISO_8859_1);
  }

  /** A field as messages show it: not too long, without what a terminal would obey. */
  String shown(int field) {
    String whole = field(field);
    String cut = whole.length() <= SHOWN ? whole : whole.substring(0, SHOWN) + "...";
    return "'" + cut.replaceAll("[^ -~]", "?") + "'";
  }

  /** A problem in the present line, or at the end of the file if there is none. */
  DataFormatException wrong(String where, String expected, String found) {
    int number = 1;
    for (int at = 0; at < Math.min(line, text.length); at++) {
      number += text[at] == '\n' ? 1 : 0;
    }
    return new DataFormatException(
        place + ", line " + number + where,
        "expected "
            + expected
            + ", found "
            + found
            + ". The file is damaged or no NTU RGB+D skeleton; copy or unpack it again.");
  }
}
