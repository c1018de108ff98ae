package org.penumbra.evaluate;

import java.util.Objects;
import org.penumbra.core.RandomKey;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;

/**
 * What an accuracy must beat, and what learns nothing.
 *
 * @param majority of always answering the most frequent training label
 * @param given what the given encoder's frozen features hold
 * @param random the same of an encoder of the same size with fresh weights
 */
public record Baselines(Accuracy majority, Features given, Features random) {
  /**
   * What frozen features hold, read in three ways.
   *
   * @param linear linear evaluation as asked for
   * @param standardised the same with every feature at unit variance. The published classifiers
   *     hardly learn from the weak features of an untrained encoder, so this is the fairer reading
   *     of the two
   * @param neighbours nearest neighbours
   */
  public record Features(LinearResult linear, LinearResult standardised, Predictions neighbours) {
    /** Checks that nothing is left out. */
    public Features {
      Objects.requireNonNull(linear, "linear");
      Objects.requireNonNull(standardised, "standardised");
      Objects.requireNonNull(neighbours, "neighbours");
    }

    static Features of(
        StGcn encoder,
        PreparedDataset train,
        PreparedDataset test,
        LinearEvaluation linear,
        KnnEvaluation knn) {
      Embedder embedder = Embedder.of(encoder);
      Embeddings known = embedder.embed(train);
      Embeddings asked = embedder.embed(test);
      return new Features(
          linear.evaluate(known, asked),
          linear.withStandardise(true).evaluate(known, asked),
          knn.evaluate(known, asked));
    }
  }

  /** Checks that nothing is left out. */
  public Baselines {
    Objects.requireNonNull(majority, "majority");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(random, "random");
  }

  /**
   * Computes them.
   *
   * @param encoder frozen
   * @param seed of the random encoder
   */
  public static Baselines of(
      StGcn encoder,
      PreparedDataset train,
      PreparedDataset test,
      LinearEvaluation linear,
      KnnEvaluation knn,
      long seed) {
    TestClips.check(encoder, train, test);
    Accuracy majority =
        Accuracy.ofMajority(train.labels(), test.labels(), train.classNames().size());
    Features given = Features.of(encoder, train, test, linear, knn);
    try (StGcn fresh = randomEncoder(encoder, seed)) {
      return new Baselines(majority, given, Features.of(fresh, train, test, linear, knn));
    }
  }

  /**
   * The yardstick: an encoder of the same layout and size with fresh weights; the caller closes it.
   */
  public static StGcn randomEncoder(StGcn like, long seed) {
    RandomKey key = RandomKey.of(seed).with("random encoder");
    return new StGcn(like.layout(), like.options(), key);
  }

  /**
   * Whether the random encoder only reaches what the most frequent class does: its features were
   * too weak for the classifier as published, so to be better than it means little.
   */
  public boolean yardstickLearnedNothing() {
    return random.linear().last().correct() <= majority.correct();
  }
}
