package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.SplittableRandom;
import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/**
 * Starting values of weights, drawn in Java from a key, so that they are the same on every device
 * and do not depend on the order in which layers are made.
 */
public final class Initialisation {
  private Initialisation() {}

  /**
   * PyTorch's default for linear and convolution layers, weights and biases alike: uniform within
   * plus or minus 1 / sqrt(fan in).
   */
  public static NDArray uniformFanIn(NDManager manager, Shape shape, long fanIn, RandomKey key) {
    SplittableRandom random = key.generator();
    double bound = 1 / Math.sqrt((double) fanIn);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return manager.create(values, shape);
  }

  /** Xavier's normal distribution for a (Co, Ci) matrix: variance 2 / (Co + Ci). */
  public static NDArray xavierNormal(NDManager manager, Shape shape, RandomKey key) {
    Draws draws = new Draws(key);
    double deviation = Math.sqrt(2.0 / (shape.get(0) + shape.get(1)));
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (draws.normal() * deviation);
    }
    return manager.create(values, shape);
  }
}
