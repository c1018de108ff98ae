package org.penumbra.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.model.ReferenceStGcn;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.pretrain.loss.CrossMocoLoss.Denominator;
import org.penumbra.tensor.Parameters;

/**
 * CrossMoCo on one stream in float64 and plain loops: Algorithm 1 and equations 1 to 5 of the
 * paper, with the decisions of {@link CrossMoco}.
 */
final class ReferenceCrossMoco {
  private final CrossMocoContrast contrast;
  private final Map<String, ReferenceWeights> parts = new LinkedHashMap<>();
  private final Map<String, Integer> pointers = new LinkedHashMap<>();

  /** Embeddings of a batch; null where there are none. */
  static final class Both {
    private final double[][] f;
    private final double[][] h;

    Both(double[][] f, double[][] h) {
      this.f = f;
      this.h = h;
    }

    double[][] f() {
      return f;
    }

    double[][] h() {
      return h;
    }
  }

  /** A copy of what a learner has now. */
  ReferenceCrossMoco(CrossMocoContrast contrast, Map<String, Parameters> state, String suffix) {
    this.contrast = contrast;
    state.forEach(
        (name, parameters) -> {
          if (name.endsWith(suffix)) {
            String part = name.substring(0, name.length() - suffix.length());
            parts.put(part, new ReferenceWeights(parameters));
          }
        });
  }

  /** Weights, running statistics or bank of a part. */
  ReferenceWeights part(String name) {
    return parts.get(name);
  }

  /** Names of all parts. */
  List<String> parts() {
    return List.copyOf(parts.keySet());
  }

  /** f and h of a view. */
  Both embed(String prefix, ReferenceView clips) {
    double[][] features = features(prefix + "encoder", clips);
    boolean hasMlp = parts.containsKey(prefix + "mlp");
    double[][] h = null;
    if (hasMlp) {
      boolean own = parts.containsKey(prefix + "mlp-encoder");
      double[][] below = own ? features(prefix + "mlp-encoder", clips) : features;
      h = unit(mlp(parts.get(prefix + "mlp"), below));
    }
    boolean alone = contrast.pairing() == CrossMocoPairing.ST_MLP;
    return new Both(alone ? null : unit(features), h);
  }

  private double[][] features(String part, ReferenceView clips) {
    double[] flat =
        new ReferenceStGcn(parts.get(part))
            .train(clips.values(), clips.samples(), clips.frames(), clips.bodies(), List.of());
    return ReferenceContrast.rows(flat, clips.samples());
  }

  /** (Linear, batch norm, ReLU) once or more, then linear. */
  private static double[][] mlp(ReferenceWeights weights, double[][] x) {
    double[][] y = x;
    int layer = 0;
    while (weights.has("norm." + layer + ".weight")) {
      double[][] linear = linear(weights, "linear." + layer, y);
      double[] flat = Arrays.stream(linear).flatMapToDouble(Arrays::stream).toArray();
      double[] normed = weights.batchNorm("norm." + layer, flat, linear[0].length, 1);
      for (int i = 0; i < normed.length; i++) {
        normed[i] = normed[i] > 0 ? normed[i] : 0;
      }
      y = ReferenceContrast.rows(normed, x.length);
      layer++;
    }
    return linear(weights, "linear." + layer, y);
  }

  private static double[][] linear(ReferenceWeights weights, String name, double[][] x) {
    int width = x[0].length;
    double[][] y = new double[x.length][width];
    for (int n = 0; n < x.length; n++) {
      for (int out = 0; out < width; out++) {
        y[n][out] = weights.get(name + ".bias")[out];
        for (int in = 0; in < width; in++) {
          y[n][out] += weights.get(name + ".weight")[out * width + in] * x[n][in];
        }
      }
    }
    return y;
  }

  private static double[][] unit(double[][] rows) {
    double[][] unit = new double[rows.length][];
    for (int n = 0; n < rows.length; n++) {
      double length = Math.sqrt(ReferenceContrast.dot(rows[n], rows[n]));
      unit[n] = Arrays.stream(rows[n]).map(value -> value / length).toArray();
    }
    return unit;
  }

