package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.core.RandomKey;
import org.penumbra.model.MlpHead;
import org.penumbra.model.NormalisedMlp;
import org.penumbra.model.StGcn;
import org.penumbra.tensor.Dropout;
import org.penumbra.tensor.MovingAverage;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.Precision;

/**
 * CrossMoCo's two encoders, once for queries and once for keys: f, the ST-GCN, and h, an ST-GCN
 * with an MLP on top, which is f's own unless the options say otherwise.
 */
final class CrossMocoEncoders implements AutoCloseable {
  private final StGcn gcn;
  private final StGcn mlpGcn; // the same as gcn if shared
  private final NormalisedMlp mlp; // null for the ST-GCN alone
  private final boolean usesGcn;
  private final Precision precision;

  /**
   * Embeddings of a batch, each (N, features), of length one; null where the pairing has none.
   *
   * @param f by the ST-GCN: the paper's q or k
   * @param h by the ST-MLP: the paper's r or l
   */
  record Embeddings(NDArray f, NDArray h) {}

  /**
   * Networks with fresh weights.
   *
   * @param gcn f; not owned
   * @param seed of the rest
   */
  CrossMocoEncoders(StGcn gcn, CrossMocoOptions options, RandomKey seed) {
    CrossMocoPairing pairing = options.contrast().pairing();
    this.gcn = gcn;
    precision = options.training().precision();
    usesGcn = pairing.usesGcn();
    mlpGcn =
        pairing.usesBoth() && !options.sharedGcn()
            ? new StGcn(gcn.layout(), gcn.options(), seed.with("mlp encoder"))
            : gcn;
    mlp =
        pairing.usesMlp()
            ? new NormalisedMlp(gcn.features(), options.mlpLayers(), seed.with("mlp"))
            : null;
  }

  /**
   * Both embeddings in training mode.
   *
   * @param x (N, C, T, V, M)
   * @param dropout begun for this step
   */
  Embeddings embed(NDArray x, Dropout dropout) {
    NDArray features = gcn.train(x, List.of(), dropout, precision);
    NDArray f = usesGcn ? MlpHead.normalise(features) : null;
    if (mlp == null) {
      return new Embeddings(f, null);
    }
    NDArray below = mlpGcn == gcn ? features : mlpGcn.train(x, List.of(), dropout, precision);
    return new Embeddings(f, MlpHead.normalise(mlp.train(below)));
  }

  /** Every weight becomes {@code m own + (1 - m) of the query}; running statistics stay. */
  void follow(CrossMocoEncoders query, double momentum) {
    Map<String, Parameters> others = query.parameters();
    parameters().forEach((name, own) -> MovingAverage.update(own, others.get(name), momentum));
  }

  /** f. */
  StGcn gcn() {
    return gcn;
  }

  /** Weights by part: {@code encoder}, {@code mlp-encoder} if it is another, {@code mlp}. */
  Map<String, Parameters> parameters() {
    Map<String, Parameters> parts = new LinkedHashMap<>();
    parts.put("encoder", gcn.parameters());
    if (mlpGcn != gcn) {
      parts.put("mlp-encoder", mlpGcn.parameters());
    }
    if (mlp != null) {
      parts.put("mlp", mlp.parameters());
    }
    return parts;
  }

  @Override
  public void close() {
    if (mlpGcn != gcn) {
      mlpGcn.close();
    }
    if (mlp != null) {
      mlp.close();
    }
  }
}
