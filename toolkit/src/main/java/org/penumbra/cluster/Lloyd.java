package org.penumbra.cluster;

import java.util.Arrays;
import org.penumbra.cluster.KMeansOptions.EmptyClusters;

/**
 * Lloyd's iteration (Least squares quantization in PCM, 1982): each row goes to its nearest centre,
 * each centre to the mean of its rows, until no row moves or the centres hardly do.
 */
final class Lloyd {
  private static final int NONE = -1;

  private final CentredRows rows;
  private final NearestCentres nearest;
  private final KMeansOptions options;
  private final double stillness; // sum of squared ways at which the centres count as still

  Lloyd(CentredRows rows, RowProducts products, KMeansOptions options) {
    this.rows = rows;
    this.nearest = new NearestCentres(rows, products);
    this.options = options;
    this.stillness = options.tolerance() * rows.meanVariance();
  }

  /**
   * Where the iteration ended.
   *
   * @param centres (K, F), about the rows' mean
   * @param labels the nearest of these centres, for each row
   * @param inertia sum of the squared distances of the rows from their centres
   * @param iterations how many there were
   * @param converged whether it ended before the largest number of iterations
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Result(
      double[][] centres, int[] labels, double inertia, int iterations, boolean converged) {}

  /** Iterates from some centres, (K, F) about the rows' mean, which are not changed. */
  Result from(double[][] start) {
    double[][] centres = start.clone();
    ClusterSums sums = new ClusterSums(rows, centres.length);
    int[] labels = new int[rows.size()];
    Arrays.fill(labels, NONE);
    boolean still = false;
    boolean moved = true;
    int iterations = 0;
    while (!still && moved && iterations < options.maxIterations()) {
      iterations++;
      moved = move(labels, nearest.of(centres), sums);
      if (options.emptyClusters() == EmptyClusters.TAKE_FARTHEST) {
        moved |= fillEmpty(labels, centres, sums);
      }
      double way = 0;
      for (int k = 0; k < centres.length; k++) {
        double[] mean = sums.mean(k, centres[k]);
        way += squaredDistance(mean, centres[k]);
        centres[k] = mean;
      }
      still = way <= stillness;
    }
    if (moved) {
      labels = nearest.of(centres); // those at hand are of the centres before
    }
    double inertia = 0;
    for (int i = 0; i < labels.length; i++) {
      inertia += rows.squaredDistance(i, centres[labels[i]]);
    }
    return new Result(centres, labels, inertia, iterations, still || !moved);
  }

  /** Moves rows to their new clusters; says whether any did. */
  private static boolean move(int[] labels, int[] next, ClusterSums sums) {
    boolean moved = false;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != next[i]) {
        if (labels[i] != NONE) {
          sums.remove(i, labels[i]);
        }
        sums.add(i, next[i]);
        labels[i] = next[i];
        moved = true;
      }
    }
    return moved;
  }

  /** Gives each empty cluster the row that is farthest from its centre. */
  private boolean fillEmpty(int[] labels, double[][] centres, ClusterSums sums) {
    boolean filled = false;
    for (int k = 0; k < centres.length; k++) {
      if (sums.size(k) == 0) {
        int row = farthest(labels, centres, sums);
        sums.remove(row, labels[row]);
        sums.add(row, k);
        labels[row] = k;
        filled = true;
      }
    }
    return filled;
  }

  private int farthest(int[] labels, double[][] centres, ClusterSums sums) {
    int farthest = 0;
    double longest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < labels.length; i++) {
      if (sums.size(labels[i]) > 1) {
        double distance = rows.squaredDistance(i, centres[labels[i]]);
        if (distance > longest) {
          longest = distance;
          farthest = i;
        }
      }
    }
    return farthest;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
