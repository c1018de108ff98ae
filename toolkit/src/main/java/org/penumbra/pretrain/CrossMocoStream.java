package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.augment.DrawUnit;
import org.penumbra.core.RandomKey;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.CrossMocoEncoders.Embeddings;
import org.penumbra.pretrain.loss.CrossMocoLoss.Pair;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;

/**
 * CrossMoCo on one stream: two encoders for queries, two for keys, the memory banks. Algorithm 1 of
 * the paper is {@link #loss} and {@link #afterUpdate}.
 *
 * <p>Closing frees everything but the query ST-GCN.
 */
final class CrossMocoStream implements StreamNetworks {
  private final CrossMocoOptions options;
  private final BatchViews views;
  private final CrossMocoEncoders queries;
  private final CrossMocoEncoders keys;
  private final CrossMocoBanks banks;
  private Embeddings latest; // keys of the step under way

  /**
   * Networks with fresh weights; the key networks begin as copies of the query networks.
   *
   * @param data the stream's clips
   * @param encoder query ST-GCN; not owned
   * @param seed of everything else
   */
  CrossMocoStream(PreparedDataset data, StGcn encoder, CrossMocoOptions options, RandomKey seed) {
    this.options = options;
    CrossMocoContrast contrast = options.contrast();
    queries = new CrossMocoEncoders(encoder, options, seed);
    StGcn key = new StGcn(encoder.layout(), encoder.options(), seed.with("key"));
    keys = new CrossMocoEncoders(key, options, seed);
    keys.follow(queries, 0);
    banks = new CrossMocoBanks(contrast.banks(), contrast.bankSize(), encoder.features(), seed);
    views = new BatchViews(data, DrawUnit.SAMPLE, encoder.parameters().manager());
  }

  /** The query ST-GCN. */
  @Override
  public StGcn encoder() {
    return queries.gcn();
  }

  /**
   * Loss of a batch, with the banks as the last step left them.
   *
   * @param pairing which query meets which key in this epoch
   * @param dropout begun for this step
   */
  NDArray loss(Batch batch, CrossMocoPairing pairing, Dropout dropout) {
    NDArray x1 = typed(views.draw(batch, "query", options.mask()));
    NDArray x2 = typed(views.draw(batch, "key", options.mask()));

    Embeddings query = queries.embed(x1, dropout); // q1 = f(x1), r1 = h(x1)
    latest = embedKeys(x2, dropout); // k1 = f(x2), l1 = h(x2)
    return options.contrast().loss().of(pairs(query, latest, pairing));
  }

  /** The key networks take no gradient. */
  private Embeddings embedKeys(NDArray x, Dropout dropout) {
    try (TensorScope scope = TensorScope.open()) {
      Embeddings found = keys.embed(x, dropout);
      return new Embeddings(
          found.f() == null ? null : scope.handOut(found.f()),
          found.h() == null ? null : scope.handOut(found.h()));
    }
  }

  /** Equations 3 and 4: with each query its key, its negatives and their weights. */
  private List<Pair> pairs(Embeddings query, Embeddings key, CrossMocoPairing pairing) {
    CrossMocoWeights w = options.contrast().weights();
    boolean crossed = pairing == CrossMocoPairing.CROSSED;
    List<Pair> pairs = new ArrayList<>();
    if (pairing.usesGcn()) {
      NDArray met = crossed ? key.h() : key.f();
      List<NDArray> negatives = crossed ? banks.ofMlp() : banks.ofGcn();
      pairs.add(new Pair(query.f(), met, negatives, w.alpha(), w.lambda()));
    }
    if (pairing.usesMlp()) {
      NDArray met = crossed ? key.f() : key.h();
      List<NDArray> negatives = crossed ? banks.ofGcn() : banks.ofMlp();
      pairs.add(new Pair(query.h(), met, negatives, w.beta(), w.phi()));
    }
    return pairs;
  }

  /** After the update of the query networks: the key networks follow, their keys join the banks. */
  @Override
  public void afterUpdate() {
    keys.follow(queries, options.contrast().momentum());
    banks.enqueue(latest);
    latest = null; // belongs to the step
  }

  /** Clips in the number type of the networks. */
  private NDArray typed(NDArray x) {
    return x.toType(encoder().parameters().get("data_bn.weight").getDataType(), false);
  }

  @Override
  public Map<String, Parameters> trained(String suffix) {
    return named("", queries.parameters(), suffix);
  }

  @Override
  public Map<String, Parameters> state(String suffix) {
    Map<String, Parameters> state = trained(suffix);
    state.putAll(named("key-", keys.parameters(), suffix));
    state.putAll(named("", banks.parameters(), suffix));
    return state;
  }

  private static Map<String, Parameters> named(
      String prefix, Map<String, Parameters> parts, String suffix) {
    Map<String, Parameters> named = new LinkedHashMap<>();
    parts.forEach((name, part) -> named.put(prefix + name + suffix, part));
    return named;
  }

  @Override
  public void close() {
    queries.close();
    keys.close();
    keys.gcn().close();
    banks.close();
  }
}
