package org.penumbra.embed;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The class that most of a clip's nearest neighbours have; of classes with as many votes the one
 * whose neighbours are closer together in sum, of those the lowest label. Of neighbours as far the
 * one that comes first in the known rows votes. Results do not depend on threads.
 */
public final class NeighbourVote {
  private final int classes;
  private final int[] labels;
  private final int neighbours;
  private final Distance distance;
  private final double[][] rows;

  /** A vote by cosine of so many of the known rows, or of all if there are fewer. */
  NeighbourVote(Embeddings known, int neighbours) {
    this(known, neighbours, Distance.COSINE);
  }

  /** A vote of so many of the known rows, or of all if there are fewer. */
  public NeighbourVote(Embeddings known, int neighbours, Distance distance) {
    this.classes = known.classNames().size();
    this.labels = known.labels();
    this.neighbours = neighbours;
    this.distance = distance;
    this.rows = rows(known);
  }

  /** Share of rows that the others judge rightly. */
  double accuracyAmongThemselves() {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += best(scores(rows[i], i)) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** Share of other rows, of the same classes, that the known ones judge rightly. */
  double accuracy(Embeddings others) {
    int[] truth = others.labels();
    double[][] scores = scores(others);
    int right = 0;
    for (int i = 0; i < truth.length; i++) {
      right += best(scores[i]) == truth[i] ? 1 : 0;
    }
    return (double) right / truth.length;
  }

  /**
   * Scores that rank the classes for other rows: for a class with votes their number and, below
   * one, how close the voters are; for a class without votes, below zero, how close its nearest row
   * is; -2 for a class without known rows.
   *
   * @return (N, classes)
   */
  public double[][] scores(Embeddings others) {
    double[][] asked = rows(others);
    return IntStream.range(0, asked.length)
        .parallel()
        .mapToObj(n -> scores(asked[n], -1))
        .toArray(double[][]::new);
  }

  /** The class of the highest score; of equals the lowest label. */
  public static int best(double[] scores) {
    int best = 0;
    for (int label = 1; label < scores.length; label++) {
      best = scores[label] > scores[best] ? label : best;
    }
    return best;
  }

  private double[] scores(double[] row, int leftOut) {
    double[] close = new double[labels.length];
    for (int i = 0; i < close.length; i++) {
      close[i] = i == leftOut ? Double.NEGATIVE_INFINITY : distance.closeness(row, rows[i]);
    }
    int voters = Math.min(neighbours, labels.length - (leftOut < 0 ? 0 : 1));
    double[] scores = new double[classes];
    Arrays.fill(scores, -2);
    for (int i = 0; i < close.length; i++) {
      scores[labels[i]] = Math.max(scores[labels[i]], Math.max(-2, close[i] - 1));
    }
    double[] votes = new double[classes];
    for (int voter : nearest(close, voters)) {
      // Closeness adds less than one vote in all, so it decides between equals only.
      votes[labels[voter]] += 1 + close[voter] / (voters + 1);
    }
    for (int label = 0; label < classes; label++) {
      scores[label] = votes[label] > 0 ? votes[label] : scores[label];
    }
    return scores;
  }

  /** Rows of the highest closeness, highest first, of equals the first; by insertion. */
  private static int[] nearest(double[] close, int count) {
    int[] found = new int[count];
    int filled = 0;
    for (int i = 0; i < close.length; i++) {
      if (filled == count && (count == 0 || close[i] <= close[found[count - 1]])) {
        continue;
      }
      int place = filled < count ? filled++ : count - 1;
      for (; place > 0 && close[i] > close[found[place - 1]]; place--) {
        found[place] = found[place - 1];
      }
      found[place] = i;
    }
    return found;
  }

  private double[][] rows(Embeddings embeddings) {
    int length = embeddings.features();
    return IntStream.range(0, embeddings.size())
        .mapToObj(n -> distance.row(embeddings.values(), n * length, length))
        .toArray(double[][]::new);
  }
}
