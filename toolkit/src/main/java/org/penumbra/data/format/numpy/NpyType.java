package org.penumbra.data.format.numpy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;

/**
 * What one item of an array is: little-endian float16, float32, float64, int32, int64, uint8, bool
 * or text of a fixed number of code points.
 *
 * @param kind NumPy's letter: {@code f i u b U}
 * @param itemBytes bytes of one item, at least 1
 */
public record NpyType(char kind, int itemBytes) {
  /** 4 bytes. */
  public static final NpyType FLOAT32 = new NpyType('f', 4);

  /** 8 bytes. */
  public static final NpyType FLOAT64 = new NpyType('f', 8);

  /** 8 bytes. */
  public static final NpyType INT64 = new NpyType('i', 8);

  /** 1 byte. */
  public static final NpyType UINT8 = new NpyType('u', 1);

  /** 1 byte, 0 or 1. */
  public static final NpyType BOOL = new NpyType('b', 1);

  private static final int TEXT_UNIT = 4; // bytes of a code point
  private static final int TEXT_LIMIT = 1 << 16; // code points
  private static final Pattern FORM = Pattern.compile("([<>|=]?)([a-zA-Z?])(\\d{0,9})");

  /** Text of at most so many code points. */
  public static NpyType text(int codePoints) {
    return new NpyType('U', TEXT_UNIT * Math.max(1, codePoints));
  }

  /**
   * The type of NumPy's own text for it, for instance {@code <f4}.
   *
   * @param place where the text stands, for the message
   * @throws DataFormatException if it is big-endian or another type
   */
  public static NpyType parse(String place, String descr) {
    Matcher form = FORM.matcher(descr);
    if (!form.matches()) {
      throw refused(place, descr, "unknown type", "astype('<f4')");
    }
    char kind = form.group(2).equals("?") ? 'b' : form.group(2).charAt(0);
    int size = form.group(3).isEmpty() ? 1 : Integer.parseInt(form.group(3));
    if (form.group(1).equals(">")) {
      String little = "'<" + kind + size + "'";
      throw refused(place, descr, "big-endian", "astype(" + little + ")");
    }
    boolean known =
        switch (kind) {
          case 'f' -> size == 2 || size == 4 || size == 8;
          case 'i' -> size == 4 || size == 8;
          case 'u', 'b' -> size == 1;
          case 'U' -> size >= 1 && size <= TEXT_LIMIT;
          default -> false;
        };
    if (!known) {
      throw refused(place, descr, what(kind), "astype('" + remedy(kind) + "')");
    }
    return kind == 'U' ? text(size) : new NpyType(kind, size);
  }

  private static String what(char kind) {
    return switch (kind) {
      case 'O' -> "Python objects, which only running code could read";
      case 'c' -> "complex numbers";
      case 'S' -> "byte strings";
      case 'V' -> "structured items";
      default -> "another type";
    };
  }

  private static String remedy(char kind) {
    return switch (kind) {
      case 'i', 'u' -> "<i8";
      case 'S', 'U' -> "<U64";
      default -> "<f4";
    };
  }

  static DataFormatException refused(String place, String descr, String what, String remedy) {
    return new DataFormatException(
        place,
        "expected type <f2, <f4, <f8, <i4, <i8, |u1, |b1 or <U, found '"
            + shortened(descr)
            + "' ("
            + what
            + "). In Python: np.ascontiguousarray(a)."
            + remedy
            + ", then save again.");
  }

  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }

  /** Whether items are float16, float32 or float64. */
  public boolean isFloat() {
    return kind == 'f';
  }

  /** Whether items are whole numbers or bool. */
  public boolean isWhole() {
    return kind == 'i' || kind == 'u' || kind == 'b';
  }

  /** Whether items are text. */
  public boolean isText() {
    return kind == 'U';
  }

  /** As NumPy writes it in a header. */
  @Override
  public String toString() {
    int size = isText() ? itemBytes / TEXT_UNIT : itemBytes;
    return String.format(Locale.ROOT, "%s%s%d", itemBytes == 1 ? "|" : "<", kind, size);
  }
}
