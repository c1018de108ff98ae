package org.penumbra.cluster;

/**
 * The nearest centre of each row; of centres equally near, the one with the lowest number.
 *
 * <p>Distances come from one product of all rows with all centres in float32: {@code |c|^2 - 2 xc},
 * which orders the centres of a row as their distances do. Where two are closer than the product
 * may err, the row's distances are computed again in float64. So the answer is that of float64,
 * whatever the number of threads or the size of blocks.
 */
final class NearestCentres {
  private static final double FLOAT32_ROUNDING = 0x1p-24;

  private final CentredRows rows;
  private final RowProducts products;

  NearestCentres(CentredRows rows, RowProducts products) {
    this.rows = rows;
    this.products = products;
  }

  /** Index of the nearest of the centres for each row. */
  int[] of(double[][] centres) {
    int clusters = centres.length;
    int[] nearest = new int[rows.size()];
    double[] squares = new double[clusters];
    double longest = 0;
    for (int k = 0; k < clusters; k++) {
      for (double value : centres[k]) {
        squares[k] += value * value;
      }
      longest = Math.max(longest, squares[k]);
    }
    // A product errs by at most (F + 2) roundings of |x| |c|: F in the sum, one of the centre, one
    // to spare. It counts twice, and both distances of a comparison may err.
    double error = 4 * (rows.features() + 2) * FLOAT32_ROUNDING * Math.sqrt(longest);
    products.with(
        centres,
        (first, product) -> {
          for (int i = 0, at = 0; at < product.length; i++, at += clusters) {
            double best = Double.POSITIVE_INFINITY;
            double second = Double.POSITIVE_INFINITY;
            int index = 0;
            for (int k = 0; k < clusters; k++) {
              double score = squares[k] - 2.0 * product[at + k];
              if (score < best) {
                second = best;
                best = score;
                index = k;
              } else if (score < second) {
                second = score;
              }
            }
            int row = first + i;
            double margin = error * Math.sqrt(rows.square(row));
            nearest[row] = second - best > margin ? index : exact(row, centres);
          }
        });
    return nearest;
  }

  private int exact(int row, double[][] centres) {
    int index = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < centres.length; k++) {
      double distance = rows.squaredDistance(row, centres[k]);
      if (distance < best) {
        best = distance;
        index = k;
      }
    }
    return index;
  }
}
