package org.penumbra.pretrain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.penumbra.model.ReferenceStGcn;
import org.penumbra.model.ReferenceWeights;
import org.penumbra.tensor.Parameters;

/**
 * Query network, key network and queue of momentum contrast for one stream: float64 and plain
 * loops, written from the published description alone.
 */
final class ReferenceContrast {
  final ReferenceWeights encoder;
  final ReferenceWeights head;
  final ReferenceWeights keyEncoder;
  final ReferenceWeights keyHead;
  final double[] queue; // (K, D)
  private final int width; // D
  private int pointer;

  /** A copy of what a learner has now. */
  ReferenceContrast(Map<String, Parameters> state, String suffix) {
    encoder = new ReferenceWeights(state.get("encoder" + suffix));
    head = new ReferenceWeights(state.get("head" + suffix));
    keyEncoder = new ReferenceWeights(state.get("key-encoder" + suffix));
    keyHead = new ReferenceWeights(state.get("key-head" + suffix));
    queue = new ReferenceWeights(state.get("queue" + suffix)).get("queue");
    width = new ReferenceWeights(state.get("queue" + suffix)).size("queue", 1);
  }

  /** The learned weights of the query network become those of the learner. */
  void takeQuery(Map<String, Parameters> state, String suffix) {
    take(encoder, state.get("encoder" + suffix));
    take(head, state.get("head" + suffix));
  }

  private static void take(ReferenceWeights target, Parameters source) {
    for (String name : source.weights().keySet()) {
      double[] values = ReferenceWeights.doubles(source.get(name));
      System.arraycopy(values, 0, target.get(name), 0, values.length);
    }
  }

  /** Embeddings by the query network, a row of length one for each sample. */
  double[][] query(ReferenceView clips) {
    return embed(features(encoder, clips), head);
  }

  /** Embeddings by the key network. */
  double[][] key(ReferenceView clips) {
    return embed(features(keyEncoder, clips), keyHead);
  }

  /** Features of a network, a row for each sample. */
  static double[][] features(ReferenceWeights weights, ReferenceView clips) {
    double[] flat =
        new ReferenceStGcn(weights)
            .train(clips.values(), clips.samples(), clips.frames(), clips.bodies(), List.of());
    return rows(flat, clips.samples());
  }

  static double[][] rows(double[] flat, int count) {
    int length = flat.length / count;
    double[][] rows = new double[count][];
    Arrays.setAll(rows, n -> Arrays.copyOfRange(flat, n * length, (n + 1) * length));
    return rows;
  }

  /** Linear, ReLU, linear, divided by the length; each further head is a layer in front. */
  static double[][] embed(double[][] features, ReferenceWeights head, ReferenceWeights... front) {
    List<double[]> rows = new ArrayList<>();
    for (double[] row : features) {
      double[] hidden = row;
      for (ReferenceWeights layer : front) {
        hidden = relu(linear(hidden, layer, "fc.0"));
      }
      double[] z = linear(relu(linear(hidden, head, "fc.0")), head, "fc.2");
      double length = Math.sqrt(dot(z, z));
      rows.add(Arrays.stream(z).map(value -> value / length).toArray());
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] relu(double[] x) {
    return Arrays.stream(x).map(value -> Math.max(value, 0)).toArray();
  }

  private static double[] linear(double[] x, ReferenceWeights weights, String name) {
    double[] y = weights.get(name + ".bias").clone();
    double[] weight = weights.get(name + ".weight");
    for (int i = 0; i < weight.length; i++) {
      y[i / x.length] += weight[i] * x[i % x.length];
    }
    return y;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Similarity with the own key, then with every key of the queue; for each query. */
  double[][] similarities(double[][] queries, double[][] keys) {
    int size = queue.length / width;
    double[][] rows = new double[queries.length][1 + size];
    for (int n = 0; n < queries.length; n++) {
      rows[n][0] = dot(queries[n], keys[n]);
      for (int i = 0; i < size; i++) {
        rows[n][1 + i] = dot(queries[n], Arrays.copyOfRange(queue, i * width, (i + 1) * width));
      }
    }
    return rows;
  }

  /** Learned weights of the key network become {@code m key + (1 - m) query}. */
  void follow(double momentum) {
    follow(keyEncoder, encoder, momentum);
    follow(keyHead, head, momentum);
  }

  /** Learned weights become {@code m slow + (1 - m) fast}. */
  static void follow(ReferenceWeights slow, ReferenceWeights fast, double momentum) {
    for (String name : slow.names()) {
      for (int i = 0; i < slow.get(name).length && !name.contains("running"); i++) {
        slow.get(name)[i] = momentum * slow.get(name)[i] + (1 - momentum) * fast.get(name)[i];
      }
    }
  }

  /** Keys take the next places of the queue, round and round. */
  void enqueue(double[][] keys) {
    for (double[] key : keys) {
      System.arraycopy(key, 0, queue, pointer * width, width);
      pointer = (pointer + 1) % (queue.length / width);
    }
  }
}
