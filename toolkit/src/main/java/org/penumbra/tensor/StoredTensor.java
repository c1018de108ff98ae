package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NumpyArray;

/**
 * A tensor where it lies in a file; nothing of it is in memory before it is read.
 *
 * @param shape lengths of the axes
 * @param reader makes it, owned by the manager that it is given
 */
record StoredTensor(Shape shape, Function<NDManager, NDArray> reader) {

  static StoredTensor of(NumpyArray array) {
    Shape shape = new Shape(array.shape());
    return new StoredTensor(shape, manager -> read(array, shape, manager));
  }

  static StoredTensor of(SafetensorsFile file, String name) {
    return new StoredTensor(file.tensors().get(name).shape(), manager -> file.read(name, manager));
  }

  /**
   * Reads it: float64 as float64; other numbers as they are, or as float32.
   *
   * @throws DataFormatException if it is of another type, or too large for one buffer
   */
  NDArray read(NDManager manager) {
    return reader.apply(manager);
  }

  private static NDArray read(NumpyArray array, Shape shape, NDManager manager) {
    int count = count(array, shape);
    if (array.type().equals(NpyType.FLOAT64)) {
      return manager.create(direct(array.itemBytes(0, count)), shape, DataType.FLOAT64);
    }
    ByteBuffer target =
        ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    array.copyFloats(0, target.asFloatBuffer(), 0, count);
    return manager.create(target, shape, DataType.FLOAT32);
  }

  /** Its numbers in C-order; refused as by {@link #read}. */
  double[] numbers() {
    try (NDManager manager = Compute.newManager();
        NDArray read = read(manager);
        NDArray numbers = read.toType(DataType.FLOAT64, true)) {
      return numbers.toDoubleArray();
    }
  }

  private static int count(NumpyArray array, Shape shape) {
    if (array.type().isText()) {
      throw new DataFormatException(
          array.place(),
          "expected float32 or float64, found " + array.type() + "; convert it, then save again.");
    }
    if (array.items() > Integer.MAX_VALUE / Double.BYTES) {
      throw new DataFormatException(
          array.place(), "expected fewer than 2^28 numbers, found shape " + shape + ".");
    }
    return (int) array.items();
  }

  private static ByteBuffer direct(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    return buffer.put(bytes).flip();
  }
}
