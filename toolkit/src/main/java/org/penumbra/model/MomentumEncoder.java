package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.MovingAverage;
import org.penumbra.tensor.Precision;
import org.penumbra.tensor.TensorScope;

/**
 * Momentum contrast's key network: an encoder with its head that follows a query network slowly,
 * {@code key = m key + (1 - m) query}, and takes no gradient.
 *
 * <p>As in the published code it runs in training mode: batch norm uses the batch's statistics and
 * keeps running ones of its own, which do not follow the query's, and dropout is active. Batches
 * are not shuffled between devices.
 */
public final class MomentumEncoder implements AutoCloseable {
  private final StGcn query;
  private final MlpHead queryHead;
  private final double momentum;
  private final StGcn encoder;
  private final MlpHead head;
  private final Dropout dropout = new Dropout();

  /**
   * A key network with weights of its own.
   *
   * @param query encoder that it follows; not owned
   * @param queryHead head that it follows; not owned
   * @param momentum share of the old weights that is kept at each step, 0 to 1; 0.999 in the papers
   * @param key seed of the weights
   */
  public MomentumEncoder(StGcn query, MlpHead queryHead, double momentum, RandomKey key) {
    this(query, queryHead, null, momentum, key);
  }

  /**
   * As the other, for a query head that shares layers.
   *
   * @param sharedKeyHead key head that follows the shared query head; not owned
   */
  public MomentumEncoder(
      StGcn query, MlpHead queryHead, MlpHead sharedKeyHead, double momentum, RandomKey key) {
    this.query = query;
    this.queryHead = queryHead;
    this.momentum = Require.inRange("momentum", momentum, 0, 1);
    this.encoder = new StGcn(query.layout(), query.options(), key.with("encoder"));
    this.head = queryHead.sibling(sharedKeyHead, key.with("head"));
  }

  /** Takes over the query's weights as they are; running statistics stay. */
  public void copyQuery() {
    follow(0);
  }

  /** One step towards the query's weights. */
  public void follow() {
    follow(momentum);
  }

  private void follow(double kept) {
    MovingAverage.update(encoder.parameters(), query.parameters(), kept);
    head.follow(queryHead, kept);
  }

  /**
   * Embeddings of length one, in training mode. Nothing is kept for gradients, also inside a
   * gradient collector.
   *
   * @param x (N, C, T, V, M), metres
   * @param stepKey of the dropout in this step
   * @param precision of the encoder's maps and products
   * @return (N, D)
   */
  public NDArray embed(NDArray x, RandomKey stepKey, Precision precision) {
    try (TensorScope scope = TensorScope.open()) {
      dropout.begin(stepKey);
      return scope.handOut(head.embed(encoder.train(x, List.of(), dropout, precision)));
    }
  }

  /** The key encoder: weights and running statistics. */
  public StGcn encoder() {
    return encoder;
  }

  /** The key encoder's head. */
  public MlpHead head() {
    return head;
  }

  @Override
  public void close() {
    encoder.close();
    head.close();
  }
}
