package org.penumbra.impute.knn;

/** Sets of cells as words of 64 bits: bit {@code j % 64} of word {@code j / 64} is cell j. */
final class Bits {
  /** Cells of a word. */
  static final int WORD = 64;

  private Bits() {}

  /** Words for so many cells. */
  static int words(int cells) {
    return (cells + WORD - 1) / WORD;
  }

  /** Number of cells in both sets. */
  static int common(long[] a, long[] b) {
    int count = 0;
    for (int w = 0; w < a.length; w++) {
      count += Long.bitCount(a[w] & b[w]);
    }
    return count;
  }

  /** Whether a set has a cell. */
  static boolean has(long[] set, int cell) {
    return (set[cell / WORD] >>> (cell % WORD) & 1) != 0;
  }

  /** Whether a set has any cell. */
  static boolean any(long[] set) {
    for (long word : set) {
      if (word != 0) {
        return true;
      }
    }
    return false;
  }

  /** Takes bits away that stand for no cell. */
  static void trim(long[] set, int cells) {
    if (cells % WORD != 0) {
      set[set.length - 1] &= (1L << (cells % WORD)) - 1;
    }
  }
}
