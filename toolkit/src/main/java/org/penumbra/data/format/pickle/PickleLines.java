package org.penumbra.data.format.pickle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.penumbra.data.format.numpy.MappedBytes;

/** The parts of a pickle that are written as lines of text, mostly by protocol 0. */
final class PickleLines {
  private static final int HEX = 16;

  private PickleLines() {}

  /** A number after the opcode I, L or F; I writes bool as 00 and 01. */
  static Object number(PickleInput in, int opcode) {
    String line = in.numberLine();
    try {
      if (opcode == 'F') {
        return Double.parseDouble(python(line));
      }
      if (opcode == 'I' && (line.equals("00") || line.equals("01"))) {
        return line.equals("01");
      }
      boolean suffix = opcode == 'L' && line.endsWith("L");
      return Long.parseLong(suffix ? line.substring(0, line.length() - 1) : line);
    } catch (NumberFormatException failure) {
      throw in.wrong("expected a number below 2^63, found '" + line + "'");
    }
  }

  private static String python(String line) {
    return switch (line) {
      case "nan" -> "NaN";
      case "inf" -> "Infinity";
      case "-inf" -> "-Infinity";
      default -> {
        if (!line.matches("[-+0-9.eE]+")) { // Java would read 1d and 0x1p3 too
          throw new NumberFormatException(line);
        }
        yield line;
      }
    };
  }

  /** Number of a memo entry. */
  static long index(PickleInput in) {
    return number(in, 'L') instanceof Long number ? number : -1;
  }

  /** Text after the opcode S (Python 2, quoted) or V (raw-unicode-escape). */
  static PickleText text(PickleInput in, int opcode) {
    byte[] line = in.line();
    in.spent(3L * line.length);
    byte[] content = opcode == 'S' ? unquoted(in, line) : unescaped(in, line);
    MappedBytes source = MappedBytes.of(in.place(), content);
    return new PickleText(source, 0, content.length, opcode == 'S');
  }

  private static byte[] unescaped(PickleInput in, byte... line) {
    StringBuilder text = new StringBuilder(line.length);
    int i = 0;
    while (i < line.length) {
      int digits =
          line[i] != '\\' || i + 1 == line.length
              ? 0
              : line[i + 1] == 'u' ? 4 : line[i + 1] == 'U' ? 8 : 0;
      if (digits == 0) {
        text.append((char) (line[i] & 0xff));
        i++;
      } else {
        int point = hex(in, line, i + 2, digits);
        if (!Character.isValidCodePoint(point)) {
          throw in.wrong("expected a Unicode character, found number " + point);
        }
        text.appendCodePoint(point);
        i += 2 + digits;
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] unquoted(PickleInput in, byte... line) {
    int end = line.length - 1;
    if (end < 1 || (line[0] != '\'' && line[0] != '"') || line[end] != line[0]) {
      throw in.wrong("expected a text in quotes, found another line");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(line.length);
    int i = 1;
    while (i < end) {
      if (line[i] != '\\' || i + 1 == end) {
        bytes.write(line[i]);
        i++;
        continue;
      }
      byte escape = line[i + 1];
      i += 2;
      switch (escape) {
        case 'n' -> bytes.write('\n');
        case 'r' -> bytes.write('\r');
        case 't' -> bytes.write('\t');
        case '\\', '\'', '"' -> bytes.write(escape);
        case 'x' -> {
          bytes.write(hex(in, line, i, 2));
          i += 2;
        }
        default -> throw in.wrong("expected an escape of Python's repr, found another");
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(PickleInput in, byte[] line, int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = i < line.length ? Character.digit((char) line[i], HEX) : -1;
      if (digit < 0) {
        throw in.wrong("expected " + digits + " hexadecimal digits, found others");
      }
      value = (value << 4) | digit;
    }
    return value;
  }
}
