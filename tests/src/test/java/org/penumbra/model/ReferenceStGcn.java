package org.penumbra.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * ST-GCN for 25 joints in training mode without dropout: float64 and plain loops, written from the
 * published description alone. Slow; for tests of the fast one.
 */
public final class ReferenceStGcn {
  private static final int V = 25;
  private static final int CENTRE = 20;
  private static final int LAYERS = 10;

  /** Joints counted from 1. */
  private static final int[][] BONES = {
    {1, 2}, {2, 21}, {3, 21}, {4, 3}, {5, 21}, {6, 5}, {7, 6}, {8, 7}, {9, 21}, {10, 9}, {11, 10},
    {12, 11}, {13, 1}, {14, 13}, {15, 14}, {16, 15}, {17, 1}, {18, 17}, {19, 18}, {20, 19},
    {22, 23}, {23, 8}, {24, 25}, {25, 12}
  };

  private final ReferenceWeights weights;
  private final double[][][] adjacency = adjacency();

  /** A network with these weights, which it shares. */
  public ReferenceStGcn(ReferenceWeights weights) {
    this.weights = weights;
  }

  /**
   * Features of a batch.
   *
   * @param x (samples, 3, frames, 25, bodies)
   * @param dropped joints taken out after the input's batch norm
   * @return (samples, features)
   */
  public double[] train(
      double[] x, int samples, int frames, int bodies, Collection<Integer> dropped) {
    return pool(maps(x, samples, frames, bodies, dropped), samples, bodies);
  }

  /** The last layer's output, (samples bodies, features, frames / 4, joints). */
  public ReferenceMaps maps(
      double[] x, int samples, int frames, int bodies, Collection<Integer> dropped) {
    int[] kept = IntStream.range(0, V).filter(v -> !dropped.contains(v)).toArray();
    ReferenceMaps maps = select(normaliseInput(x, samples, frames, bodies), kept);
    for (int layer = 0; layer < LAYERS; layer++) {
      maps = layer(maps, layer, kept);
    }
    return maps;
  }

  /** Each joint's each coordinate is a channel of its own, number 3 v + c. */
  private ReferenceMaps normaliseInput(double[] x, int samples, int frames, int bodies) {
    double[] rows = new double[x.length]; // (samples bodies, 3 v + c, frames)
    int row = V * bodies;
    for (int i = 0; i < x.length; i++) {
      int body = i % bodies;
      int joint = i / bodies % V;
      int frame = i / row % frames;
      int coordinate = i / row / frames % 3;
      int sample = i / row / frames / 3;
      rows[((sample * bodies + body) * 3 * V + 3 * joint + coordinate) * frames + frame] = x[i];
    }
    double[] normalised = weights.batchNorm("data_bn", rows, 3 * V, frames);
    return ReferenceMaps.of(
        samples * bodies,
        3,
        frames,
        V,
        (n, c, t, v) -> normalised[(n * 3 * V + 3 * v + c) * frames + t]);
  }

  private static ReferenceMaps select(ReferenceMaps x, int[] kept) {
    return ReferenceMaps.of(
        x.count, x.channels, x.frames, kept.length, (n, c, t, v) -> x.get(n, c, t, kept[v]));
  }

  private ReferenceMaps layer(ReferenceMaps x, int number, int[] kept) {
    String name = "st_gcn_networks." + number;
    int stride = number == 4 || number == 7 ? 2 : 1;
    ReferenceMaps y = graphConvolution(x, name + ".gcn.conv", "edge_importance." + number, kept);
    y = relu(norm(y, name + ".tcn.0"));
    y = norm(convolution(y, name + ".tcn.2", stride), name + ".tcn.3");
    if (number > 0) {
      boolean same = x.channels == y.channels && stride == 1;
      ReferenceMaps residual =
          same ? x : norm(convolution(x, name + ".residual.0", stride), name + ".residual.1");
      for (int i = 0; i < y.values.length; i++) {
        y.values[i] += residual.values[i];
      }
    }
    return relu(y);
  }

