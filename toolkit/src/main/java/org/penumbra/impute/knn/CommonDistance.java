package org.penumbra.impute.knn;

/** The distance of two rows over the cells that both have, in float64 from the values. */
final class CommonDistance {
  private CommonDistance() {}

  /**
   * Sum of squared differences over the c common cells, divided by c; square metres. The same for
   * (a, b) and (b, a), and exactly 0 if they agree.
   *
   * @param a in float64 already: one row is compared with many, and turning numbers takes longest
   * @param cells J; coordinate c of cell j is at {@code c * J + j}
   * @return NaN if there is no common cell
   */
  static double meanSquare(double[] a, long[] hasA, float[] b, long[] hasB, int cells) {
    double x = 0;
    double y = 0;
    double z = 0;
    int count = 0;
    int twice = 2 * cells;
    for (int w = 0; w < hasA.length; w++) {
      long common = hasA[w] & hasB[w];
      count += Long.bitCount(common);
      int first = w * Bits.WORD;
      if (common == -1L) { // most words of frames without a hidden joint: no bits to look for
        for (int j = first; j < first + Bits.WORD; j++) {
          double dx = a[j] - b[j];
          double dy = a[cells + j] - b[cells + j];
          double dz = a[twice + j] - b[twice + j];
          x += dx * dx;
          y += dy * dy;
          z += dz * dz;
        }
        continue;
      }
      for (; common != 0; common &= common - 1) {
        int j = first + Long.numberOfTrailingZeros(common);
        double dx = a[j] - b[j];
        double dy = a[cells + j] - b[cells + j];
        double dz = a[twice + j] - b[twice + j];
        x += dx * dx;
        y += dy * dy;
        z += dz * dz;
      }
    }
    return (x + y + z) / count;
  }
}
