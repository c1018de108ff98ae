package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.tensor.Parameters;

/** A network's weights and running statistics in float64, and the batch norm that uses them. */
public final class ReferenceWeights {
  /** The engine takes it as float32, also for float64 tensors: 1e-5 to eight digits. */
  private static final double EPSILON = 1e-5f;

  private final Map<String, double[]> values = new LinkedHashMap<>();
  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  /** A copy of what a network has now. */
  public ReferenceWeights(Parameters parameters) {
    for (String name : parameters.names()) {
      values.put(name, doubles(parameters.get(name)));
      shapes.put(name, parameters.get(name).getShape().getShape());
    }
  }

  /** The numbers of a tensor of float32 or float64. */
  public static double[] doubles(NDArray tensor) {
    return Arrays.stream(tensor.toArray()).mapToDouble(Number::doubleValue).toArray();
  }

  /** All numbers of one tensor; write them to change the network. */
  public double[] get(String name) {
    return values.get(name);
  }

  /** Whether the network has such a tensor. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** Length of an axis. */
  public int size(String name, int axis) {
    return (int) shapes.get(name)[axis];
  }

  /** Names of all tensors. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /**
   * Batch norm in training: {@code (x - mean) / sqrt(biased variance + 1e-5) * weight + bias} over
   * all but the channels; the running statistics become 0.9 old + 0.1 new, with the unbiased
   * variance.
   *
   * @param x (outer, channels, inner)
   */
  public double[] batchNorm(String name, double[] x, int channels, int inner) {
    int outer = x.length / channels / inner;
    int count = outer * inner;
    double[] y = new double[x.length];
    for (int c = 0; c < channels; c++) {
      double mean = 0;
      for (int i = 0; i < count; i++) {
        mean += x[index(i, c, channels, inner)] / count;
      }
      double squares = 0;
      for (int i = 0; i < count; i++) {
        squares += Math.pow(x[index(i, c, channels, inner)] - mean, 2);
      }
      double scale = get(name + ".weight")[c] / Math.sqrt(squares / count + EPSILON);
      for (int i = 0; i < count; i++) {
        int at = index(i, c, channels, inner);
        y[at] = (x[at] - mean) * scale + get(name + ".bias")[c];
      }
      keep(name + ".running_mean", c, mean);
      keep(name + ".running_var", c, squares / (count - 1));
    }
    return y;
  }

  private static int index(int i, int channel, int channels, int inner) {
    return (i / inner * channels + channel) * inner + i % inner;
  }

  private void keep(String name, int channel, double value) {
    double[] running = get(name);
    running[channel] = 0.9 * running[channel] + 0.1 * value;
  }
}
