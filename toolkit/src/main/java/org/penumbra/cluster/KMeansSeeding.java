package org.penumbra.cluster;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;

/**
 * Starting centres by greedy k-means++ (Arthur and Vassilvitskii, k-means++: the advantages of
 * careful seeding, 2007): the first is any row; each further one is the best of 2 + log K rows
 * drawn with a probability in proportion to their squared distance from the nearest centre so far,
 * that is, the one which leaves the smallest sum of these distances.
 */
final class KMeansSeeding {
  /** Squared distances below this share of the squared norms are computed again in float64. */
  private static final double CANCELLED = 1e-3;

  private final CentredRows rows;
  private final RowProducts products;

  KMeansSeeding(CentredRows rows, RowProducts products) {
    this.rows = rows;
    this.products = products;
  }

  /** Draws the rows of so many centres. */
  int[] draw(int clusters, RandomKey key) {
    int[] chosen = new int[clusters];
    chosen[0] = key.with(0).generator().nextInt(rows.size());
    double[] closest = distances(chosen[0])[0];
    int trials = 2 + (int) StrictMath.log(clusters);
    for (int k = 1; k < clusters; k++) {
      int[] candidates = candidates(closest, trials, key.with(k).generator());
      double[][] distances = distances(candidates);
      int best = 0;
      double lowest = Double.POSITIVE_INFINITY;
      for (int c = 0; c < candidates.length; c++) {
        double potential = 0;
        for (int i = 0; i < closest.length; i++) {
          distances[c][i] = Math.min(distances[c][i], closest[i]);
          potential += distances[c][i];
        }
        if (potential < lowest) {
          lowest = potential;
          best = c;
        }
      }
      chosen[k] = candidates[best];
      closest = distances[best];
    }
    return chosen;
  }

  /** Rows drawn with a probability in proportion to their weights; one may be drawn twice. */
  private static int[] candidates(double[] weights, int count, SplittableRandom random) {
    double[] sums = new double[weights.length];
    double total = 0;
    int last = -1; // row that has a weight
    for (int i = 0; i < weights.length; i++) {
      total += weights[i];
      sums[i] = total;
      last = weights[i] > 0 ? i : last;
    }
    if (last < 0) {
      throw new InvalidOptionException(
          "clusters", "at most the number of different rows", "more than these");
    }
    int[] drawn = new int[count];
    for (int c = 0; c < count; c++) {
      double target = random.nextDouble() * total;
      int low = 0;
      int high = last; // the first row whose sum is above the target, and its weight thus above 0
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sums[middle] > target) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      drawn[c] = low;
    }
    return drawn;
  }

  private double[][] distances(int... others) {
    double[][] points = IntStream.of(others).mapToObj(rows::row).toArray(double[][]::new);
    double[][] result = new double[others.length][rows.size()];
    products.with(
        points,
        (first, product) -> {
          for (int i = 0, at = 0; at < product.length; i++) {
            int row = first + i;
            for (int c = 0; c < others.length; c++, at++) {
              double norms = rows.square(row) + rows.square(others[c]);
              double distance = norms - 2.0 * product[at];
              result[c][row] =
                  distance < CANCELLED * norms ? rows.squaredDistance(row, points[c]) : distance;
            }
          }
        });
    return result;
  }
}
