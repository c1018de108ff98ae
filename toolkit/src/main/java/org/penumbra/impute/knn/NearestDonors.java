package org.penumbra.impute.knn;

import java.util.Arrays;

/**
 * Donors of one receiver in the order of (distance in float64, index). A donor is measured only
 * when its bound says that it may be the next, and only if it has a cell that is still needed.
 */
final class NearestDonors {
  private final DonorTable donors;
  private final DonorTable.Reader reader;
  private final CandidateOrder candidates;
  private int[] waiting = new int[16]; // measured, the nearest last
  private double[] distances = new double[16];
  private int count;
  private double distance;
  private final double[] row; // of the receiver

  NearestDonors(DonorTable donors) {
    this.donors = donors;
    reader = donors.reader();
    candidates = new CandidateOrder(donors.size());
    row = new double[MaskedRows.CHANNELS * donors.cells()];
  }

  /** Begins with a receiver, given by the bounds of its distances and its values. */
  void start(float[] bounds, int self, float[] receiver) {
    for (int i = 0; i < row.length; i++) {
      row[i] = receiver[i];
    }
    candidates.start(bounds, self);
    count = 0;
  }

  /**
   * The next donor that has a needed cell, or -1.
   *
   * @param need cells that are still to be filled; may become fewer from call to call
   */
  int next(long[] has, long[] need) {
    // Ties with the bound are measured first: an equal distance may have a smaller index.
    while (candidates.hasNext() && (count == 0 || candidates.bound() <= distances[count - 1])) {
      int donor = candidates.next();
      long[] present = donors.present(donor);
      if (meets(need, present)) {
        float[] values = reader.values(donor);
        add(donor, CommonDistance.meanSquare(row, has, values, present, donors.cells()));
      }
    }
    if (count == 0) {
      return -1;
    }
    distance = distances[--count];
    return waiting[count];
  }

  /** Mean squared difference of the donor last returned. */
  double meanSquare() {
    return distance;
  }

  /** Values of a donor. */
  float[] values(int donor) {
    return reader.values(donor);
  }

  private void add(int donor, double meanSquare) {
    if (count == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * count);
      distances = Arrays.copyOf(distances, 2 * count);
    }
    int at = count++;
    while (at > 0
        && (distances[at - 1] < meanSquare
            || (distances[at - 1] == meanSquare && waiting[at - 1] < donor))) {
      distances[at] = distances[at - 1];
      waiting[at] = waiting[at - 1];
      at--;
    }
    distances[at] = meanSquare;
    waiting[at] = donor;
  }

  private static boolean meets(long[] a, long[] b) {
    for (int w = 0; w < a.length; w++) {
      if ((a[w] & b[w]) != 0) {
        return true;
      }
    }
    return false;
  }
}
