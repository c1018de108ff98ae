package org.penumbra.data.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers in ASCII bytes as floats, bit for bit as {@link Float#parseFloat} gives them, and
 * without making a text of each.
 *
 * <p>Why this is exact: digits below 2^53 and a power of ten up to 10^22 are exact doubles, so one
 * division gives the double nearest to the number. Rounding that double to float gives the float
 * nearest to the number, unless the double lies exactly half way between two floats: every half way
 * point is itself a double, and rounding to double never crosses one. Such doubles, and everything
 * outside these ranges, go to {@link Float#parseFloat}.
 */
final class DecimalFloat {
  /** {@link #scan} leaves this number to {@link #parse}. */
  static final long NOT_PLAIN = -1;

  /** {@link #scan} may look so many bytes ahead, whatever the number is. */
  static final int LOOK_AHEAD = 32;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final double[] POWERS = new double[23];
  private static final int[] SMALL_POWERS = new int[9];

  private static final int MOST_WHOLE_DIGITS = 4;
  private static final int MOST_SCANNED_DECIMALS = 11; // 15 digits in all, always below 2^53
  private static final long MOST_EXACT = 1L << 53;
  private static final int MOST_EXPONENT = 99_999;

  private static final long BELOW_FLOAT = (1L << 29) - 1; // bits of a double that a float drops
  private static final long HALF_WAY = 1L << 28;

  static {
    double power = 1;
    for (int i = 0; i < POWERS.length; i++, power *= 10) {
      POWERS[i] = power;
    }
    for (int i = 0; i < SMALL_POWERS.length; i++) {
      SMALL_POWERS[i] = (int) POWERS[i];
    }
  }

  private DecimalFloat() {}

  /**
   * Reads a number like {@code -0.2181153}: a sign or none, one to four digits, a point, up to
   * eleven decimals.
   *
   * @param at where it begins; {@link #LOOK_AHEAD} bytes from there must exist
   * @return the place after the number in the upper 32 bits, the float's bits in the lower; or
   *     {@link #NOT_PLAIN} if it has another form. What stands behind it is not looked at.
   */
  static long scan(byte[] text, int at) {
    int sign = text[at] == '-' ? 1 : 0;
    int next = at + sign;
    long digits = (long) text[next] - '0';
    if (digits < 0 || digits > 9) {
      return NOT_PLAIN;
    }
    int limit = next + MOST_WHOLE_DIGITS;
    for (next++; isDigit(text[next]); next++) {
      if (next == limit) {
        return NOT_PLAIN;
      }
      digits = digits * 10 + (text[next] - '0');
    }
    int decimals = 0;
    if (text[next] == '.') {
      next++;
      long eight = (long) LONG.get(text, next);
      decimals = leadingDigits(eight);
      if (decimals == 0) {
        return NOT_PLAIN;
      }
      digits = digits * SMALL_POWERS[decimals] + value(eight << (64 - 8 * decimals));
      next += decimals;
      if (decimals == 8) {
        for (; isDigit(text[next]); next++, decimals++) {
          if (decimals == MOST_SCANNED_DECIMALS) {
            return NOT_PLAIN;
          }
          digits = digits * 10 + (text[next] - '0');
        }
      }
    }
    double exact = digits / POWERS[decimals];
    long bits = Double.doubleToRawLongBits(exact);
    if ((bits & BELOW_FLOAT) == HALF_WAY) {
      return NOT_PLAIN;
    }
    // No power above 10^11 divides here, so nothing but zero is below the smallest normal float.
    return ((long) next << 32) | ((long) sign << 31) | Float.floatToRawIntBits((float) exact);
  }

  /** How many of eight bytes, the first in the lowest bits, are digits before another comes. */
  private static int leadingDigits(long eight) {
    long other =
        ((eight & 0xF0F0F0F0F0F0F0F0L) ^ 0x3030303030303030L)
            | (((eight + 0x0606060606060606L) & 0xF0F0F0F0F0F0F0F0L) ^ 0x3030303030303030L);
    return Long.numberOfTrailingZeros(other) >>> 3;
  }

  /** The number that eight digits make, the first in the lowest bits; a zero byte counts as 0. */
  private static long value(long eight) {
    long digits = eight & 0x0F0F0F0F0F0F0F0FL;
    long pairs = digits * 10 + (digits >>> 8);
    long low = (pairs & 0x000000FF000000FFL) * (100 + (1_000_000L << 32));
    long high = ((pairs >>> 16) & 0x000000FF000000FFL) * (1 + (10_000L << 32));
    return (low + high) >>> 32;
  }

  /**
   * Reads a decimal number of any form that {@link Float#parseFloat} reads, without blanks, type
   * letters, hexadecimal digits and words.
   *
   * @param from first byte
   * @param to after the last byte
   * @return its value, infinite if it is too large; NaN if these bytes are no decimal number
   */
  static float parse(byte[] text, int from, int to) {
    int next = from;
    boolean negative = next < to && text[next] == '-';
    if (negative || (next < to && text[next] == '+')) {
      next++;
    }
    long digits = 0;
    int count = 0;
    int decimals = 0;
    boolean point = false;
    boolean exact = true;
    for (; next < to && (isDigit(text[next]) || (text[next] == '.' && !point)); next++) {
      if (text[next] == '.') {
        point = true;
        continue;
      }
      count++;
      decimals += point ? 1 : 0;
      exact &= digits < MOST_EXACT / 10 - 1;
      digits = exact ? digits * 10 + (text[next] - '0') : digits;
    }
    if (count == 0) {
      return Float.NaN;
    }
    int exponent = 0;
    if (next < to && (text[next] == 'e' || text[next] == 'E')) {
      next++;
      boolean down = next < to && text[next] == '-';
      if (down || (next < to && text[next] == '+')) {
        next++;
      }
      if (next == to) {
        return Float.NaN;
      }
      for (; next < to && isDigit(text[next]); next++) {
        exponent = Math.min(MOST_EXPONENT, exponent * 10 + (text[next] - '0'));
      }
      exact &= exponent < MOST_EXPONENT;
      exponent = down ? -exponent : exponent;
    }
    if (next != to) {
      return Float.NaN;
    }
    int power = exponent - decimals;
    if (exact && Math.abs(power) < POWERS.length) {
      double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
      long bits = Double.doubleToRawLongBits(value);
      if ((bits & BELOW_FLOAT) != HALF_WAY && (digits == 0 || value >= Float.MIN_NORMAL)) {
        return (float) (negative ? -value : value);
      }
    }
    return Float.parseFloat(new String(text, from, to - from, StandardCharsets.ISO_8859_1));
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }
}
