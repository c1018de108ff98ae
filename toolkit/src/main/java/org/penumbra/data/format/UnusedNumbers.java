package org.penumbra.data.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Passes over numbers that nobody uses, making sure that they are numbers.
 *
 * <p>A finite automaton whose step is one shift: the row of a byte holds, at the bit offset of each
 * state, the offset of the state that follows. So a byte costs a load that does not wait for the
 * byte before, and one shift that does. Eight bytes at a time are looked at.
 */
final class UnusedNumbers {
  private static final int BITS = 6; // of a shift distance
  private static final long WRONG = 0;
  private static final long START = BITS;
  private static final long SIGN = 2 * BITS;
  private static final long WHOLE = 3 * BITS;
  private static final long DECIMALS = 4 * BITS;
  private static final long POWER = 5 * BITS;
  private static final long POWER_SIGN = 6 * BITS;
  private static final long POWER_DIGITS = 7 * BITS;
  private static final long RETURN = 8 * BITS;
  private static final long DONE = 9 * BITS;
  private static final long OFFSET = (1 << BITS) - 1;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVERY = 0x0101010101010101L;

  private static final long[] ROWS = new long[256];

  static {
    // State 0 is wrong and stays so: no row leads out of it.
    for (char digit = '0'; digit <= '9'; digit++) {
      follow(digit, START, WHOLE);
      follow(digit, SIGN, WHOLE);
      follow(digit, WHOLE, WHOLE);
      follow(digit, DECIMALS, DECIMALS);
      follow(digit, POWER, POWER_DIGITS);
      follow(digit, POWER_SIGN, POWER_DIGITS);
      follow(digit, POWER_DIGITS, POWER_DIGITS);
    }
    for (char sign : new char[] {'+', '-'}) {
      follow(sign, START, SIGN);
      follow(sign, POWER, POWER_SIGN);
    }
    follow('.', WHOLE, DECIMALS);
    for (char power : new char[] {'e', 'E'}) {
      follow(power, WHOLE, POWER);
      follow(power, DECIMALS, POWER);
    }
    for (long end : new long[] {WHOLE, DECIMALS, POWER_DIGITS}) {
      follow(' ', end, START);
      follow('\r', end, RETURN);
      follow('\n', end, DONE);
    }
    follow('\n', RETURN, DONE);
    for (int letter = 0; letter < ROWS.length; letter++) {
      ROWS[letter] |= DONE << DONE;
    }
  }

  /** What programs print for a number that is none, in lower case without sign. */
  private static final Set<String> NONE =
      Set.of("nan", "nan(ind)", "1.#ind", "1.#qnan", "1.#snan", "1.#inf", "inf", "infinity");

  private UnusedNumbers() {}

  private static void follow(char letter, long from, long to) {
    ROWS[letter] |= to << from;
  }

  /**
   * Passes over the rest of a line: so many numbers with one blank between them, then CR LF or LF.
   *
   * @return the place after the line's end; -1 if these bytes are anything else or the text ends
   *     fewer than eight bytes behind them
   */
  static int passLine(byte[] text, int at, int numbers) {
    long state = START;
    int blanks = 0;
    for (int next = at; next <= text.length - Long.BYTES; next += Long.BYTES) {
      long eight = (long) LONG.get(text, next);
      state = ROWS[(int) eight & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 8) & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 16) & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 24) & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 32) & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 40) & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 48) & 0xff] >>> state;
      state = ROWS[(int) (eight >>> 56) & 0xff] >>> state;
      long spaces = equal(eight, ' ');
      long reached = state & OFFSET;
      if (reached == DONE) {
        int end = Long.numberOfTrailingZeros(equal(eight, '\n'));
        blanks += Long.bitCount(spaces & ((1L << end) - 1));
        return blanks == numbers - 1 ? next + (end >>> 3) + 1 : -1;
      }
      if (reached == WRONG) {
        return -1;
      }
      blanks += Long.bitCount(spaces);
    }
    return -1;
  }

  /** The top bit of each of eight ASCII bytes that equals a letter. */
  private static long equal(long eight, char letter) {
    long zero = eight ^ (EVERY * letter);
    return ~(((zero & ~(EVERY << 7)) + ~(EVERY << 7)) | zero) & (EVERY << 7);
  }

  /**
   * Whether these bytes are a number or what stands for one that the sensor did not have, as users
   * report from real files: some program's way to print not a number or infinity.
   */
  static boolean isNumber(byte[] text, int from, int to) {
    if (!Float.isNaN(DecimalFloat.parse(text, from, to))) {
      return true;
    }
    int start = from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    return to - start <= 8
        && NONE.contains(
            new String(text, start, to - start, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT));
  }
}
