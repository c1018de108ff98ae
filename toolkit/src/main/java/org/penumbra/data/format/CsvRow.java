package org.penumbra.data.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.penumbra.core.DataFormatException;

/** The current row of a CSV of clips, by the names of its columns. */
final class CsvRow {
  private static final int SHOWN = 60; // characters of a wrong field that a message repeats

  private final String place;
  private final CsvScanner scanner;
  private final Map<CsvColumn, Integer> positions = new EnumMap<>(CsvColumn.class);
  private int columns;

  CsvRow(String place, CsvScanner scanner) {
    this.place = place;
    this.scanner = scanner;
  }

  /** Reads the names of the columns. */
  void header() throws IOException {
    if (!scanner.next()) {
      throw new DataFormatException(place, "the file is empty; expected a line of column names.");
    }
    columns = scanner.columns();
    for (int i = 0; i < columns; i++) {
      String name = text(i, "the header").toLowerCase(Locale.ROOT);
      for (CsvColumn column : CsvColumn.values()) {
        if (column.label().equals(name) && positions.put(column, i) != null) {
          throw wrong("two columns are called " + name + ".");
        }
      }
    }
    for (CsvColumn column : CsvColumn.values()) {
      if (column.isRequired() && !positions.containsKey(column)) {
        throw wrong(
            "expected the columns "
                + Stream.of(CsvColumn.values())
                    .filter(CsvColumn::isRequired)
                    .map(CsvColumn::label)
                    .toList()
                + ", found none called "
                + column.label()
                + ".");
      }
    }
  }

  /** Goes to the next row; false at the end. */
  boolean next() throws IOException {
    if (!scanner.next()) {
      return false;
    }
    if (scanner.columns() != columns) {
      throw wrong("expected " + columns + " columns as in the header, found " + scanner.columns());
    }
    return true;
  }

  int line() {
    return scanner.line();
  }

  boolean has(CsvColumn column) {
    return positions.containsKey(column);
  }

  byte[] bytes() {
    return scanner.bytes();
  }

  int start(CsvColumn column) {
    return scanner.start(positions.get(column));
  }

  int end(CsvColumn column) {
    return scanner.end(positions.get(column));
  }

  boolean isEmpty(CsvColumn column) {
    return !has(column) || start(column) == end(column);
  }

  boolean equals(CsvColumn column, byte[] text) {
    return Arrays.equals(bytes(), start(column), end(column), text, 0, text.length);
  }

  byte[] copy(CsvColumn column) {
    return Arrays.copyOfRange(bytes(), start(column), end(column));
  }

  String text(CsvColumn column) {
    return text(positions.get(column), column.label());
  }

  private String text(int index, String what) {
    int from = scanner.start(index);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes(), from, scanner.end(index) - from))
          .toString();
    } catch (CharacterCodingException failure) {
      throw new DataFormatException(
          place + ", line " + line() + ", " + what,
          "expected UTF-8 text, found other bytes; save the file as UTF-8.",
          failure);
    }
  }

  /** A whole number within bounds. */
  int integer(CsvColumn column, int low, int high) {
    int from = start(column);
    int to = end(column);
    // Python's tables turn a column of whole numbers into 3.0 as soon as one is missing.
    to -= to - from > 2 && bytes()[to - 1] == '0' && bytes()[to - 2] == '.' ? 2 : 0;
    boolean negative = from < to && bytes()[from] == '-';
    from += negative ? 1 : 0;
    long value = to == from || to - from > 10 ? Long.MAX_VALUE : 0;
    for (int at = from; at < to && value != Long.MAX_VALUE; at++) {
      int digit = bytes()[at] - '0';
      value = digit < 0 || digit > 9 ? Long.MAX_VALUE : value * 10 + digit;
    }
    value = negative ? -value : value;
    if (value < low || value > high) {
      throw wrong(column, "a whole number between " + low + " and " + high);
    }
    return (int) value;
  }

  /** What is wrong with one field of this row. */
  DataFormatException wrong(CsvColumn column, String expected) {
    String found =
        new String(bytes(), start(column), end(column) - start(column), StandardCharsets.UTF_8);
    String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "...";
    return new DataFormatException(
        place + ", line " + line() + ", column " + column.label(),
        "expected " + expected + ", found " + (found.isEmpty() ? "nothing" : "'" + shown + "'"));
  }

  private DataFormatException wrong(String problem) {
    return new DataFormatException(place + ", line " + line(), problem);
  }
}
