package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.penumbra.core.DataFormatException;

/**
 * Splits comma-separated text into rows of fields, on bytes and without making objects: quotes as
 * in RFC 4180, CRLF or LF, blank lines passed over. Every row must end with a line break, because
 * only so a file that was cut off in its last number can be told from a whole one.
 */
final class CsvScanner {
  private static final int START_BYTES = 1 << 16;
  private static final int MOST_BYTES = 1 << 20; // one row
  private static final byte[] SEPARATORS = {',', ';', '\t'};

  private final String place;
  private final InputStream in;
  private byte[] buffer = new byte[START_BYTES];
  private int position; // start of what is not yet read
  private int limit; // end of what is in the buffer
  private byte separator;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int columns;
  private int line; // first line of the row, from 1
  private int nextLine = 1;

  CsvScanner(String place, InputStream in) {
    this.place = place;
    this.in = in;
  }

  /** Goes to the next row that is not blank; false at the end of the file. */
  boolean next() throws IOException {
    while (true) {
      int end = rowEnd();
      if (end < 0) {
        return false;
      }
      int start = position;
      position = end + 1;
      int last = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
      if (last > start) {
        if (separator == 0) {
          start = afterMark(start, last);
          separator = mostFrequent(start, last);
        }
        split(start, last);
        return true;
      }
    }
  }

  /** Number of fields of the row. */
  int columns() {
    return columns;
  }

  /** Number of the row's first line, from 1. */
  int line() {
    return line;
  }

  /** Holds the fields of the row until the next one is asked for. */
  byte[] bytes() {
    return buffer;
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return ends[column];
  }

  /** Index of the line feed that ends the row, reading on as needed; below 0 at the end. */
  private int rowEnd() throws IOException {
    line = nextLine;
    boolean quoted = false;
    for (int at = position; ; at++) {
      if (at == limit) {
        int moved = position;
        if (!refill()) {
          if (position == limit) {
            return -1;
          }
          throw wrong(
              quoted
                  ? "a quote is opened and never closed; the file may be cut off."
                  : "the last line does not end with a line break, so the file may be cut off. If "
                      + "it is whole, add a line break at its end.");
        }
        at -= moved - position;
      }
      byte value = buffer[at];
      quoted ^= value == '"';
      if (value == '\n') {
        nextLine++;
        if (!quoted) {
          return at;
        }
      }
    }
  }

  private boolean refill() throws IOException {
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length) {
      if (limit >= MOST_BYTES) {
        throw wrong("expected lines of at most 1 MiB, found a longer one. Is this a CSV file?");
      }
      buffer = Arrays.copyOf(buffer, limit * 2);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read > 0;
  }

  private int afterMark(int start, int end) {
    if (end - start >= 2 && ((buffer[start] & 0xff) >= 0xfe || buffer[start + 1] == 0)) {
      throw wrong("expected UTF-8 text, found UTF-16 or binary data; save it as CSV in UTF-8.");
    }
    boolean mark =
        end - start >= 3
            && buffer[start] == (byte) 0xef
            && buffer[start + 1] == (byte) 0xbb
            && buffer[start + 2] == (byte) 0xbf;
    return mark ? start + 3 : start;
  }

  private byte mostFrequent(int start, int end) {
    byte best = 0;
    int most = 0;
    for (byte candidate : SEPARATORS) {
      int count = 0;
      boolean quoted = false;
      for (int at = start; at < end; at++) {
        quoted ^= buffer[at] == '"';
        count += !quoted && buffer[at] == candidate ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    if (best == 0) {
      throw wrong(
          "expected names of columns separated by comma, semicolon or tab, found none of these.");
    }
    return best;
  }

  private void split(int start, int end) {
    columns = 0;
    int at = start;
    while (true) {
      if (columns == starts.length) {
        starts = Arrays.copyOf(starts, columns * 2);
        ends = Arrays.copyOf(ends, columns * 2);
      }
      at = at < end && buffer[at] == '"' ? quoted(at, end) : plain(at, end);
      columns++;
      if (at >= end) {
        return;
      }
      at++; // the separator; if it is the last byte, an empty field follows
    }
  }

  private int plain(int start, int end) {
    int at = start;
    while (at < end && buffer[at] != separator) {
      if (buffer[at] == '"' || buffer[at] == '\r') {
        throw wrong(
            buffer[at] == '"'
                ? "column "
                    + (columns + 1)
                    + ": a quote inside a field that does not begin with one."
                : "a carriage return inside a line; expected lines that end with LF or CRLF.");
      }
      at++;
    }
    int from = start;
    int to = at;
    while (from < to && buffer[from] == ' ') {
      from++;
    }
    while (to > from && buffer[to - 1] == ' ') {
      to--;
    }
    starts[columns] = from;
    ends[columns] = to;
    return at;
  }

  /** Takes the quotes off in place. */
  private int quoted(int start, int end) {
    int to = start;
    int at = start + 1;
    while (at < end && (buffer[at] != '"' || (at + 1 < end && buffer[at + 1] == '"'))) {
      at += buffer[at] == '"' ? 1 : 0;
      buffer[to++] = buffer[at++];
    }
    at++; // the closing quote
    if (at < end && buffer[at] != separator) {
      throw wrong("column " + (columns + 1) + ": expected a separator after the closing quote.");
    }
    starts[columns] = start;
    ends[columns] = to;
    return at;
  }

  private DataFormatException wrong(String problem) {
    return new DataFormatException(place + ", line " + line, problem);
  }
}
