package org.penumbra.impute;

/** Rows in memory. */
final class HeapRows implements RowStore {
  private final float[][] rows;

  HeapRows(int count) {
    rows = new float[count][];
  }

  @Override
  public void put(int row, float[] values) {
    rows[row] = values.clone();
  }

  @Override
  public void read(int row, float[] target) {
    System.arraycopy(rows[row], 0, target, 0, target.length);
  }
}
