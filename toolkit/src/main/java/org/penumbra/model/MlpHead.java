package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.tensor.Initialisation;
import org.penumbra.tensor.MovingAverage;
import org.penumbra.tensor.Ops;
import org.penumbra.tensor.Parameters;

/**
 * The head of contrastive learning: linear layer as wide as the features, ReLU, linear layer to the
 * embedding, then each row divided by its length. 256 to 256 to 128 in the papers: 98,688 weights.
 * It is thrown away after pretraining.
 *
 * <p>Parameter names are those of the reference's state dictionary.
 */
public final class MlpHead implements AutoCloseable {
  private static final double SHORTEST = 1e-24; // square of the smallest length that is divided by

  private final int features;
  private final int embedding;
  private final StartingWeights start;
  private final MlpHead rest; // shared, not owned; null for none
  private final Parameters parameters = Parameters.create();

  /**
   * A head with fresh weights.
   *
   * @param features length of the encoder's feature vector
   * @param embedding length of the embedding, D
   * @param start starting values of the weights
   * @param key seed of the weights
   */
  public MlpHead(int features, int embedding, StartingWeights start, RandomKey key) {
    this.features = features;
    this.embedding = Require.atLeast("embedding", embedding, 1);
    this.start = start;
    this.rest = null;
    linear("fc.0", features, features, key);
    linear("fc.2", features, embedding, key);
    start.apply(parameters, key);
  }

  /**
   * A layer as wide as the features and ReLU in front of another head, which both share: what the
   * released CrosSCLR has for all streams but the first.
   *
   * @param shared the other head; not owned
   * @param key seed of the weights
   */
  public MlpHead(MlpHead shared, RandomKey key) {
    this.features = shared.features;
    this.embedding = shared.embedding;
    this.start = shared.start;
    this.rest = shared;
    linear("fc.0", features, features, key);
    start.apply(parameters, key);
  }

  private void linear(String name, int in, int out, RandomKey key) {
    RandomKey own = key.with(name);
    parameters.add(
        name + ".weight",
        Initialisation.uniformFanIn(
            parameters.manager(), new Shape(out, in), in, own.with("weight")));
    parameters.add(
        name + ".bias",
        Initialisation.uniformFanIn(parameters.manager(), new Shape(out), in, own.with("bias")));
  }

  /**
   * A head of the same sizes with other weights.
   *
   * @param shared what it shares, if this one shares something
   */
  MlpHead sibling(MlpHead shared, RandomKey key) {
    return rest == null ? new MlpHead(features, embedding, start, key) : new MlpHead(shared, key);
  }

  /** Moves these weights, the shared ones too, one step towards those of another head. */
  void follow(MlpHead source, double momentum) {
    MovingAverage.update(parameters, source.parameters, momentum);
    if (rest != null) {
      rest.follow(source.rest, momentum);
    }
  }

  /** Weights, without shared ones. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * Embeddings of length one.
   *
   * @param features (N, features); not closed
   * @return (N, D)
   */
  public NDArray embed(NDArray features) {
    NDArray y = layer(features, "fc.0");
    y = Ops.next(y, Ops.relu(y));
    if (rest != null) {
      return Ops.next(y, rest.embed(y));
    }
    y = Ops.next(y, layer(y, "fc.2"));
    return Ops.next(y, normalise(y));
  }

  private NDArray layer(NDArray x, String name) {
    return Ops.linear(x, parameters.get(name + ".weight"), parameters.get(name + ".bias"));
  }

  /**
   * Rows divided by their lengths; a row of zeros stays, with a finite gradient.
   *
   * @param x (N, D); not closed
   * @return (N, D)
   */
  public static NDArray normalise(NDArray x) {
    NDArray lengths = x.square();
    lengths = Ops.next(lengths, lengths.sum(new int[] {1}, true));
    try (NDArray shortest = Ops.number(lengths, SHORTEST)) {
      lengths = Ops.next(lengths, lengths.maximum(shortest));
    }
    lengths = Ops.next(lengths, lengths.sqrt());
    NDArray rows = x.div(lengths);
    lengths.close();
    return rows;
  }

  @Override
  public void close() {
    parameters.close();
  }
}
