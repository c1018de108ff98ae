package org.penumbra.impute.knn;

/**
 * What is known of the donors: which cells they have, the sums of each column, and the values if
 * there is memory for them. Immutable; read from several threads.
 */
final class DonorTable {
  private final MaskedRows source;
  private final int cells;
  private final float[][] values; // null if they are read again when needed
  private final long[][] present;
  private final double[] sums; // of coordinate c of cell j over the donors that have it: c * J + j
  private final int[] counts;

  private DonorTable(MaskedRows source, boolean keep) {
    this.source = source;
    cells = source.cells();
    values = keep ? new float[source.size()][] : null;
    present = new long[source.size()][];
    sums = new double[MaskedRows.CHANNELS * cells];
    counts = new int[cells];
  }

  /**
   * Reads all donors.
   *
   * @param keep whether their values stay in memory
   */
  static DonorTable of(MaskedRows donors, boolean keep, int threads) {
    DonorTable table = new DonorTable(donors, keep);
    if (keep) {
      Workers.each(threads, donors.size(), () -> table.newWords(), table::keep);
    }
    float[] row = keep ? null : table.newRow();
    long[] wanted = table.newWords();
    // One row after the other, so that the sums do not depend on the threads.
    for (int i = 0; i < donors.size(); i++) {
      if (!keep) {
        table.present[i] = table.newWords();
        table.readAgain(i, row, table.present[i], wanted);
      }
      table.add(keep ? table.values[i] : row, table.present[i]);
    }
    return table;
  }

  private void keep(long[] wanted, int i) {
    values[i] = newRow();
    present[i] = newWords();
    readAgain(i, values[i], present[i], wanted);
  }

  private void readAgain(int i, float[] row, long[] has, long[] wanted) {
    Rows.read(source, i, row, has, wanted);
  }

  private void add(float[] row, long[] has) {
    for (int i = 0; i < row.length; i++) {
      sums[i] += row[i]; // missing ones are 0
    }
    for (int w = 0; w < has.length; w++) {
      for (long bits = has[w]; bits != 0; bits &= bits - 1) {
        counts[w * Bits.WORD + Long.numberOfTrailingZeros(bits)]++;
      }
    }
  }

  int size() {
    return source.size();
  }

  int cells() {
    return cells;
  }

  MaskedRows source() {
    return source;
  }

  boolean keepsValues() {
    return values != null;
  }

  /** The cells that a donor has. */
  long[] present(int donor) {
    return present[donor];
  }

  /** Number of donors that have a cell. */
  int count(int cell) {
    return counts[cell];
  }

  /** Sum of one coordinate of a cell over the donors that have it. */
  double sum(int channel, int cell) {
    return sums[channel * cells + cell];
  }

  /** Means of the columns, 0 where no donor has any. */
  double[] means() {
    double[] means = new double[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = counts[i % cells] == 0 ? 0 : sums[i] / counts[i % cells];
    }
    return means;
  }

  /** Room for the values of a row. */
  float[] newRow() {
    return new float[MaskedRows.CHANNELS * cells];
  }

  /** Room for a set of cells. */
  long[] newWords() {
    return new long[Bits.words(cells)];
  }

  /** Reads donors for one thread. */
  Reader reader() {
    return new Reader();
  }

  /** Gives a donor's values: those that are kept, or read into room of its own. */
  final class Reader {
    private final float[] row = values == null ? newRow() : null;
    private final long[] has = newWords();
    private final long[] wanted = newWords();
    private int last = -1; // the donor that is in the row

    /** Valid until the next call; 0 at missing cells. */
    float[] values(int donor) {
      if (values != null) {
        return values[donor];
      }
      if (donor != last) {
        last = -1; // what a failed reading leaves is no donor
        readAgain(donor, row, has, wanted);
        last = donor;
      }
      return row;
    }
  }
}
