package org.penumbra.pretrain;

import org.penumbra.model.ReferenceStGcn;
import org.penumbra.model.ReferenceWeights;

/**
 * Loss of one PSTL step in float64 and plain loops, written from the published description: encoder
 * and projector in training mode, then BT(anchor, temporal) + BT(anchor, spatial).
 */
final class ReferencePstl {
  private final ReferenceStGcn encoder;
  private final ReferenceWeights projector;
  private final double lambda;

  ReferencePstl(ReferenceWeights encoder, ReferenceWeights projector, double lambda) {
    this.encoder = new ReferenceStGcn(encoder);
    this.projector = projector;
    this.lambda = lambda;
  }

  /** (samples, features). */
  double[] features(ReferenceView clips) {
    return encoder.train(
        clips.values(), clips.samples(), clips.frames(), clips.bodies(), clips.dropped());
  }

  double loss(ReferenceView anchor, ReferenceView temporal, ReferenceView spatial) {
    double[] features = features(anchor);
    double[] fewerFrames = features(temporal);
    double[] fewerJoints = features(spatial);
    double[] z = embed(features, anchor.samples());
    return barlowTwins(z, embed(fewerFrames, anchor.samples()), anchor.samples())
        + barlowTwins(z, embed(fewerJoints, anchor.samples()), anchor.samples());
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
