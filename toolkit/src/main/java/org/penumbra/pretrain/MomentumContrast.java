package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.RandomKey;
import org.penumbra.model.MemoryBank;
import org.penumbra.model.MlpHead;
import org.penumbra.model.MomentumEncoder;
import org.penumbra.model.StGcn;
import org.penumbra.pretrain.loss.Similarities;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;

/**
 * Query network, key network and queue of one stream. A step goes in the published order: {@link
 * #query}, {@link #follow} (the key network moves towards the query network as the last update left
 * it), {@link #key}, {@link #compare} with the queue before this step's keys are in it; then, after
 * the update of the weights, {@link #afterUpdate}.
 *
 * <p>Closing frees everything but the query encoder.
 */
final class MomentumContrast implements StreamNetworks {
  private final StGcn encoder;
  private final MlpHead head;
  private final MomentumEncoder key;
  private final MemoryBank bank;
  private final Precision precision;
  private NDArray keys; // of the step under way

  /**
   * Networks with fresh weights.
   *
   * @param encoder query encoder; not owned
   * @param precision of both encoders' maps and products
   * @param seed of head, key network and queue
   */
  MomentumContrast(StGcn encoder, ContrastOptions options, Precision precision, RandomKey seed) {
    this(encoder, null, options, precision, seed);
  }

  /**
   * As the other, with a head that ends in that of another stream.
   *
   * @param shared the other stream; null for a head of its own
   */
  MomentumContrast(
      StGcn encoder,
      MomentumContrast shared,
      ContrastOptions options,
      Precision precision,
      RandomKey seed) {
    this.encoder = encoder;
    this.precision = precision;
    RandomKey headSeed = seed.with("head");
    head =
        shared == null
            ? new MlpHead(
                encoder.features(), options.embedding(), encoder.options().start(), headSeed)
            : new MlpHead(shared.head, headSeed);
    MlpHead keyHead = shared == null ? null : shared.key.head();
    key = new MomentumEncoder(encoder, head, keyHead, options.momentum(), seed.with("key"));
    if (options.initKeyFromQuery()) {
      key.copyQuery();
    }
    bank = new MemoryBank(options.queue(), options.embedding(), seed.with("queue"));
  }

  /** Where tensors of a step are made. */
  NDManager manager() {
    return bank.parameters().manager();
  }

  @Override
  public StGcn encoder() {
    return encoder;
  }

  /** The query network's head. */
  MlpHead head() {
    return head;
  }

  /**
   * Embeddings by the query network, (N, D), of length one.
   *
   * @param x (N, C, T, V, M)
   * @param dropout begun for this step
   */
  NDArray query(NDArray x, Dropout dropout) {
    return head.embed(encoder.train(typed(x), List.of(), dropout, precision));
  }

  /** The key network's step towards the query network. */
  void follow() {
    key.follow();
  }

  /** Embeddings by the key network, (N, D), of length one, without gradient; kept for the queue. */
  NDArray key(NDArray x, RandomKey stepKey) {
    keys = key.embed(typed(x), stepKey.with("key dropout"), precision);
    return keys;
  }

  /** Similarities of queries with this step's keys and with the queue. */
  Similarities compare(NDArray queries) {
    return Similarities.of(queries, keys, bank.rows());
  }

  /** This step's keys replace the oldest of the queue. */
  @Override
  public void afterUpdate() {
    bank.enqueue(keys);
    keys = null; // belongs to the step
  }

  /**
   * Maps of the query encoder in training mode, before they are averaged.
   *
   * @param x (N, C, T, V, M)
   * @param dropout begun for this step
   */
  NDArray queryMaps(NDArray x, Dropout dropout) {
    return encoder.trainMaps(typed(x), dropout, precision);
  }

  /** Clips in the number type of the networks. */
  private NDArray typed(NDArray x) {
    return x.toType(bank.rows().getDataType(), false);
  }

  @Override
  public Map<String, Parameters> trained(String suffix) {
    Map<String, Parameters> trained = new LinkedHashMap<>();
    trained.put("encoder" + suffix, encoder.parameters());
    trained.put("head" + suffix, head.parameters());
    return trained;
  }

  @Override
  public Map<String, Parameters> state(String suffix) {
    Map<String, Parameters> state = trained(suffix);
    state.put("key-encoder" + suffix, key.encoder().parameters());
    state.put("key-head" + suffix, key.head().parameters());
    state.put("queue" + suffix, bank.parameters());
    return state;
  }

  @Override
  public void close() {
    head.close();
    key.close();
    bank.close();
  }
}
