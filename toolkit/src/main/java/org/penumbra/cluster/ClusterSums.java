package org.penumbra.cluster;

/** Sum and number of each cluster's rows in float64, kept up as rows move between clusters. */
final class ClusterSums {
  private final CentredRows rows;
  private final double[][] sums;
  private final int[] sizes;

  ClusterSums(CentredRows rows, int clusters) {
    this.rows = rows;
    sums = new double[clusters][rows.features()];
    sizes = new int[clusters];
  }

  void add(int row, int cluster) {
    change(row, cluster, 1);
  }

  void remove(int row, int cluster) {
    change(row, cluster, -1);
  }

  private void change(int row, int cluster, int sign) {
    double[] sum = sums[cluster];
    float[] values = rows.values();
    for (int j = 0, at = row * sum.length; j < sum.length; j++) {
      sum[j] += sign * (double) values[at + j];
    }
    sizes[cluster] += sign;
  }

  int size(int cluster) {
    return sizes[cluster];
  }

  /** Mean of a cluster's rows, or another point if it has none. */
  double[] mean(int cluster, double[] otherwise) {
    if (sizes[cluster] == 0) {
      return otherwise;
    }
    double[] mean = sums[cluster].clone();
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= sizes[cluster];
    }
    return mean;
  }
}
