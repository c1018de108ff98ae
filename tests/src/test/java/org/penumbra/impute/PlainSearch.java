package org.penumbra.impute;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.penumbra.impute.knn.FillSink;
import org.penumbra.impute.knn.KnnOptions;
import org.penumbra.impute.knn.KnnOptions.Weighting;
import org.penumbra.impute.knn.MaskedRows;
import org.penumbra.impute.knn.NeighbourSearch;

/** Scikit-learn's KNNImputer on cells, as plain loops in float64: slow, and the reference. */
record PlainSearch(List<Row> rows, int cells, KnnOptions options) implements NeighbourSearch {
  private static final class Row {
    private final float[] values;
    private final long[] present;
    private final long[] wanted;

    Row(int cells) {
      values = new float[3 * cells];
      present = new long[(cells + 63) / 64];
      wanted = new long[(cells + 63) / 64];
    }

    static Row read(MaskedRows rows, int row) {
      Row read = new Row(rows.cells());
      rows.read(row, read.values, read.present, read.wanted);
      return read;
    }

    boolean has(int cell) {
      return (present[cell / 64] >>> cell & 1) == 1;
    }

    boolean wants(int cell) {
      return (wanted[cell / 64] >>> cell & 1) == 1;
    }
  }

  private record Near(int index, double distance) {}

  static NeighbourSearch fit(MaskedRows donors, KnnOptions options) {
    List<Row> rows = new ArrayList<>();
    for (int n = 0; n < donors.size(); n++) {
      rows.add(Row.read(donors, n));
    }
    return new PlainSearch(rows, donors.cells(), options);
  }

  @Override
  public int donors() {
    return rows.size();
  }

  @Override
  public void fill(MaskedRows receivers, int[] self, FillSink sink) {
    for (int n = 0; n < receivers.size(); n++) {
      Row receiver = Row.read(receivers, n);
      List<Near> near = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (i != self[n]) {
          near.add(new Near(i, distance(receiver, rows.get(i))));
        }
      }
      near.sort(Comparator.comparingDouble(Near::distance).thenComparingInt(Near::index));
      for (int cell = 0; cell < cells; cell++) {
        if (receiver.wants(cell)) {
          fillCell(n, cell, near, sink);
        }
      }
    }
  }

  private double distance(Row a, Row b) {
    double sum = 0;
    int common = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (a.has(cell) && b.has(cell)) {
        common++;
        for (int c = 0; c < 3; c++) {
          double difference = (double) a.values[c * cells + cell] - b.values[c * cells + cell];
          sum += difference * difference;
        }
      }
    }
    boolean enough = common > 0 && common >= options.minOverlap() * cells;
    return enough ? Math.sqrt(sum * cells / common) : Double.NaN; // NaN sorts last
  }

  private void fillCell(int receiver, int cell, List<Near> near, FillSink sink) {
    List<Near> having = near.stream().filter(i -> rows.get(i.index).has(cell)).toList();
    List<Near> reached =
        having.stream().filter(i -> !Double.isNaN(i.distance)).limit(options.neighbours()).toList();
    if (having.isEmpty()) {
      sink.accept(
          receiver, cell, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, FillReason.NO_DONOR);
    } else if (reached.isEmpty()) {
      accept(receiver, cell, having, false, Double.NaN, FillReason.NO_OVERLAP, sink);
    } else {
      boolean weighted = options.weighting() == Weighting.DISTANCE;
      List<Near> exact = reached.stream().filter(i -> weighted && i.distance == 0).toList();
      double mean = reached.stream().mapToDouble(Near::distance).average().orElseThrow();
      if (!exact.isEmpty()) {
        accept(receiver, cell, exact, false, 0, FillReason.EXACT_DONORS, sink);
      } else {
        boolean few = reached.size() < options.neighbours();
        FillReason reason = few ? FillReason.FEW_DONORS : FillReason.FILLED;
        accept(receiver, cell, reached, weighted, mean, reason, sink);
      }
    }
  }

  private void accept(
      int receiver,
      int cell,
      List<Near> donors,
      boolean weighted,
      double mean,
      FillReason reason,
      FillSink sink) {
    double[] place = new double[3];
    double weights = 0;
    for (Near donor : donors) {
      double weight = weighted ? 1 / donor.distance : 1;
      weights += weight;
      for (int c = 0; c < 3; c++) {
        place[c] += weight * rows.get(donor.index).values[c * cells + cell];
      }
    }
    sink.accept(
        receiver,
        cell,
        place[0] / weights,
        place[1] / weights,
        place[2] / weights,
        donors.size(),
        mean,
        reason);
  }
}
