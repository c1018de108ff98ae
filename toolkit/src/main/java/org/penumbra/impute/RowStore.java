package org.penumbra.impute;

/** Where the values of donor rows are; written once each, then read from any number of threads. */
interface RowStore {
  /** Keeps one row; different rows from different threads. */
  void put(int row, float[] values);

  /** Copies one row. */
  void read(int row, float[] target);
}
