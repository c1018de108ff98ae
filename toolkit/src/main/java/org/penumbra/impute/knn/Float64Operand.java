package org.penumbra.impute.knn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An {@link Operand} of float64 numbers. */
final class Float64Operand extends Operand {
  private final int cells;
  private final double[] means;
  private final boolean donors;

  Float64Operand(NDManager manager, int rows, double[] columnMeans, Side side) {
    super(manager, rows, columnMeans.length / MaskedRows.CHANNELS, DataType.FLOAT64);
    cells = columnMeans.length / MaskedRows.CHANNELS;
    donors = side == Side.DONORS;
    means = new double[columnMeans.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = columnMeans[i];
    }
  }

  @Override
  Room newRoom() {
    return new Room(cells);
  }

  /** The parts of a row one by one, and the row. */
  static final class Room {
    private final double[][] parts;
    private final double[] row;

    private Room(int cells) {
      parts = new double[MaskedRows.CHANNELS + 2][Bits.words(cells) * Bits.WORD];
      row = new double[width(cells)];
    }
  }

  @Override
  double write(Object given, ByteBuffer memory, int index, float[] values, long[] present) {
    Room room = (Room) given;
    double[] there = room.parts[MaskedRows.CHANNELS + 1];
    for (int w = 0; w < present.length; w++) {
      long word = present[w];
      for (int i = 0; i < Bits.WORD; i++) {
        there[w * Bits.WORD + i] = word >>> i & 1;
      }
    }
    double[] norm = room.parts[MaskedRows.CHANNELS];
    squares(room.parts, values);
    double sum = 0;
    for (double each : norm) {
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
        .asDoubleBuffer()
        .put(index, room.row, 0, room.row.length);
    return sum;
  }

  /** Centred values and the norms of cells; loops that the compiler turns into vectors. */
  private void squares(double[][] parts, float[] values) {
    double[] there = parts[MaskedRows.CHANNELS + 1];
    double[] norm = parts[MaskedRows.CHANNELS];
    for (int c = 0; c < MaskedRows.CHANNELS; c++) {
      centre(values, c * cells, parts[c], there);
    }
    double[] x = parts[0];
    double[] y = parts[1];
    double[] z = parts[2];
    for (int j = 0; j < norm.length; j++) {
      norm[j] = x[j] * x[j] + y[j] * y[j] + z[j] * z[j];
    }
  }

  private void centre(float[] values, int from, double[] centred, double[] there) {
    for (int j = 0; j < cells; j++) {
      centred[j] = (values[from + j] - means[from + j]) * there[j];
    }
  }

  private static void twice(double[] part) {
    for (int j = 0; j < part.length; j++) {
      part[j] *= -2;
    }
  }

  private void interleave(Room room) {
    int parts = MaskedRows.CHANNELS + 2;
    for (int p = 0; p < parts; p++) {
      // On the donors' side norm and presence change places.
      double[] part = room.parts[donors && p >= MaskedRows.CHANNELS ? 2 * parts - 3 - p : p];
      for (int w = 0; w < part.length / Bits.WORD; w++) {
        System.arraycopy(part, w * Bits.WORD, room.row, (w * parts + p) * Bits.WORD, Bits.WORD);
      }
    }
  }
}
