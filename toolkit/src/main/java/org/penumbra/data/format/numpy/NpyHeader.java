package org.penumbra.data.format.numpy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.core.DataFormatException;

/**
 * Header of a {@code .npy} file, versions 1.0 to 3.0: magic, version, length, and a Python dict of
 * {@code descr}, {@code fortran_order} and {@code shape}. Only C-order is read.
 *
 * @param type of one item
 * @param shape lengths of the axes
 * @param dataOffset byte at which items begin
 */
record NpyHeader(NpyType type, List<Long> shape, int dataOffset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int VERSION_AT = 6;
  private static final int LENGTH_AT = 8;
  private static final int HEADER_LIMIT = 1 << 16; // bytes
  private static final int ALIGNMENT = 64; // bytes, as NumPy pads

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /** The header that NumPy would write for an array in C-order. */
  static NpyHeader of(NpyType type, long... shape) {
    List<Long> axes = Arrays.stream(shape).boxed().toList();
    return new NpyHeader(type, axes, LENGTH_AT + Short.BYTES + textLength(type, axes));
  }

  /**
   * Reads a header and checks that the file holds exactly what it promises.
   *
   * @param file the whole file
   * @throws DataFormatException if anything is not as it should be
   */
  static NpyHeader read(MappedBytes file) {
    String place = file.place();
    for (int i = 0; i < MAGIC.length; i++) {
      if (i >= file.size() || file.at(i) != MAGIC[i]) {
        throw new DataFormatException(
            place + ", byte " + i,
            "expected \\x93NUMPY, the begin of a .npy file, found "
                + (i >= file.size() ? "the end" : "byte " + (file.at(i) & 0xff))
                + "; is this an array that np.save wrote?");
      }
    }
    int version = need(file, VERSION_AT, 1).at(VERSION_AT);
    if (version < 1 || version > 3) {
      throw new DataFormatException(
          place + ", byte " + VERSION_AT, "expected version 1, 2 or 3, found " + version + ".");
    }
    int width = version == 1 ? Short.BYTES : Integer.BYTES;
    need(file, LENGTH_AT, width + 1);
    long length = 0;
    for (int i = width - 1; i >= 0; i--) {
      length = (length << Byte.SIZE) | (file.at(LENGTH_AT + i) & 0xff);
    }
    if (length > HEADER_LIMIT) {
      throw new DataFormatException(
          place + ", byte " + LENGTH_AT,
          "expected a header of at most " + HEADER_LIMIT + " bytes, found " + length + ".");
    }
    int start = LENGTH_AT + width;
    need(file, start, (int) length);
    byte[] text = new byte[(int) length];
    file.copy(start, text, 0, text.length);
    NpyHeader header = new NpyHeaderText(place, start, text).header();
    header.checkSize(place, file.size());
    return header;
  }

  private static MappedBytes need(MappedBytes file, int at, int count) {
    if (file.size() < at + count) {
      throw new DataFormatException(
          file.place() + ", byte " + file.size(),
          "expected a header up to byte "
              + (at + count)
              + ", found the end; the file is cut off. Copy or write it again.");
    }
    return file;
  }

  private void checkSize(String place, long size) {
    long expected;
    try {
      expected = Math.addExact(dataOffset, Math.multiplyExact(items(), type.itemBytes()));
    } catch (ArithmeticException overflow) {
      throw new DataFormatException(
          place + ", header",
          "expected an array below 2^63 bytes, found shape " + shapeText(),
          overflow);
    }
    if (expected != size) {
      throw new DataFormatException(
          place + ", byte " + Math.min(size, expected),
          "expected "
              + expected
              + " bytes for "
              + type
              + " of shape "
              + shapeText()
              + ", found "
              + size
              + (size < expected
                  ? "; the file is cut off. Copy or write it again."
                  : "; is more than one array in it? Save each array to a file of its own."));
    }
  }

  /**
   * Number of items.
   *
   * @throws ArithmeticException if it is beyond 2^63
   */
  long items() {
    long items = 1;
    for (long length : shape) {
      items = Math.multiplyExact(items, length);
    }
    return items;
  }

  /** Number of bytes of a file with this header. */
  long fileBytes() {
    return Math.addExact(dataOffset, Math.multiplyExact(items(), type.itemBytes()));
  }

  /** Shape as Python prints it. */
  String shapeText() {
    return text(shape);
  }

  private static String text(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ""))
        + (shape.size() == 1 ? ",)" : ")");
  }

  private static String dict(NpyType type, List<Long> shape) {
    return "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + text(shape) + ", }";
  }

  private static int textLength(NpyType type, List<Long> shape) {
    int start = LENGTH_AT + Short.BYTES;
    int plain = start + dict(type, shape).length() + 1; // the closing line feed
    return (plain + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - start;
  }

  /** The header as version 1.0, padded so that items begin at a multiple of 64 bytes. */
  byte[] toBytes() {
    int length = textLength(type, shape);
    byte[] bytes = new byte[LENGTH_AT + Short.BYTES + length];
    Arrays.fill(bytes, (byte) ' ');
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) length)
        .put(dict(type, shape).getBytes(StandardCharsets.US_ASCII));
    bytes[bytes.length - 1] = '\n';
    return bytes;
  }
}
