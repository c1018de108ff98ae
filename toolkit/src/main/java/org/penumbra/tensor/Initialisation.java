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

  /**
   * The starting values of SkeletonCLR's family, over those that are there: weights of linear and
   * convolution layers are normal with mean 0 and standard deviation 0.02, weights of batch norm
   * normal with mean 1 and the same deviation, and every bias is 0. Other weights (the edge
   * importance of a graph) stay.
   *
   * @param parameters of a network; by their names' ends, {@code weight} and {@code bias}
   * @param key seed of the draws
   */
  public static void normal(Parameters parameters, RandomKey key) {
    parameters
        .weights()
        .forEach(
            (name, weight) -> {
              int size = (int) weight.getShape().size();
              if (name.endsWith("bias")) {
                parameters.set(name, new float[size]);
              } else if (name.endsWith("weight")) {
                double mean = weight.getShape().dimension() == 1 ? 1 : 0; // batch norm has one axis
                parameters.set(name, normal(size, mean, key.with(name)));
              }
            });
  }

  private static float[] normal(int size, double mean, RandomKey key) {
    Draws draws = new Draws(key);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (mean + 0.02 * draws.normal());
    }
    return values;
  }
}
