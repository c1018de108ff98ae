package org.penumbra.evaluate;

import org.penumbra.embed.Embeddings;

/** Shift and scale of each feature, learned on training clips and applied to any. */
final class Standardisation {
  private final double[] mean;
  private final double[] scale;

  private Standardisation(double[] mean, double[] scale) {
    this.mean = mean;
    this.scale = scale;
  }

  /** Leaves features as they are. */
  static Standardisation none(int features) {
    double[] ones = new double[features];
    java.util.Arrays.fill(ones, 1);
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
      scale[f] = square[f] > 0 ? 1 / Math.sqrt(square[f]) : 0;
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
