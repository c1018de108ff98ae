package org.penumbra.evaluate;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.embed.Distance;
import org.penumbra.embed.Embeddings;
import org.penumbra.embed.NeighbourVote;

/**
 * Nearest neighbours on features: a clip gets the class that most of its k nearest training clips
 * have. It learns nothing, so it shows what the features hold before any classifier. Ties are
 * decided as {@link NeighbourVote} says; after the classes with votes, classes are ranked by their
 * nearest clip, which makes a top-5 accuracy of one neighbour.
 *
 * @param neighbours k, at least 1
 * @param distance of features
 */
public record KnnEvaluation(int neighbours, Distance distance) {
  /** Checks every option. */
  public KnnEvaluation {
    Require.atLeast("neighbours", neighbours, 1);
    Objects.requireNonNull(distance, "distance");
  }

  /**
   * One neighbour by cosine, what the field commonly reports. The three papers report none, so
   * there is no published k to follow.
   */
  public static KnnEvaluation published() {
    return new KnnEvaluation(1, Distance.COSINE);
  }

  /** The same at every scale. */
  public static KnnEvaluation preset(Scale scale) {
    Objects.requireNonNull(scale, "scale");
    return published();
  }

  /** One line for people: every setting. */
  public String describe() {
    return neighbours
        + (neighbours == 1 ? " nearest neighbour" : " nearest neighbours")
        + ", "
        + distance.name().toLowerCase(Locale.ROOT)
        + " distance of features as they are";
  }

  /** These settings with another k. */
  public KnnEvaluation withNeighbours(int value) {
    return new KnnEvaluation(value, distance);
  }

  /** These settings with another distance. */
  public KnnEvaluation withDistance(Distance value) {
    return new KnnEvaluation(neighbours, value);
  }

  /**
   * Judges test features by training features.
   *
   * @throws InvalidOptionException if features or classes differ, or there are fewer training clips
   *     than neighbours
   */
  public Predictions evaluate(Embeddings train, Embeddings test) {
    LinearEvaluation.check(train, test);
    if (neighbours > train.size()) {
      throw new InvalidOptionException(
          "neighbours", "at most the " + train.size() + " training clips", neighbours);
    }
    double[][] rows = new NeighbourVote(train, neighbours, distance).scores(test);
    int classes = train.classNames().size();
    int[] predicted = new int[rows.length];
    float[] scores = new float[rows.length * classes];
    for (int n = 0; n < rows.length; n++) {
      predicted[n] = NeighbourVote.best(rows[n]);
      for (int label = 0; label < classes; label++) {
        scores[n * classes + label] = (float) rows[n][label];
      }
    }
    return new Predictions(test.classNames(), test.clipNames(), test.labels(), predicted, scores);
  }
}
