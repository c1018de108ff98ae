package org.penumbra.evaluate;

import java.util.Arrays;
import org.penumbra.embed.Embeddings;

/** Shift and scale of each feature, learned on training clips and applied to any. */
final class Standardisation {
  /** Deviation over mean below which a float32 feature counts as constant. */
  private static final double CONSTANT = 1e-6;

  private final double[] mean;
  private final double[] scale;

  private Standardisation(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Leaves features as they are. */
  static Standardisation none(int features) {
    double[] ones = new double[features];
    Arrays.fill(ones, 1);
    return new Standardisation(new double[features], ones);
  }

  /** Zero mean and unit variance over these clips; a feature that is constant becomes 0. */
  static Standardisation fit(Embeddings train) {
    int features = train.features();
    double[] mean = new double[features];
    double[] square = new double[features];
    float[] values = train.values();
    for (int i = 0; i < values.length; i++) {
      mean[i % features] += values[i] / (double) train.size();
    }
    for (int i = 0; i < values.length; i++) {
      double difference = values[i] - mean[i % features];
      square[i % features] += difference * difference / train.size();
    }
    double[] scale = new double[features];
    for (int f = 0; f < features; f++) {
      // The mean of equal float values is off by rounding: such a feature must not be blown up.
      double deviation = Math.sqrt(square[f]);
      scale[f] =
          deviation > CONSTANT * Math.max(Math.abs(mean[f]), Float.MIN_NORMAL) ? 1 / deviation : 0;
    }
    return new Standardisation(mean, scale);
  }

  /** Scaled features, (N, F); a new array. */
  float[] apply(Embeddings embeddings) {
    float[] values = embeddings.values().clone();
    int features = embeddings.features();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((values[i] - mean[i % features]) * scale[i % features]);
    }
    return values;
  }
}
