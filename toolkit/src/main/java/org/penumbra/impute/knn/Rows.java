package org.penumbra.impute.knn;

import org.penumbra.core.InvalidOptionException;

/** Reads rows and checks them. */
final class Rows {
  private Rows() {}

  /**
   * Reads a row; missing cells become 0.
   *
   * @throws InvalidOptionException if a value that is there is not finite
   */
  static void read(MaskedRows source, int row, float[] values, long[] present, long[] wanted) {
    int cells = source.cells();
    source.read(row, values, present, wanted);
    Bits.trim(present, cells);
    Bits.trim(wanted, cells);
    for (int w = 0; w < present.length; w++) {
      int end = Math.min(cells - w * Bits.WORD, Bits.WORD);
      for (long gaps = ~present[w]; gaps != 0; gaps &= gaps - 1) {
        int bit = Long.numberOfTrailingZeros(gaps);
        if (bit >= end) {
          break;
        }
        int cell = w * Bits.WORD + bit;
        values[cell] = 0;
        values[cells + cell] = 0;
        values[2 * cells + cell] = 0;
      }
    }
    check(source, row, values);
  }

  private static void check(MaskedRows source, int row, float[] values) {
    int at = 0;
    while (at < values.length && Math.abs(values[at]) <= Float.MAX_VALUE) { // not NaN either
      at++;
    }
    if (at == values.length) {
      return;
    }
    throw new InvalidOptionException(
        "coordinate "
            + at / source.cells()
            + " of cell "
            + at % source.cells()
            + " of "
            + source.name(row)
            + ", which is marked as there,",
        "finite",
        values[at]);
  }
}
