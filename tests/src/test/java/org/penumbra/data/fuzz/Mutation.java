package org.penumbra.data.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a good file bad, in the ways that disks, downloads, editors and attackers do. */
final class Mutation {
  /** What numbers become: too large, too small, no number, another notation. */
  private static final List<String> TOKENS =
      List.of(
          "",
          "0",
          "-1",
          "1",
          "25",
          "26",
          "300",
          "65536",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "99999999999999999999",
          "1e5",
          "1E-05",
          "1e999",
          "-1e-999",
          "0.1e+2",
          "NaN",
          "nan",
          "Infinity",
          "-inf",
          "1,5",
          "0x10",
          "1_000",
          "1.2.3",
          "--1",
          "+1",
          ".5",
          "5.",
          "1d",
          "2f",
          "null",
          "true",
          "\"",
          "[",
          "]",
          "{",
          "}",
          "\u00e9",
          "\u0661");

  private final SplittableRandom random;

  Mutation(SplittableRandom random) {
    this.random = random;
  }

  /** One to four changes of a copy of the file; sometimes with a part of another file. */
  byte[] of(byte[] file, byte[] other) {
    byte[] bytes = file;
    int changes = random.nextBoolean() ? 1 : 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      bytes = change(bytes, other);
    }
    return bytes;
  }

  private byte[] change(byte[] b, byte[] other) {
    if (b.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(b.length);
    int to = Math.min(b.length, at + 1 + random.nextInt(64));
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(b, at); // cut off
      case 1 -> withByte(b, at, (byte) (b[at] ^ (1 << random.nextInt(8))));
      case 2 -> withByte(b, at, (byte) random.nextInt(256));
      case 3 -> replace(b, at, to, new byte[0]); // a hole
      case 4 -> replace(b, at, at, Arrays.copyOfRange(b, at, to)); // a repeated piece
      case 5 -> replace(b, at, to, piece(other, to - at));
      case 6 -> integer(b, at);
      case 7 -> line(b, at);
      case 8, 9 -> digit(b, at);
      default -> token(b, at);
    };
  }

  private byte[] piece(byte[] other, int length) {
    int from = random.nextInt(other.length);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + length));
  }

  /** An integer of four or eight bytes, as binary formats hold them. */
  private byte[] integer(byte[] b, int at) {
    long[] values = {0, -1, 1, 0x7f, 0xffff, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE};
    long value = values[random.nextInt(values.length)];
    byte[] changed = b.clone();
    int bytes = random.nextBoolean() ? 4 : 8;
    for (int i = 0; i < bytes && at + i < b.length; i++) {
      changed[at + i] = (byte) (value >> (8 * i));
    }
    return changed;
  }

  /** A line lost or doubled. */
  private byte[] line(byte[] b, int at) {
    int from = at;
    while (from > 0 && b[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < b.length && b[to++] != '\n') {
      // Goes to the end of the line.
    }
    byte[] line = Arrays.copyOfRange(b, from, to);
    return random.nextBoolean() ? replace(b, from, to, new byte[0]) : replace(b, to, to, line);
  }

  /** The next digit becomes another, which only an independent reading can notice. */
  private byte[] digit(byte[] b, int at) {
    for (int i = at; i < b.length; i++) {
      if (b[i] >= '0' && b[i] <= '9') {
        return withByte(b, i, (byte) ('0' + random.nextInt(10)));
      }
    }
    return b;
  }

  /** A number in text becomes another. */
  private byte[] token(byte[] b, int at) {
    int from = at;
    while (from > 0 && isNumber(b[from - 1])) {
      from--;
    }
    int to = at;
    while (to < b.length && isNumber(b[to])) {
      to++;
    }
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    return replace(b, from, to, token.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == '-' || b == '+' || b == 'e' || b == 'E';
  }

  private static byte[] withByte(byte[] b, int at, byte value) {
    byte[] changed = b.clone();
    changed[at] = value;
    return changed;
  }

  private static byte[] replace(byte[] b, int from, int to, byte[] piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(b.length + piece.length);
    out.write(b, 0, from);
    out.write(piece, 0, piece.length);
    out.write(b, to, b.length - to);
    return out.toByteArray();
  }
}
