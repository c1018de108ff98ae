package org.penumbra.data.format.pickle;

import java.util.Arrays;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NumpyArray;

/** A NumPy array whose items stay in the file; made in two steps, as pickles make it. */
public final class PickleArray {
  private static final int MOST_AXES = 32;

  private NpyType type;
  private long[] shape;
  private PickleBytes bytes;

  PickleArray() {}

  /** Takes the state {@code (version, shape, dtype, fortran, bytes)}. */
  void build(String place, Object state) {
    if (type != null
        || !(state instanceof Object[] fields)
        || fields.length != 5
        || !(fields[2] instanceof PickleType dtype)
        || !(fields[3] instanceof Boolean || fields[3] instanceof Long)) {
      throw new DataFormatException(place, "expected the state of a NumPy array, found another.");
    }
    boolean fortran = !(fields[3].equals(false) || fields[3].equals(0L));
    fill(place, dtype, fields[1], fortran, fields[4]);
  }

  /** Takes shape and items. */
  void fill(String place, PickleType dtype, Object axes, boolean fortran, Object items) {
    NpyType found = dtype.type(place);
    long[] lengths = lengths(place, axes);
    if (fortran && Arrays.stream(lengths).filter(length -> length != 1).count() > 1) {
      throw new DataFormatException(
          place,
          "expected C-order, found an array in Fortran order. In Python:"
              + " np.ascontiguousarray(a), then save again.");
    }
    PickleBytes content =
        items instanceof PickleText text && text.isBytes()
            ? text.latin()
            : items instanceof PickleBytes plain ? plain : null;
    if (content == null) {
      throw new DataFormatException(place, "expected the bytes of an array, found none.");
    }
    long needed = needed(place, found, lengths);
    if (!content.mayHold(needed)) {
      throw new DataFormatException(
          place,
          "expected "
              + needed
              + " bytes for "
              + found
              + " of shape "
              + Arrays.toString(lengths)
              + ", found "
              + content.length()
              + ".");
    }
    type = found;
    shape = lengths;
    bytes = content;
  }

  private static long needed(String place, NpyType type, long[] shape) {
    try {
      long needed = type.itemBytes();
      for (long length : shape) {
        needed = Math.multiplyExact(needed, length);
      }
      return needed;
    } catch (ArithmeticException overflow) {
      throw new DataFormatException(
          place, "expected an array below 2^63 bytes, found " + Arrays.toString(shape), overflow);
    }
  }

  private static long[] lengths(String place, Object axes) {
    if (!(axes instanceof Object[] tuple) || tuple.length > MOST_AXES) {
      throw new DataFormatException(
          place, "expected an array's shape of at most " + MOST_AXES + " axes, found none.");
    }
    long[] lengths = new long[tuple.length];
    for (int i = 0; i < lengths.length; i++) {
      if (!(tuple[i] instanceof Long length) || length < 0) {
        throw new DataFormatException(place, "expected lengths of axes from 0 on, found another.");
      }
      lengths[i] = length;
    }
    return lengths;
  }

  boolean isComplete() {
    return type != null;
  }

  /** Lengths of the axes; a copy. */
  public long[] shape() {
    return shape.clone();
  }

  /**
   * The array, to be read where it lies; of protocols 0 to 2 it is decoded to the heap here.
   *
   * @param place what to call it in messages
   * @throws DataFormatException if its bytes are damaged
   */
  public NumpyArray open(String place) {
    PickleBytes plain = bytes;
    if (bytes.asText()) {
      long count = needed(place, type, shape);
      if (bytes.length() > Integer.MAX_VALUE - 8) {
        throw new DataFormatException(
            place,
            "expected an array below 2 GiB in this protocol; save it with"
                + " pickle.dump(data, file, protocol=4).");
      }
      plain = bytes.plain((int) count);
    }
    return new NumpyArray(place, type, shape, plain.source(), plain.from());
  }
}
