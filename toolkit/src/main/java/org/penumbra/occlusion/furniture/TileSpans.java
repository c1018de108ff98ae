package org.penumbra.occlusion.furniture;

import java.util.Arrays;

/** Collects for each triangle the tiles it touches: in each row of tiles one run of columns. */
final class TileSpans {
  private final double left;
  private final double low;
  private final double perU;
  private final double perV;
  private final double height; // of a row
  private final int side;
  private final double[] from; // of each row, while a triangle is added
  private final double[] to;
  private final int[] counts; // of each tile, one place later
  private int[] runs; // place of triangle, first tile, last tile
  private int used;

  TileSpans(double[] range, int side, int triangles) {
    this.left = range[0];
    this.low = range[1];
    this.perU = side / (range[2] - range[0]);
    this.perV = side / (range[3] - range[1]);
    this.height = (range[3] - range[1]) / side;
    this.side = side;
    from = new double[side];
    to = new double[side];
    counts = new int[side * side + 1];
    runs = new int[Math.max(64, 3 * 8 * triangles)];
  }

  /** Adds triangle i, whose corners (u, v) stand from {@code 6 * i}. */
  void add(int i, double[] views) {
    int at = 6 * i;
    double v0 = views[at + 1];
    double v1 = views[at + 3];
    double v2 = views[at + 5];
    double slack = TileGrid.slack(Math.min(v0, Math.min(v1, v2)), Math.max(v0, Math.max(v1, v2)));
    int first = row(Math.min(v0, Math.min(v1, v2)) - slack);
    int last = row(Math.max(v0, Math.max(v1, v2)) + slack);
    rows(views, at, slack, first, last);
    if (used + 3 * (last - first + 1) > runs.length) {
      runs = Arrays.copyOf(runs, 2 * runs.length + 3 * side);
    }
    for (int r = first; r <= last; r++) {
      if (from[r] > to[r]) {
        continue;
      }
      double pad = TileGrid.slack(from[r], to[r]);
      int begin = r * side + column(from[r] - pad);
      int end = r * side + column(to[r] + pad);
      runs[used++] = OriginPlanes.STRIDE * i;
      runs[used++] = begin;
      runs[used++] = end;
      for (int tile = begin; tile <= end; tile++) {
        counts[tile + 1]++;
      }
    }
  }

  /** Finds the run of each row; of a triangle in few rows or columns all that is around it. */
  private void rows(double[] views, int at, double slack, int first, int last) {
    double u0 = views[at];
    double u1 = views[at + 2];
    double u2 = views[at + 4];
    double least = Math.min(u0, Math.min(u1, u2));
    double most = Math.max(u0, Math.max(u1, u2));
    if (last - first < 2 || column(most) - column(least) < 2) {
      Arrays.fill(from, first, last + 1, least);
      Arrays.fill(to, first, last + 1, most);
      return;
    }
    Arrays.fill(from, first, last + 1, Double.POSITIVE_INFINITY);
    Arrays.fill(to, first, last + 1, Double.NEGATIVE_INFINITY);
    edge(u0, views[at + 1], u1, views[at + 3], slack);
    edge(u1, views[at + 3], u2, views[at + 5], slack);
    edge(u2, views[at + 5], u0, views[at + 1], slack);
  }

  /** Widens the run of each row by the part of an edge that lies in it. */
  private void edge(double ua, double va, double ub, double vb, double slack) {
    boolean rising = va <= vb;
    double u0 = rising ? ua : ub;
    double v0 = rising ? va : vb;
    double u1 = rising ? ub : ua;
    double v1 = rising ? vb : va;
    double slope = v1 - v0 > slack ? (u1 - u0) / (v1 - v0) : Double.NaN;
    int last = row(v1 + slack);
    for (int r = row(v0 - slack); r <= last; r++) {
      double bottom = low + r * height - slack;
      double top = low + (r + 1) * height + slack;
      // A level edge, whose slope is NaN, counts with both ends in each row it touches.
      boolean cutBelow = bottom > v0 && !Double.isNaN(slope);
      boolean cutAbove = top < v1 && !Double.isNaN(slope);
      double a = cutBelow ? u0 + (bottom - v0) * slope : u0;
      double b = cutAbove ? u0 + (top - v0) * slope : u1;
      from[r] = Math.min(from[r], Math.min(a, b));
      to[r] = Math.max(to[r], Math.max(a, b));
    }
  }

  private int row(double v) {
    return Math.max(0, Math.min(side - 1, (int) ((v - low) * perV)));
  }

  private int column(double u) {
    return Math.max(0, Math.min(side - 1, (int) ((u - left) * perU)));
  }

  /** Where each tile's list starts; one more at the end. */
  int[] starts() {
    int[] starts = counts.clone();
    for (int tile = 1; tile < starts.length; tile++) {
      starts[tile] += starts[tile - 1];
    }
    return starts;
  }

  /** The lists of all tiles, one after the other. */
  int[] lists(int[] starts) {
    int[] next = starts.clone();
    int[] lists = new int[starts[starts.length - 1]];
    for (int run = 0; run < used; run += 3) {
      for (int tile = runs[run + 1]; tile <= runs[run + 2]; tile++) {
        lists[next[tile]++] = runs[run];
      }
    }
    return lists;
  }
}