  /** {@code y[n, c, t, w] = sum over k, v of (W_k x + b_k)[n, c, t, v] links[k, v, w]}. */
  private ReferenceMaps graphConvolution(
      ReferenceMaps x, String name, String importance, int[] kept) {
    int out = weights.size(name + ".weight", 0) / 3;
    double[] weight = weights.get(name + ".weight"); // (3 out, in)
    double[] bias = weights.get(name + ".bias");
    double[][][] links = links(weights.get(importance), kept);
    ReferenceMaps convolved =
        ReferenceMaps.of(
            x.count,
            3 * out,
            x.frames,
            x.joints,
            (n, c, t, v) -> {
              double sum = bias[c];
              for (int in = 0; in < x.channels; in++) {
                sum += weight[c * x.channels + in] * x.get(n, in, t, v);
              }
              return sum;
            });
    return ReferenceMaps.of(
        x.count,
        out,
        x.frames,
        x.joints,
        (n, c, t, w) -> {
          double sum = 0;
          for (int k = 0; k < 3; k++) {
            for (int v = 0; v < x.joints; v++) {
              if (links[k][v][w] != 0) {
                sum += convolved.get(n, k * out + c, t, v) * links[k][v][w];
              }
            }
          }
          return sum;
        });
  }

  /** Adjacency times importance (3, V, V), rows and columns of the kept joints. */
  private double[][][] links(double[] importance, int[] kept) {
    double[][][] links = new double[3][kept.length][kept.length];
    for (int k = 0; k < 3; k++) {
      for (int v = 0; v < kept.length; v++) {
        for (int w = 0; w < kept.length; w++) {
          double factor = importance[(k * V + kept[v]) * V + kept[w]];
          links[k][v][w] = adjacency[k][kept[v]][kept[w]] * factor;
        }
      }
    }
    return links;
  }

  /** Along time, zeros outside; as many before as after. */
  private ReferenceMaps convolution(ReferenceMaps x, String name, int stride) {
    double[] weight = weights.get(name + ".weight"); // (out, in, kernel, 1)
    double[] bias = weights.get(name + ".bias");
    int kernel = weights.size(name + ".weight", 2);
    return ReferenceMaps.of(
        x.count,
        weights.size(name + ".weight", 0),
        (x.frames - 1) / stride + 1,
        x.joints,
        (n, c, t, v) -> {
          double sum = bias[c];
          for (int in = 0; in < x.channels; in++) {
            for (int k = 0; k < kernel; k++) {
              int frame = t * stride + k - kernel / 2;
              if (frame >= 0 && frame < x.frames) {
                sum += weight[(c * x.channels + in) * kernel + k] * x.get(n, in, frame, v);
              }
            }
          }
          return sum;
        });
  }

  private ReferenceMaps norm(ReferenceMaps x, String name) {
    return x.with(weights.batchNorm(name, x.values, x.channels, x.frames * x.joints));
  }

  private static ReferenceMaps relu(ReferenceMaps x) {
    return x.with(Arrays.stream(x.values).map(value -> Math.max(value, 0)).toArray());
  }

  /** Mean over frames, joints and bodies. */
  public static double[] pool(ReferenceMaps x, int samples, int bodies) {
    double[] features = new double[samples * x.channels];
    int places = x.frames * x.joints;
    for (int i = 0; i < x.values.length; i++) {
      int channel = i / places % x.channels;
      int sample = i / places / x.channels / bodies;
      features[sample * x.channels + channel] += x.values[i] / (places * bodies);
    }
    return features;
  }

  /**
   * Links and loops, each column divided by its sum; then by distance to the centre, which is known
   * up to one hop only: loops, equal or farther, nearer.
   */
  private static double[][][] adjacency() {
    double[][] linked = new double[V][V];
    for (int v = 0; v < V; v++) {
      linked[v][v] = 1;
    }
    for (int[] bone : BONES) {
      linked[bone[0] - 1][bone[1] - 1] = 1;
      linked[bone[1] - 1][bone[0] - 1] = 1;
    }
    double[][][] a = new double[3][V][V];
    for (int from = 0; from < V; from++) {
      for (int to = 0; to < V; to++) {
        double sum = 0;
        for (int v = 0; v < V; v++) {
          sum += linked[v][to];
        }
        int k = from == to ? 0 : distance(linked, from) >= distance(linked, to) ? 1 : 2;
        a[k][from][to] = linked[from][to] / sum;
      }
    }
    return a;
  }

  private static double distance(double[][] linked, int joint) {
    return joint == CENTRE ? 0 : linked[joint][CENTRE] == 1 ? 1 : Double.POSITIVE_INFINITY;
  }
}
