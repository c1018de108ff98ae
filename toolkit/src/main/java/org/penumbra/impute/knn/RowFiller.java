package org.penumbra.impute.knn;

import org.penumbra.impute.FillReason;
import org.penumbra.impute.knn.KnnOptions.Weighting;

/**
 * Fills the wanted cells of one receiver after the other: walks its donors from the nearest on,
 * gives each cell what the donor has, and forgets a cell once it has k. One per thread.
 */
final class RowFiller {
  private static final int SLOT = 8; // a cell's numbers are one line of the cache
  private static final int WEIGHT = 3;
  private static final int DISTANCE = 4;
  private static final int COUNT = 5;
  private static final int EXACT = 6;

  private final DonorTable donors;
  private final int neighbours;
  private final boolean inverse;
  private final NearestDonors nearest;
  private final double[] slots;
  private final long[] need;

  RowFiller(DonorTable donors, KnnOptions options) {
    this.donors = donors;
    neighbours = options.neighbours();
    inverse = options.weighting() == Weighting.DISTANCE;
    nearest = new NearestDonors(donors);
    slots = new double[SLOT * donors.cells()];
    need = donors.newWords();
  }

  /**
   * Fills one receiver.
   *
   * @param self donor that gives it nothing, or -1
   * @param bounds of the distances to all donors
   */
  void fill(RowBlock block, int row, int self, float[] bounds, FillSink sink) {
    long[] wanted = block.wanted(row);
    if (start(wanted)) {
      nearest.start(bounds, self, block.values(row));
      walk(block.present(row));
    }
    for (int w = 0; w < wanted.length; w++) {
      for (long bits = wanted[w]; bits != 0; bits &= bits - 1) {
        int cell = w * Bits.WORD + Long.numberOfTrailingZeros(bits);
        give(block.receiver(row), cell, self, sink);
      }
    }
  }

  private boolean start(long[] wanted) {
    boolean any = false;
    for (int w = 0; w < wanted.length; w++) {
      need[w] = wanted[w];
      for (long bits = wanted[w]; bits != 0; bits &= bits - 1) {
        int slot = SLOT * (w * Bits.WORD + Long.numberOfTrailingZeros(bits));
        for (int i = slot; i < slot + SLOT; i++) {
          slots[i] = 0;
        }
        any = true;
      }
    }
    return any;
  }

  private void walk(long[] has) {
    int cells = donors.cells();
    boolean zeros = false;
    for (int donor = nearest.next(has, need); donor >= 0; donor = nearest.next(has, need)) {
      double meanSquare = nearest.meanSquare();
      boolean exact = inverse && meanSquare == 0;
      if (zeros && !exact) {
        forgetExact();
        zeros = false;
      }
      zeros |= exact;
      double distance = Math.sqrt(meanSquare * cells);
      double weight = inverse && !exact ? 1 / distance : 1;
      if (!take(donor, distance, weight, exact)) {
        return;
      }
    }
  }

  /** Gives a donor's values to all cells that need them; whether any still needs more. */
  private boolean take(int donor, double distance, double weight, boolean exact) {
    long[] present = donors.present(donor);
    float[] values = nearest.values(donor);
    int cells = donors.cells();
    long left = 0;
    for (int w = 0; w < need.length; w++) {
      long word = need[w];
      for (long hits = word & present[w]; hits != 0; hits &= hits - 1) {
        int cell = w * Bits.WORD + Long.numberOfTrailingZeros(hits);
        int slot = SLOT * cell;
        slots[slot] += weight * values[cell];
        slots[slot + 1] += weight * values[cells + cell];
        slots[slot + 2] += weight * values[2 * cells + cell];
        slots[slot + WEIGHT] += weight;
        slots[slot + DISTANCE] += distance;
        slots[slot + EXACT] = exact ? 1 : 0;
        if (++slots[slot + COUNT] == neighbours) {
          word &= ~(hits & -hits);
        }
      }
      need[w] = word;
      left |= word;
    }
    return left != 0;
  }

  /** Cells with a donor at distance 0 take none that is farther. */
  private void forgetExact() {
    for (int w = 0; w < need.length; w++) {
      for (long bits = need[w]; bits != 0; bits &= bits - 1) {
        int cell = w * Bits.WORD + Long.numberOfTrailingZeros(bits);
        if (slots[SLOT * cell + COUNT] > 0) {
          need[w] &= ~(bits & -bits);
        }
      }
    }
  }

  private void give(int receiver, int cell, int self, FillSink sink) {
    int slot = SLOT * cell;
    int count = (int) slots[slot + COUNT];
    if (count == 0) {
      giveMean(receiver, cell, self, sink);
      return;
    }
    double weight = slots[slot + WEIGHT];
    FillReason reason = count < neighbours ? FillReason.FEW_DONORS : FillReason.FILLED;
    sink.accept(
        receiver,
        cell,
        slots[slot] / weight,
        slots[slot + 1] / weight,
        slots[slot + 2] / weight,
        count,
        slots[slot + DISTANCE] / count,
        slots[slot + EXACT] > 0 ? FillReason.EXACT_DONORS : reason);
  }

  private void giveMean(int receiver, int cell, int self, FillSink sink) {
    boolean minus = self >= 0 && Bits.has(donors.present(self), cell);
    int count = donors.count(cell) - (minus ? 1 : 0);
    if (count == 0) {
      sink.accept(
          receiver, cell, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, FillReason.NO_DONOR);
      return;
    }
    double[] mean = new double[MaskedRows.CHANNELS];
    for (int c = 0; c < mean.length; c++) {
      double own = minus ? nearest.values(self)[c * donors.cells() + cell] : 0;
      mean[c] = (donors.sum(c, cell) - own) / count;
    }
    sink.accept(
        receiver, cell, mean[0], mean[1], mean[2], count, Double.NaN, FillReason.NO_OVERLAP);
  }
}
