package org.penumbra.impute.knn;

import java.util.Arrays;
import org.penumbra.impute.FillReason;

/** What was filled: coordinates, donors, distances and reasons; untouched cells are NaN or null. */
final class Filling implements FillSink {
  final double[][] values;
  final int[][] donors;
  final double[][] distances;
  final FillReason[][] reasons;
  private final int cells;

  Filling(int rows, int cells) {
    this.cells = cells;
    values = new double[rows][MaskedRows.CHANNELS * cells];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    donors = new int[rows][cells];
    distances = new double[rows][cells];
    reasons = new FillReason[rows][cells];
  }

  /** By the search that is tested. */
  static Filling of(
      Matrix donors, Matrix receivers, int[] self, KnnOptions options, SearchPlan plan) {
    Filling filling = new Filling(receivers.size(), receivers.cells());
    NanEuclideanSearch.fit(donors, options, plan).fill(receivers, self, filling);
    return filling;
  }

  @Override
  public synchronized void accept(
      int row,
      int cell,
      double x,
      double y,
      double z,
      int count,
      double meanDistance,
      FillReason reason) {
    if (reasons[row][cell] != null) {
      throw new IllegalStateException("cell " + cell + " of row " + row + " is filled twice");
    }
    values[row][cell] = x;
    values[row][cells + cell] = y;
    values[row][2 * cells + cell] = z;
    donors[row][cell] = count;
    distances[row][cell] = meanDistance;
    reasons[row][cell] = reason;
  }
}
