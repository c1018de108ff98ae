package org.penumbra.data.format.pickle;

import java.nio.charset.StandardCharsets;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.MappedBytes;

/** Reads the parts of a pickle one after the other; knows where it is and what may be spent. */
final class PickleInput {
  private static final int NUMBER_LINE = 64; // longest line of a number, in bytes
  private static final int NAME_LINE = 256; // longest line of a global's name

  private final MappedBytes bytes;
  private final Budget budget;
  private long at;
  private long opcodeAt;

  PickleInput(MappedBytes bytes, Budget budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  MappedBytes bytes() {
    return bytes;
  }

  boolean atEnd() {
    return at == bytes.size();
  }

  int opcode() {
    opcodeAt = at;
    return unsigned();
  }

  int unsigned() {
    return bytes.at(take(1)) & 0xff;
  }

  int unsignedShort() {
    return unsigned() | (unsigned() << Byte.SIZE);
  }

  int integer() {
    return bytes.intAt(take(Integer.BYTES));
  }

  long length4() {
    return integer() & 0xffff_ffffL;
  }

  long length8() {
    return bytes.longAt(take(Long.BYTES));
  }

  double bigEndianDouble() {
    return Double.longBitsToDouble(Long.reverseBytes(length8()));
  }

  /** A whole number of so many bytes, little-endian, signed. */
  long number(long length) {
    if (length < 0 || length > Long.BYTES) {
      throw wrong("expected a whole number of at most 8 bytes, found " + length + " bytes");
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      value |= (long) unsigned() << (Byte.SIZE * i);
    }
    int unused = (int) (Long.SIZE - Byte.SIZE * length);
    return length == 0 ? 0 : value << unused >> unused;
  }

  /** Passes over bytes; returns where they begin. */
  long take(long length) {
    long from = at;
    if (length < 0 || length > bytes.size() - at) {
      throw wrong(
          "expected "
              + (length < 0 ? "a length below 2^63" : length + " more bytes")
              + " at byte "
              + at
              + ", found "
              + (bytes.size() - at)
              + "; the file is cut off or damaged. Copy or write it again");
    }
    at += length;
    return from;
  }

  String numberLine() {
    return latin(line(NUMBER_LINE));
  }

  String nameLine() {
    return latin(line(NAME_LINE));
  }

  /** A line of any length that the budget allows, without its end. */
  byte[] line() {
    return line(Integer.MAX_VALUE - 8);
  }

  private byte[] line(int limit) {
    long end = at;
    while (end < bytes.size() && end - at <= limit && bytes.at(end) != '\n') {
      end++;
    }
    if (end == bytes.size() || end - at > limit) {
      throw wrong(
          end == bytes.size()
              ? "expected a line's end, found the file's; the file is cut off or damaged"
              : "expected a line of at most " + limit + " bytes, found a longer one");
    }
    byte[] line = new byte[(int) spent(end - at)];
    bytes.copy(at, line, 0, line.length);
    at = end + 1;
    return line;
  }

  private static String latin(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1);
  }

  /** Counts heap; returns its size. */
  long spent(long size) {
    if (!budget.spend(size)) {
      throw wrong(
          "needs more than "
              + (budget.limit() >> 20)
              + " MiB for its small objects; refused to protect the machine. Is it a data set? Then"
              + " save it with pickle.dump(data, file, protocol=4), or start Java with more memory"
              + " (-Xmx)");
    }
    return size;
  }

  /** File and byte of the opcode, for messages. */
  String place() {
    return bytes.place() + ", byte " + opcodeAt;
  }

  DataFormatException wrong(String problem) {
    return new DataFormatException(place(), problem + ".");
  }
}
