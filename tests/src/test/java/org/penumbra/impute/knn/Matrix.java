package org.penumbra.impute.knn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Rows of a test: coordinate c of cell j of row r is {@code values[r][c * J + j]}, and cell j is
 * there if {@code there[r][j]}. Every missing cell is wanted, but for those of {@code unwanted}.
 */
final class Matrix implements MaskedRows {
  final int cells;
  final float[][] values;
  final boolean[][] there;
  final boolean[][] unwanted;

  Matrix(int cells, float[][] values, boolean[][] there) {
    this.cells = cells;
    this.values = values;
    this.there = there;
    unwanted = new boolean[values.length][cells];
  }

  /** Numbers with holes, of a kind that has ties, duplicates, empty rows and empty columns. */
  static Matrix random(SplittableRandom random, int rows, int cells, double offset) {
    float[][] values = new float[rows][CHANNELS * cells];
    boolean[][] there = new boolean[rows][cells];
    double hidden = random.nextDouble(0, 0.8);
    boolean coarse = random.nextInt(3) == 0; // small whole numbers: many ties
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < values[r].length; i++) {
        double x = coarse ? random.nextInt(3) : random.nextDouble(-1, 1);
        values[r][i] = (float) (x + offset);
      }
      boolean empty = random.nextInt(12) == 0;
      for (int j = 0; j < cells; j++) {
        there[r][j] = !empty && random.nextDouble() >= hidden;
      }
      if (r > 0 && random.nextInt(6) == 0) {
        values[r] = values[random.nextInt(r)].clone();
      }
    }
    for (int j = 0; j < cells; j++) {
      if (random.nextInt(15) == 0) {
        for (boolean[] row : there) {
          row[j] = false;
        }
      }
    }
    return new Matrix(cells, values, there);
  }

  /** Some rows in another order; the rows are shared. */
  Matrix rows(int... order) {
    return new Matrix(
        cells,
        Arrays.stream(order).mapToObj(r -> values[r]).toArray(float[][]::new),
        Arrays.stream(order).mapToObj(r -> there[r]).toArray(boolean[][]::new));
  }

  /** The cells in another order. */
  Matrix cells(int... order) {
    float[][] moved = new float[values.length][CHANNELS * cells];
    boolean[][] has = new boolean[values.length][cells];
    for (int r = 0; r < values.length; r++) {
      for (int j = 0; j < cells; j++) {
        for (int c = 0; c < CHANNELS; c++) {
          moved[r][c * cells + j] = values[r][c * cells + order[j]];
        }
        has[r][j] = there[r][order[j]];
      }
    }
    return new Matrix(cells, moved, has);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public int cells() {
    return cells;
  }

  @Override
  public String name(int row) {
    return "row " + row;
  }

  @Override
  public void read(int row, float[] into, long[] present, long[] wanted) {
    Arrays.fill(present, 0);
    Arrays.fill(wanted, 0);
    for (int j = 0; j < cells; j++) {
      for (int c = 0; c < CHANNELS; c++) {
        // What is missing must not be looked at.
        into[c * cells + j] = there[row][j] ? values[row][c * cells + j] : Float.NaN;
      }
      long bit = 1L << (j % 64);
      present[j / 64] |= there[row][j] ? bit : 0;
      wanted[j / 64] |= there[row][j] || unwanted[row][j] ? 0 : bit;
    }
  }
}
