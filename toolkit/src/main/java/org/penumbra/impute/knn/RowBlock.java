package org.penumbra.impute.knn;

/** Receivers in memory. */
final class RowBlock {
  private final int first;
  private final float[][] values;
  private final long[][] present;
  private final long[][] wanted;

  private RowBlock(int first, int size) {
    this.first = first;
    values = new float[size][];
    present = new long[size][];
    wanted = new long[size][];
  }

  /**
   * Reads some receivers.
   *
   * @param same donors of which they are all, whose values are then not kept twice; or null
   */
  static RowBlock read(MaskedRows rows, int from, int to, DonorTable same, int threads) {
    RowBlock block = new RowBlock(from, to - from);
    int cells = rows.cells();
    Workers.each(
        threads,
        to - from,
        () -> new float[MaskedRows.CHANNELS * cells],
        (room, i) -> {
          block.present[i] = new long[Bits.words(cells)];
          block.wanted[i] = new long[Bits.words(cells)];
          float[] row = same == null ? new float[MaskedRows.CHANNELS * cells] : room;
          Rows.read(rows, from + i, row, block.present[i], block.wanted[i]);
          block.values[i] = same == null ? row : same.reader().values(i);
        });
    return block;
  }

  int size() {
    return values.length;
  }

  /** Number of a row of this block among all receivers. */
  int receiver(int row) {
    return first + row;
  }

  /** Coordinates, 0 at missing cells. */
  float[] values(int row) {
    return values[row];
  }

  long[] present(int row) {
    return present[row];
  }

  /** The missing cells that are to be filled. */
  long[] wanted(int row) {
    return wanted[row];
  }

  boolean wantsAny() {
    for (long[] cells : wanted) {
      if (Bits.any(cells)) {
        return true;
      }
    }
    return false;
  }
}
