package org.penumbra.data.format.numpy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.penumbra.core.DataFormatException;

/** Parses the dict of a {@code .npy} header: quoted names, True and False, a tuple of numbers. */
final class NpyHeaderText {
  private static final int MOST_AXES = 32;

  private final String place;
  private final int start; // of the text in the file
  private final String text;
  private int at;

  NpyHeaderText(String place, int start, byte[] text) {
    this.place = place;
    this.start = start;
    this.text = new String(text, StandardCharsets.ISO_8859_1);
  }

  NpyHeader header() {
    NpyType type = null;
    List<Long> shape = null;
    Set<String> seen = new HashSet<>();
    expect('{');
    while (peek() != '}') {
      int keyAt = at;
      String key = quoted();
      if (!seen.add(key)) {
        throw wrong(keyAt, "each field once", "'" + key + "' twice");
      }
      expect(':');
      switch (key) {
        case "descr" -> type = type();
        case "fortran_order" -> order();
        case "shape" -> shape = shape();
        default ->
            throw wrong(keyAt, "descr, fortran_order or shape", "'" + NpyType.shortened(key) + "'");
      }
      if (peek() != '}') {
        expect(',');
      }
    }
    expect('}');
    for (String key : List.of("descr", "fortran_order", "shape")) {
      if (!seen.contains(key)) {
        throw wrong(at, "a header with '" + key + "'", "none");
      }
    }
    if (peek() != 0) {
      throw wrong(at, "nothing after the header's }", "'" + peek() + "'");
    }
    return new NpyHeader(type, shape, start + text.length());
  }

  private NpyType type() {
    char first = peek();
    String where = place + ", byte " + (start + at);
    if (first == '[' || first == '(') {
      throw NpyType.refused(where, "[...]", "structured items", "astype('<f4')");
    }
    return NpyType.parse(where, quoted());
  }

  private void order() {
    peek();
    int from = at;
    if (text.startsWith("False", at)) {
      at += "False".length();
    } else if (text.startsWith("True", at)) {
      throw new DataFormatException(
          place + ", byte " + (start + from),
          "expected C-order, found Fortran order (fortran_order: True). In Python:"
              + " np.save(file, np.ascontiguousarray(a)).");
    } else {
      throw wrong(from, "True or False", "'" + peek() + "'");
    }
  }

  private List<Long> shape() {
    List<Long> axes = new ArrayList<>();
    expect('(');
    while (peek() != ')') {
      int from = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == from || at - from > 18) {
        throw wrong(from, "the length of an axis, from 0 to 10^18", "'" + show(from) + "'");
      }
      axes.add(Long.parseLong(text.substring(from, at)));
      if (axes.size() > MOST_AXES) {
        throw wrong(from, "at most " + MOST_AXES + " axes", "more");
      }
      if (peek() == 'L') { // Python 2 wrote so
        at++;
      }
      if (peek() != ')') {
        expect(',');
      }
    }
    expect(')');
    return axes;
  }

  private String quoted() {
    char quote = peek();
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw wrong(at, "a quoted text", "'" + show(at) + "'");
    }
    String content = text.substring(at + 1, end);
    at = end + 1;
    return content;
  }

  private void expect(char symbol) {
    if (peek() != symbol) {
      throw wrong(at, "'" + symbol + "'", at < text.length() ? "'" + show(at) + "'" : "the end");
    }
    at++;
  }

  /** The next character that is no blank; 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private String show(int from) {
    return text.substring(from, Math.min(text.length(), from + 20)).strip();
  }

  private DataFormatException wrong(int position, String expected, String found) {
    return new DataFormatException(
        place + ", byte " + (start + position),
        "expected " + expected + " in the header, found " + found + ".");
  }
}
