package org.penumbra.pretrain;

import java.util.List;

/** A view in float64: (samples, 3, frames, 25, bodies), and the joints dropped from its graph. */
final class ReferenceView {
  private final double[] values;
  private final int samples;
  private final int bodies;
  private final List<Integer> dropped;

  ReferenceView(double[] values, int samples, int bodies, List<Integer> dropped) {
    this.values = values;
    this.samples = samples;
    this.bodies = bodies;
    this.dropped = dropped;
  }

  double[] values() {
    return values;
  }

  int samples() {
    return samples;
  }

  int frames() {
    return values.length / (samples * 3 * 25 * bodies);
  }

  int bodies() {
    return bodies;
  }

  List<Integer> dropped() {
    return dropped;
  }
}
