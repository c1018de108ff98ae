package org.penumbra.model;

import org.penumbra.core.Require;
import org.penumbra.model.StGcnOptions.LayerShape;
import org.penumbra.model.StGcnOptions.Residual;

/**
 * What an ST-GCN costs, counted from its sizes. The papers' encoder takes 306.2 million
 * multiply-adds for one body of 50 frames and 25 joints.
 *
 * @param options sizes
 * @param joints V of the layout
 */
public record StGcnCost(StGcnOptions options, int joints) {
  private static final int COORDINATES = 3;
  private static final int KERNEL = 9;
  private static final int K = GraphPartition.PARTITIONS;
  private static final int FLOAT = 4; // bytes

  /** Checks the number of joints. */
  public StGcnCost {
    Require.atLeast("joints", joints, 1);
  }

  /**
   * Multiply-adds of one forward pass of one body, in the form of the published code: convolve,
   * then carry along the graph. Carrying first, as layers that widen do here, saves some of them.
   *
   * @param frames T
   * @param kept joints that stay in the graph, V or fewer
   */
  public long multiplyAdds(int frames, int kept) {
    Require.atLeast("frames", frames, 1);
    Require.inRange("joints in the graph", kept, 1, joints);
    long sum = 0;
    long t = frames;
    for (LayerShape layer : options.layers()) {
      long in = layer.in();
      long out = layer.out();
      long before = t * kept;
      t = after(t, layer.stride());
      long after = t * kept;
      sum += before * in * K * out; // 1x1 convolution
      sum += before * kept * K * out; // graph
      sum += after * out * out * KERNEL; // along time
      sum += layer.residual() == Residual.CONVOLUTION ? after * in * out : 0;
    }
    return sum;
  }

  /**
   * Bytes of float32 activations that stay in memory between the forward and the backward pass of
   * one body: what graph product, two batch norms, two rectifiers and dropout of each layer keep.
   * Dropout keeps its mask as bytes and as numbers, a product over a graph that comes first keeps
   * its input once for each part of the graph.
   *
   * @param frames T
   * @param kept joints that stay in the graph, V or fewer
   */
  public long keptBytes(int frames, int kept) {
    long sum = 2L * COORDINATES * frames * joints * FLOAT;
    long t = frames;
    boolean first = true;
    for (LayerShape layer : options.layers()) {
      long out = layer.out();
      long before = t * kept;
      t = after(t, layer.stride());
      long after = t * kept;
      long graph = K * before * (layer.in() < out ? 2L * layer.in() : out);
      long floats = graph + 2 * before * out + 2 * after * out;
      floats += layer.residual() == Residual.CONVOLUTION ? after * out : 0;
      sum += floats * FLOAT;
      sum += options.dropout() && !first ? after * out * (1 + FLOAT) : 0;
      first = false;
    }
    return sum;
  }

  /** Learned numbers. */
  public long weights() {
    long sum = 2L * COORDINATES * joints;
    for (LayerShape layer : options.layers()) {
      long in = layer.in();
      long out = layer.out();
      sum += (long) K * joints * joints; // edge importance
      sum += K * out * in + K * out;
      sum += KERNEL * out * out + out;
      sum += 4 * out; // two batch norms
      sum += layer.residual() == Residual.CONVOLUTION ? in * out + 3 * out : 0;
    }
    return sum;
  }

  private static long after(long frames, int stride) {
    return (frames - 1) / stride + 1;
  }
}
