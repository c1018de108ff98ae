package org.penumbra.data.format.numpy;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.penumbra.core.DataFormatException;

/**
 * An array of a {@code .npy} file, an {@code .npz} entry or a pickle, in C-order, read where it
 * lies. Opening one costs neither heap nor time, whatever its size; items are converted when they
 * are asked for. Any number of threads may read.
 *
 * <pre>{@code
 * NumpyArray data = NumpyArray.map(Path.of("train_position.npy"));
 * data.copyFloats(sample * length, target, 0, length);
 * }</pre>
 */
public final class NumpyArray {
  private final String place;
  private final NpyType type;
  private final long[] shape;
  private final MappedBytes bytes;
  private final long from;

  /**
   * Items in bytes.
   *
   * @param place what to call the array in messages
   * @param bytes where the items are
   * @param from first byte of the first item
   * @throws DataFormatException if the bytes end before the last item
   */
  public NumpyArray(String place, NpyType type, long[] shape, MappedBytes bytes, long from) {
    this.place = place;
    this.type = type;
    this.shape = shape.clone();
    this.bytes = bytes;
    this.from = from;
    long needed;
    try {
      needed = Math.multiplyExact(items(), type.itemBytes());
    } catch (ArithmeticException overflow) {
      throw new DataFormatException(
          place, "expected an array below 2^63 bytes, found " + describe() + ".", overflow);
    }
    if (from < 0 || needed > bytes.size() - from) {
      throw new DataFormatException(
          place,
          "expected "
              + needed
              + " bytes for "
              + describe()
              + ", found "
              + (bytes.size() - from)
              + ".");
    }
  }

  /**
   * Maps a {@code .npy} file.
   *
   * @throws org.penumbra.core.DataNotFoundException if there is no such file
   * @throws DataFormatException if it is cut off or too long, in Fortran order, big-endian, or of a
   *     type that is not read; the message says what to do in Python
   */
  public static NumpyArray map(Path file) {
    return map(file, MappedBytes.WINDOW);
  }

  static NumpyArray map(Path file, int window) {
    MappedBytes whole = MappedBytes.open(file, window);
    NpyHeader header = NpyHeader.read(whole);
    // Mapped again from the first item on, so that no item lies on two windows.
    long length = whole.size() - header.dataOffset();
    MappedBytes items = MappedBytes.part(file, header.dataOffset(), length, window);
    return new NumpyArray(file.toString(), header.type(), axes(header), items, 0);
  }

  /** The array of bytes that are a whole {@code .npy} file. */
  static NumpyArray of(MappedBytes file) {
    NpyHeader header = NpyHeader.read(file);
    return new NumpyArray(file.place(), header.type(), axes(header), file, header.dataOffset());
  }

  private static long[] axes(NpyHeader header) {
    return header.shape().stream().mapToLong(Long::longValue).toArray();
  }

  /** The file, as messages name it. */
  public String place() {
    return place;
  }

  /** What an item is. */
  public NpyType type() {
    return type;
  }

  /** Lengths of the axes; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /** Shape and type for messages, for instance {@code <f4 (576, 3, 50, 25, 2)}. */
  public String describe() {
    return type
        + " "
        + Arrays.stream(shape)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Number of items. */
  public long items() {
    long items = 1;
    for (long length : shape) {
      items = Math.multiplyExact(items, length);
    }
    return items;
  }

  /**
   * Byte of the file, or of the entry, at which an item begins, for messages. Counted from the
   * first item in a mapped {@code .npy} file.
   */
  public long offset(long index) {
    return from + index * type.itemBytes();
  }

  /**
   * Checks the shape.
   *
   * @param form as a message prints it, for instance {@code (N, 3, T, 25, 2)}
   * @param expected lengths; -1 for any length of at least 1
   * @return this
   * @throws DataFormatException if it is another
   */
  public NumpyArray expectShape(String form, long... expected) {
    boolean same = shape.length == expected.length;
    for (int i = 0; same && i < shape.length; i++) {
      same = expected[i] < 0 ? shape[i] >= 1 : shape[i] == expected[i];
    }
    if (!same) {
      throw new DataFormatException(
          place, "expected an array of shape " + form + ", found " + describe() + ".");
    }
    return this;
  }

  /**
   * Copies consecutive items as float32; whole numbers and float64 are rounded.
   *
   * @param index first item
   * @param at where they go
   * @throws DataFormatException if the items are text
   */
  public void copyFloats(long index, float[] target, int at, int count) {
    Objects.checkFromIndexSize(index, count, items());
    if (type.equals(NpyType.FLOAT32)) {
      bytes.copyFloats(offset(index), target, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[at + i] = (float) doubleAt(index + i);
    }
  }

  /**
   * As {@link #copyFloats(long, float[], int, int)}, into a buffer at an absolute position; of
   * float32 without any garbage.
   */
  public void copyFloats(long index, FloatBuffer target, int at, int count) {
    Objects.checkFromIndexSize(index, count, items());
    if (type.equals(NpyType.FLOAT32)) {
      bytes.copyFloats(offset(index), target, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target.put(at + i, (float) doubleAt(index + i));
    }
  }

  /**
   * Bytes of consecutive items as they lie in the file, little-endian.
   *
   * @param index first item
   * @param count number of items
   */
  public byte[] itemBytes(long index, int count) {
    Objects.checkFromIndexSize(index, count, items());
    byte[] raw = new byte[Math.multiplyExact(count, type.itemBytes())];
    bytes.copy(offset(index), raw, 0, raw.length);
    return raw;
  }

  /**
   * One number.
   *
   * @throws DataFormatException if the items are text
   */
  public double doubleAt(long index) {
    Objects.checkIndex(index, items());
    long offset = offset(index);
    if (!type.isFloat()) {
      return longAt(index);
    }
    return switch (type.itemBytes()) {
      case 2 -> Float16.toFloat((bytes.at(offset) & 0xff) | ((bytes.at(offset + 1) & 0xff) << 8));
      case 4 -> Float.intBitsToFloat(bytes.intAt(offset));
      default -> Double.longBitsToDouble(bytes.longAt(offset));
    };
  }

  /**
   * One item as a whole number; bool is 0 or 1.
   *
   * @throws DataFormatException if the items are no whole numbers
   */
  public long longAt(long index) {
    Objects.checkIndex(index, items());
    if (!type.isWhole()) {
      throw new DataFormatException(
          place, "expected whole numbers, found " + describe() + "; use astype('<i8').");
    }
    return switch (type.itemBytes()) {
      case 1 -> bytes.at(offset(index)) & 0xff;
      case 4 -> bytes.intAt(offset(index));
      default -> bytes.longAt(offset(index));
    };
  }

  /**
   * One item as text, without the zeros that fill it up.
   *
   * @throws DataFormatException if the items are no text, or an item is no Unicode
   */
  public String textAt(long index) {
    Objects.checkIndex(index, items());
    if (!type.isText()) {
      throw new DataFormatException(
          place, "expected text (<U), found " + describe() + "; use a.astype(str).");
    }
    int units = type.itemBytes() / Integer.BYTES;
    long start = offset(index);
    while (units > 0 && bytes.intAt(start + (units - 1L) * Integer.BYTES) == 0) {
      units--;
    }
    StringBuilder text = new StringBuilder(units);
    for (int i = 0; i < units; i++) {
      int point = bytes.intAt(start + (long) i * Integer.BYTES);
      if (!Character.isValidCodePoint(point)
          || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
        throw new DataFormatException(
            place + ", item " + index, "expected Unicode text, found code " + point + ".");
      }
      text.appendCodePoint(point);
    }
    return text.toString();
  }
}
