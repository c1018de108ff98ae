package org.penumbra.pretrain;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.model.ReferenceStGcn;
import org.penumbra.model.ReferenceWeights;

/**
 * Loss of one step of a Barlow Twins method in float64 and plain loops, written from the published
 * description: encoder and projector in training mode, then the sum of BT(anchor, view) over the
 * other views.
 */
final class ReferenceTwins {
  private final ReferenceStGcn encoder;
  private final ReferenceWeights projector;
  private final double lambda;

  ReferenceTwins(ReferenceWeights encoder, ReferenceWeights projector, double lambda) {
    this.encoder = new ReferenceStGcn(encoder);
    this.projector = projector;
    this.lambda = lambda;
  }

  /** (samples, features). */
  private double[] features(ReferenceView clips) {
    return encoder.train(
        clips.values(), clips.samples(), clips.frames(), clips.bodies(), clips.dropped());
  }

  /** The first view is the anchor. */
  double loss(List<ReferenceView> views) {
    int samples = views.get(0).samples();
    List<double[]> embeddings = new ArrayList<>();
    views.forEach(view -> embeddings.add(embed(features(view), samples)));
    double loss = 0;
    for (int i = 1; i < embeddings.size(); i++) {
      loss += barlowTwins(embeddings.get(0), embeddings.get(i), samples);
    }
    return loss;
  }

  /** Linear, norm, ReLU, linear, norm, ReLU, linear, norm without scale and shift. */
  private double[] embed(double[] features, int samples) {
    double[] x = features;
    for (int layer = 0; layer < 3; layer++) {
      int width = projector.size("linear." + layer + ".weight", 0);
      x = projector.batchNorm("norm." + layer, linear(x, samples, layer, width), width, 1);
      for (int i = 0; i < x.length && layer < 2; i++) {
        x[i] = Math.max(x[i], 0);
      }
    }
    return x;
  }

  private double[] linear(double[] x, int samples, int layer, int width) {
    double[] weight = projector.get("linear." + layer + ".weight"); // (out, in)
    int in = x.length / samples;
    double[] y = new double[samples * width];
    for (int i = 0; i < y.length * in; i++) {
      int out = i / in % width;
      y[i / in] += x[i / in / width * in + i % in] * weight[out * in + i % in];
    }
    return y;
  }

  /** {@code C = Za' Zb / N; sum (C_ii - 1)^2 + lambda sum C_ij^2}. */
  private double barlowTwins(double[] za, double[] zb, int samples) {
    int width = za.length / samples;
    double loss = 0;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        double c = 0;
        for (int n = 0; n < samples; n++) {
          c += za[n * width + i] * zb[n * width + j] / samples;
        }
        loss += i == j ? (c - 1) * (c - 1) : lambda * c * c;
      }
    }
    return loss;
  }
}
