package org.penumbra.impute.knn;

import org.penumbra.impute.FillReason;

/** Takes the values that were found; called from several threads, for a row from one at a time. */
@FunctionalInterface
public interface FillSink {
  /**
   * Takes one cell.
   *
   * @param row receiver
   * @param cell one that was wanted
   * @param x first coordinate, metres; NaN if nothing was found
   * @param donors number of donors the value is a mean of
   * @param meanDistance mean of the distances of those donors; NaN if it has none
   * @param reason how it came about
   */
  void accept(
      int row,
      int cell,
      double x,
      double y,
      double z,
      int donors,
      double meanDistance,
      FillReason reason);
}