  /** Equations 3, 4 and 5 for queries (q, r) and keys (k, l). */
  double loss(Both query, Both key) {
    int samples = (query.f() == null ? query.h() : query.f()).length;
    double loss = 0;
    for (int n = 0; n < samples; n++) {
      double positive = 0;
      double negative = 0;
      CrossMocoWeights w = contrast.weights();
      boolean crossed = contrast.pairing() == CrossMocoPairing.CROSSED;
      if (query.f() != null) {
        double[] q = query.f()[n];
        positive += w.alpha() * similarity(q, crossed ? key.h()[n] : key.f()[n]);
        negative += w.lambda() * negatives(q, crossed ? "bank-mlp" : "bank-gcn");
      }
      if (query.h() != null) {
        double[] r = query.h()[n];
        positive += w.beta() * similarity(r, crossed ? key.f()[n] : key.h()[n]);
        negative += w.phi() * negatives(r, crossed ? "bank-gcn" : "bank-mlp");
      }
      boolean printed = contrast.loss().denominator() == Denominator.NEGATIVES_ONLY;
      loss -= Math.log(positive / (printed ? negative : positive + negative)) / samples;
    }
    return loss;
  }

  private double similarity(double[] a, double[] b) {
    return Math.exp(ReferenceContrast.dot(a, b) / contrast.loss().temperature());
  }

  /** Over the query's own bank, if there is one, and the mixed one, if there is one. */
  private double negatives(double[] query, String own) {
    double sum = 0;
    for (String bank : List.of(own, "bank-mixed")) {
      if (parts.containsKey(bank)) {
        double[] rows = parts.get(bank).get("queue");
        for (int at = 0; at < rows.length; at += query.length) {
          sum += similarity(query, Arrays.copyOfRange(rows, at, at + query.length));
        }
      }
    }
    return sum;
  }

  /** The learned weights of the query networks become those of the learner. */
  void takeQueries(Map<String, Parameters> trained) {
    trained.forEach(
        (part, parameters) ->
            parameters
                .weights()
                .forEach(
                    (name, weight) -> {
                      double[] values = ReferenceWeights.doubles(weight);
                      double[] target = parts.get(part).get(name);
                      System.arraycopy(values, 0, target, 0, values.length);
                    }));
  }

  /** Equation 1, with its missing m; running statistics stay. */
  void follow() {
    double m = contrast.momentum();
    for (String part : List.of("encoder", "mlp-encoder", "mlp")) {
      if (parts.containsKey(part)) {
        ReferenceWeights slow = parts.get("key-" + part);
        ReferenceWeights fast = parts.get(part);
        for (String name : slow.names()) {
          for (int i = 0; i < slow.get(name).length && !name.contains("running"); i++) {
            slow.get(name)[i] = m * slow.get(name)[i] + (1 - m) * fast.get(name)[i];
          }
        }
      }
    }
  }

  /** k to the first bank, l to the second, k and then l to the mixed one. */
  void enqueue(Both key) {
    List<double[]> both = new ArrayList<>();
    List<double[]> f = key.f() == null ? List.of() : List.of(key.f());
    List<double[]> h = key.h() == null ? List.of() : List.of(key.h());
    both.addAll(f);
    both.addAll(h);
    Map.of("bank-gcn", f, "bank-mlp", h, "bank-mixed", both).forEach(this::enqueue);
  }

  private void enqueue(String bank, List<double[]> rows) {
    if (parts.containsKey(bank)) {
      double[] queue = parts.get(bank).get("queue");
      for (double[] row : rows) {
        int at = pointers.getOrDefault(bank, 0);
        System.arraycopy(row, 0, queue, at * row.length, row.length);
        pointers.put(bank, (at + 1) % (queue.length / row.length));
      }
    }
  }
}
