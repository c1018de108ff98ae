package org.penumbra.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.penumbra.embed.Embeddings;

/**
 * Rows with the mean of each feature taken off, float32. Distances stay, and those computed from
 * norms and products do not cancel when all rows share a large part.
 *
 * <p>{@link #sorted} also puts the rows in the order of their numbers, so that sums and draws, and
 * with them all results, do not depend on the order of the clips.
 */
final class CentredRows {
  private final int size;
  private final int features;
  private final float[] values;
  private final double[] mean;
  private final double[] squares;
  private final int[] order;

  private CentredRows(Embeddings rows, int[] order, double[] mean) {
    this.size = rows.size();
    this.features = rows.features();
    this.order = order;
    this.mean = mean;
    values = new float[size * features];
    squares = new double[size];
    for (int i = 0; i < size; i++) {
      double square = 0;
      for (int j = 0, from = order[i] * features, to = i * features; j < features; j++) {
        float value = (float) (rows.values()[from + j] - mean[j]);
        values[to + j] = value;
        square += (double) value * value;
      }
      squares[i] = square;
    }
  }

  /** In the order of their numbers, about their own mean. */
  static CentredRows sorted(Embeddings rows) {
    int[] order = order(rows);
    return new CentredRows(rows, order, mean(rows, order));
  }

  /** In their own order, about a mean found elsewhere. */
  static CentredRows about(double[] mean, Embeddings rows) {
    int[] order = new int[rows.size()];
    Arrays.setAll(order, i -> i);
    return new CentredRows(rows, order, mean);
  }

  private static int[] order(Embeddings rows) {
    float[] all = rows.values();
    int features = rows.features();
    return IntStream.range(0, rows.size())
        .boxed()
        .sorted((a, b) -> compare(all, a * features, b * features, features))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int compare(float[] all, int a, int b, int features) {
    for (int j = 0; j < features; j++) {
      if (all[a + j] != all[b + j]) {
        return all[a + j] < all[b + j] ? -1 : 1;
      }
    }
    return 0;
  }

  private static double[] mean(Embeddings rows, int[] order) {
    int features = rows.features();
    double[] mean = new double[features];
    for (int row : order) {
      for (int j = 0, from = row * features; j < features; j++) {
        mean[j] += rows.values()[from + j];
      }
    }
    for (int j = 0; j < features; j++) {
      mean[j] /= rows.size();
    }
    return mean;
  }

  int size() {
    return size;
  }

  int features() {
    return features;
  }

  /** The whole matrix, (N, F); shared. */
  float[] values() {
    return values;
  }

  /** What was taken off, (F); shared. */
  double[] mean() {
    return mean;
  }

  /** Squared norm of a row. */
  double square(int row) {
    return squares[row];
  }

  /** Mean over the features of their variance. */
  double meanVariance() {
    return Arrays.stream(squares).sum() / ((double) size * features);
  }

  /** How many different rows there are, if the rows are sorted. */
  int distinct() {
    int distinct = size == 0 ? 0 : 1;
    for (int i = 1; i < size; i++) {
      distinct += compare(values, (i - 1) * features, i * features, features) == 0 ? 0 : 1;
    }
    return distinct;
  }

  /** Numbers of these rows in the order of the clips. */
  int[] inClipOrder(int[] numbers) {
    int[] result = new int[size];
    for (int i = 0; i < size; i++) {
      result[order[i]] = numbers[i];
    }
    return result;
  }

  /** Numbers of the clips in the order of these rows. */
  int[] inRowOrder(int[] numbers) {
    return Arrays.stream(order).map(clip -> numbers[clip]).toArray();
  }

  /** A row in float64. */
  double[] row(int row) {
    double[] copy = new double[features];
    for (int j = 0; j < features; j++) {
      copy[j] = values[row * features + j];
    }
    return copy;
  }

  /** Squared distance of a row and a point, in float64. */
  double squaredDistance(int row, double[] point) {
    double sum = 0;
    for (int j = 0, at = row * features; j < features; j++) {
      double difference = values[at + j] - point[j];
      sum += difference * difference;
    }
    return sum;
  }
}
