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
 * @param randomEncoder linear evaluation of an encoder of the same size with fresh weights
 * @param neighbours of the given encoder's features
 */
public record Baselines(Accuracy majority, LinearResult randomEncoder, Predictions neighbours) {
  /** Checks that nothing is left out. */
  public Baselines {
    Objects.requireNonNull(majority, "majority");
    Objects.requireNonNull(randomEncoder, "randomEncoder");
    Objects.requireNonNull(neighbours, "neighbours");
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
    Embedder trained = Embedder.of(encoder);
    Predictions neighbours = knn.evaluate(trained.embed(train), trained.embed(test));
    RandomKey key = RandomKey.of(seed).with("random encoder");
    try (StGcn random = new StGcn(encoder.layout(), encoder.options(), key)) {
      Embeddings features = Embedder.of(random).embed(train);
      LinearResult result = linear.evaluate(features, Embedder.of(random).embed(test));
      return new Baselines(majority, result, neighbours);
    }
  }
}
