package org.penumbra.embed;

import java.util.Arrays;

/**
 * The class that most of a clip's nearest neighbours have, by cosine of their features; of classes
 * with as many votes the one whose neighbours are closer together in sum.
 */
final class NeighbourVote {
  private final Embeddings known;
  private final int[] labels;
  private final int neighbours;
  private final double[][] directions;

  /** A vote of so many of the known rows, or of all if there are fewer. */
  NeighbourVote(Embeddings known, int neighbours) {
    this.known = known;
    this.labels = known.labels();
    this.neighbours = neighbours;
    this.directions = directions(known);
  }

  /** Share of rows that the others judge rightly. */
  double accuracyAmongThemselves() {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += vote(directions[i], i) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Share of other rows, of the same classes, that the known ones judge rightly. */
  double accuracy(Embeddings others) {
    double[][] rows = directions(others);
    int[] truth = others.labels();
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += vote(rows[i], -1) == truth[i] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  private int vote(double[] row, int leftOut) {
    double[] similar = new double[labels.length];
    Integer[] order = new Integer[labels.length];
    for (int i = 0; i < similar.length; i++) {
      order[i] = i;
      similar[i] = i == leftOut ? Double.NEGATIVE_INFINITY : product(row, directions[i]);
    }
    Arrays.sort(order, (a, b) -> Double.compare(similar[b], similar[a]));
    int voters = Math.min(neighbours, labels.length - (leftOut < 0 ? 0 : 1));
    double[] votes = new double[known.classNames().size()];
    for (int i = 0; i < voters; i++) {
      // Cosines add less than one vote in all, so they decide between equals only.
      votes[labels[order[i]]] += 1 + (similar[order[i]] + 1) / (2.0 * (voters + 1));
    }
    int best = 0;
    for (int label = 1; label < votes.length; label++) {
      best = votes[label] > votes[best] ? label : best;
    }
    return best;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double[][] directions(Embeddings rows) {
    double[][] directions = new double[rows.size()][rows.features()];
    for (int i = 0; i < directions.length; i++) {
      double square = 0;
      for (int j = 0; j < rows.features(); j++) {
        directions[i][j] = rows.values()[i * rows.features() + j];
        square += directions[i][j] * directions[i][j];
      }
      double norm = square == 0 ? 1 : Math.sqrt(square);
      for (int j = 0; j < rows.features(); j++) {
        directions[i][j] /= norm;
      }
    }
    return directions;
  }
}
