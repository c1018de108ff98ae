package org.penumbra.data.format;

import java.nio.charset.StandardCharsets;

/** Plain decimal numbers in ASCII, as {@code -1.5}, {@code .5} or {@code 1.2e-05}. */
final class NumberText {
  private NumberText() {}

  /** Whether the bytes are one number and nothing else; NaN, infinities and hexadecimal are not. */
  static boolean isNumber(byte[] text, int from, int to) {
    int at = afterSign(text, from, to);
    int mantissa = at;
    at = afterDigits(text, at, to);
    int digits = at - mantissa;
    if (at < to && text[at] == '.') {
      int fraction = ++at;
      at = afterDigits(text, at, to);
      digits += at - fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < to && (text[at] | 0x20) == 'e') {
      int exponent = afterSign(text, at + 1, to);
      at = afterDigits(text, exponent, to);
      return at > exponent && at == to;
    }
    return at == to;
  }

  private static int afterSign(byte[] text, int at, int to) {
    return at < to && (text[at] == '-' || text[at] == '+') ? at + 1 : at;
  }

  private static int afterDigits(byte[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  /** The nearest float of a number; infinite if it is too large. */
  static float toFloat(byte[] text, int from, int to) {
    return Float.parseFloat(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
  }

  /** The nearest double of a number; infinite if it is too large. */
  static double toDouble(byte[] text, int from, int to) {
    return Double.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
  }
}
