package org.penumbra.impute.knn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** An {@link Operand} of float32 numbers. */
final class Float32Operand extends Operand {
  private final int cells;
  private final float[] means;
  private final boolean donors;

  Float32Operand(NDManager manager, int rows, double[] columnMeans, Side side) {
    super(manager, rows, columnMeans.length / MaskedRows.CHANNELS, DataType.FLOAT32);
    cells = columnMeans.length / MaskedRows.CHANNELS;
    donors = side == Side.DONORS;
    means = new float[columnMeans.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) columnMeans[i];
    }
  }

  @Override
  Room newRoom() {
    return new Room(cells);
  }

  /** The parts of a row one by one, and the row. */
  static final class Room {
    private final float[][] parts;
    private final float[] row;

    private Room(int cells) {
      parts = new float[MaskedRows.CHANNELS + 2][Bits.words(cells) * Bits.WORD];
      row = new float[width(cells)];
    }
  }

  @Override
  double write(Object given, ByteBuffer memory, int index, float[] values, long[] present) {
    Room room = (Room) given;
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
    int parts = MaskedRows.CHANNELS + 2;
    for (int p = 0; p < parts; p++) {
      // On the donors' side norm and presence change places.
      float[] part = room.parts[donors && p >= MaskedRows.CHANNELS ? 2 * parts - 3 - p : p];
      for (int w = 0; w < part.length / Bits.WORD; w++) {
        System.arraycopy(part, w * Bits.WORD, room.row, (w * parts + p) * Bits.WORD, Bits.WORD);
      }
    }
  }
}
