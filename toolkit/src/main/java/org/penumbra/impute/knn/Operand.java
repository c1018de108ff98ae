package org.penumbra.impute.knn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Rows as one side of the product that gives all squared distances at once. With a the centred
 * values (0 where missing), s the squared norms of cells and m 0 or 1, receiver times donor is
 *
 * <pre>{@code
 * [a, s, m] . [-2 a', m', s'] = sum over common cells of |a - a'|^2
 * }</pre>
 *
 * <p>The three parts alternate every 64 cells, so that what is summed so far is a distance at any
 * time and not a difference of large numbers.
 */
abstract sealed class Operand implements AutoCloseable permits Float32Operand, Float64Operand {
  /** Numbers of a cell in a row: three coordinates, norm, presence. */
  private static final int PARTS = MaskedRows.CHANNELS + 2;

  private final NDManager manager;
  private final NDArray array; // null on a GPU
  private final ByteBuffer memory;
  private final int width;
  private final DataType type;
  private final double[] norms;

  /** Which side of the product. */
  enum Side {
    RECEIVERS,
    DONORS
  }

  Operand(NDManager manager, int rows, int cells, DataType type) {
    this.manager = manager;
    this.type = type;
    width = width(cells);
    norms = new double[rows];
    if (manager.getDevice().isGpu()) {
      array = null;
      long bytes = (long) rows * width * type.getNumOfBytes();
      memory = ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    } else {
      array = manager.create(new Shape(rows, width), type); // whole rows are written
      memory = ((PtNDArray) array).toByteBuffer(true).order(ByteOrder.nativeOrder());
    }
  }

  /** Makes room for some rows on the manager's device. */
  static Operand of(
      NDManager manager, int rows, double[] means, Side side, KnnOptions.Precision precision) {
    return precision == KnnOptions.Precision.FLOAT64
        ? new Float64Operand(manager, rows, means, side)
        : new Float32Operand(manager, rows, means, side);
  }

  /** Numbers of a row. */
  static int width(int cells) {
    return PARTS * Bits.WORD * Bits.words(cells);
  }

  /** Room for a thread to pack in. */
  abstract Object newRoom();

  /** Packs a row; different rows may be packed at once. */
  final void pack(Object room, int at, float[] values, long[] present) {
    norms[at] = write(room, memory, at * width, values, present);
  }

  /** Writes a row at an index of the numbers in memory; returns its squared norm. */
  abstract double write(Object room, ByteBuffer memory, int index, float[] values, long[] present);

  /** Squared norm of a centred row. */
  final double norm(int at) {
    return norms[at];
  }

  /** Some rows as a tensor. */
  final NDArray rows(int from, int to) {
    if (array != null) {
      return array.get(new NDIndex().addSliceDim(from, to));
    }
    int row = width * type.getNumOfBytes();
    ByteBuffer part = memory.slice(from * row, (to - from) * row).order(ByteOrder.nativeOrder());
    return manager.create(part, new Shape(to - from, width), type);
  }

  @Override
  public final void close() {
    if (array != null) {
      array.close();
    }
  }
}
