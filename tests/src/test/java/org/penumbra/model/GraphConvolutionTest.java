package org.penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.tensor.Precision.FLOAT32;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.penumbra.tensor.Compute;

class GraphConvolutionTest {
  private final NDManager manager = Compute.newManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray wave(double factor, long... shape) {
    Shape s = new Shape(shape);
    float[] values = new float[(int) s.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(factor * i + factor);
    }
    return manager.create(values, s);
  }

  @Test
  void bothOrdersAgreeWithTheSumWrittenOut() {
    int n = 2;
    int in = 2;
    int out = 4;
    int t = 3;
    int v = 5;
    NDArray x = wave(0.7, n, in, t, v);
    NDArray a = wave(0.31, 3, v, v);
    NDArray w = wave(0.17, 3L * out, in, 1, 1);
    NDArray b = wave(1.3, 3L * out);
    float[] expected = plain(x, a, w, b, n, in, out, t, v);
    NDArray jointsFirst = x.transpose(3, 0, 2, 1);
    assertClose(
        channelsFirst(GraphConvolution.convolveFirst(jointsFirst, a, w, b, FLOAT32)), expected);
    assertClose(
        channelsFirst(GraphConvolution.aggregateFirst(jointsFirst, a, w, b, FLOAT32)), expected);
  }

  private static float[] channelsFirst(NDArray y) {
    return y.transpose(1, 3, 2, 0).toFloatArray();
  }

  private static void assertClose(float[] found, float[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).as("element %d", i).isCloseTo(expected[i], within(1e-5));
    }
  }

  private static float[] plain(
      NDArray x, NDArray a, NDArray w, NDArray b, int n, int in, int out, int t, int v) {
    float[] xs = x.toFloatArray();
    float[] as = a.toFloatArray();
    float[] ws = w.toFloatArray();
    float[] bs = b.toFloatArray();
    float[] y = new float[n * out * t * v];
    for (int i = 0; i < y.length; i++) {
      int to = i % v;
      int frame = i / v % t;
      int channel = i / v / t % out;
      int sample = i / v / t / out;
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        for (int from = 0; from < v; from++) {
          double convolved = bs[k * out + channel];
          for (int c = 0; c < in; c++) {
            convolved +=
                ws[(k * out + channel) * in + c] * xs[((sample * in + c) * t + frame) * v + from];
          }
          sum += convolved * as[(k * v + from) * v + to];
        }
      }
      y[i] = (float) sum;
    }
    return y;
  }
}
