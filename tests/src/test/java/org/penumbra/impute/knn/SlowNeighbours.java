package org.penumbra.impute.knn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penumbra.impute.FillReason;
import org.penumbra.impute.knn.KnnOptions.Weighting;

/** Straight from the formulas, one cell after the other; what the search must agree with. */
final class SlowNeighbours {
  private SlowNeighbours() {}

  private record Donor(int index, double distance) {}

  static Filling fill(Matrix donors, Matrix receivers, int[] self, KnnOptions options) {
    Filling filling = new Filling(receivers.size(), receivers.cells);
    for (int r = 0; r < receivers.size(); r++) {
      for (int j = 0; j < receivers.cells; j++) {
        if (!receivers.there[r][j] && !receivers.unwanted[r][j]) {
          fill(donors, receivers, r, j, self[r], options, filling);
        }
      }
    }
    return filling;
  }

  private static void fill(
      Matrix donors, Matrix rows, int r, int cell, int self, KnnOptions options, Filling filling) {
    List<Donor> having = new ArrayList<>();
    for (int d = 0; d < donors.size(); d++) {
      if (d != self && donors.there[d][cell]) {
        having.add(new Donor(d, distance(rows, r, donors, d, options.minOverlap())));
      }
    }
    List<Donor> near =
        having.stream()
            .filter(donor -> !Double.isNaN(donor.distance))
            .sorted(Comparator.comparingDouble(Donor::distance).thenComparingInt(Donor::index))
            .limit(options.neighbours())
            .toList();
    FillReason reason =
        near.size() < options.neighbours() ? FillReason.FEW_DONORS : FillReason.FILLED;
    boolean inverse = options.weighting() == Weighting.DISTANCE;
    if (inverse && near.stream().anyMatch(donor -> donor.distance == 0)) {
      near = near.stream().filter(donor -> donor.distance == 0).toList();
      reason = FillReason.EXACT_DONORS;
    }
    if (having.isEmpty()) {
      reason = FillReason.NO_DONOR;
    } else if (near.isEmpty()) {
      near = having;
      reason = FillReason.NO_OVERLAP;
    }
    boolean plain = !inverse || reason == FillReason.EXACT_DONORS;
    boolean alike = plain || reason == FillReason.NO_OVERLAP;
    double[] mean = new double[MaskedRows.CHANNELS];
    double weights = 0;
    double distances = 0;
    for (Donor donor : near) {
      double weight = alike ? 1 : 1 / donor.distance;
      for (int c = 0; c < mean.length; c++) {
        mean[c] += weight * donors.values[donor.index][c * donors.cells + cell];
      }
      weights += weight;
      distances += donor.distance;
    }
    filling.accept(
        r,
        cell,
        mean[0] / weights,
        mean[1] / weights,
        mean[2] / weights,
        near.size(),
        distances / near.size(),
        reason);
  }

  private static double distance(Matrix a, int i, Matrix b, int k, double minOverlap) {
    double sum = 0;
    int common = 0;
    for (int j = 0; j < a.cells; j++) {
      if (a.there[i][j] && b.there[k][j]) {
        common++;
        for (int c = 0; c < MaskedRows.CHANNELS; c++) {
          double d = (double) a.values[i][c * a.cells + j] - b.values[k][c * a.cells + j];
          sum += d * d;
        }
      }
    }
    return common == 0 || common < minOverlap * a.cells
        ? Double.NaN
        : Math.sqrt(sum * a.cells / common);
  }
}
