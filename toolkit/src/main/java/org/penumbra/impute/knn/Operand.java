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
final class Operand implements AutoCloseable {
  /** Numbers of a cell in a row: three coordinates, norm, presence. */
  private static final int PARTS = MaskedRows.CHANNELS + 2;

  private final NDManager manager;
  private final NDArray array; // null on a GPU
  private final ByteBuffer memory;
  private final int width;
  private final int cells;
  private final float[] means;
  private final boolean donors;
  private final double[] norms;

  /** Which side of the product. */
  enum Side {
    RECEIVERS,
    DONORS
  }

  /** Makes room for some rows on the manager's device, centred by the means of the columns. */
  Operand(NDManager manager, int rows, double[] columnMeans, Side side) {
    this.manager = manager;
    cells = columnMeans.length / MaskedRows.CHANNELS;
    width = width(cells);
    donors = side == Side.DONORS;
    norms = new double[rows];
    means = new float[columnMeans.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) columnMeans[i];
    }
    if (manager.getDevice().isGpu()) {
      array = null;
      long bytes = (long) rows * width * Float.BYTES;
      memory = ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
    } else {
      array = manager.create(new Shape(rows, width), DataType.FLOAT32); // whole rows are written
      memory = ((PtNDArray) array).toByteBuffer(true).order(ByteOrder.nativeOrder());
    }
  }

  /** Numbers of a row. */
  static int width(int cells) {
    return PARTS * Bits.WORD * Bits.words(cells);
  }

  /** Packs a row; different rows may be packed at once. */
  void pack(Room room, int at, float[] values, long[] present) {
    norms[at] = write(room, at * width, values, present);
  }

  /** Room for a thread to pack in. */
  Room newRoom() {
    return new Room(cells);
  }

  /** The parts of a row one by one, and the row. */
  static final class Room {
    private final float[][] parts;
    private final float[] row;

    private Room(int cells) {
      parts = new float[PARTS][Bits.words(cells) * Bits.WORD];
      row = new float[width(cells)];
    }
  }

  /** Writes a row at an index of the numbers in memory; returns its squared norm. */
  private double write(Room room, int index, float[] values, long[] present) {
    float[] there = room.parts[MaskedRows.CHANNELS + 1];
    for (int w = 0; w < present.length; w++) {
      long word = present[w];
      for (int i = 0; i < Bits.WORD; i++) {
        there[w * Bits.WORD + i] = word >>> i & 1;
      }
    }
    float[] norm = room.parts[MaskedRows.CHANNELS];
    squares(room.parts, values);
    double sum = 0;
    for (float each : norm) {
      sum += each;
    }
    if (donors) {
      for (int c = 0; c < MaskedRows.CHANNELS; c++) {
        twice(room.parts[c]);
      }
    }
    interleave(room);
    memory
        .duplicate()
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer()
        .put(index, room.row, 0, room.row.length);
    return sum;
  }

  /** Centred values and the norms of cells; loops that the compiler turns into vectors. */
  private void squares(float[][] parts, float[] values) {
    float[] there = parts[MaskedRows.CHANNELS + 1];
    float[] norm = parts[MaskedRows.CHANNELS];
    for (int c = 0; c < MaskedRows.CHANNELS; c++) {
      centre(values, c * cells, parts[c], there);
    }
    float[] x = parts[0];
    float[] y = parts[1];
    float[] z = parts[2];
    for (int j = 0; j < norm.length; j++) {
      norm[j] = x[j] * x[j] + y[j] * y[j] + z[j] * z[j];
    }
  }

  private void centre(float[] values, int from, float[] centred, float[] there) {
    for (int j = 0; j < cells; j++) {
      centred[j] = (values[from + j] - means[from + j]) * there[j];
    }
  }

  private static void twice(float[] part) {
    for (int j = 0; j < part.length; j++) {
      part[j] *= -2;
    }
  }

  private void interleave(Room room) {
    for (int p = 0; p < PARTS; p++) {
      // On the donors' side norm and presence change places.
      float[] part = room.parts[donors && p >= MaskedRows.CHANNELS ? 2 * PARTS - 3 - p : p];
      for (int w = 0; w < part.length / Bits.WORD; w++) {
        System.arraycopy(part, w * Bits.WORD, room.row, (w * PARTS + p) * Bits.WORD, Bits.WORD);
      }
    }
  }

  /** Squared norm of a centred row. */
  double norm(int at) {
    return norms[at];
  }

  /** Some rows as a tensor. */
  NDArray rows(int from, int to) {
    if (array != null) {
      return array.get(new NDIndex().addSliceDim(from, to));
    }
    int row = width * Float.BYTES;
    ByteBuffer part = memory.slice(from * row, (to - from) * row).order(ByteOrder.nativeOrder());
    return manager.create(part, new Shape(to - from, width), DataType.FLOAT32);
  }

  @Override
  public void close() {
    if (array != null) {
      array.close();
    }
  }
}
