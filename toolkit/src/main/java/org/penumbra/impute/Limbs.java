package org.penumbra.impute;

import java.util.List;

/**
 * What a bone of one body most likely looks like in a frame: its own mean over the clip; if it is
 * never seen, the training clips' mean in this body's size; else the other side's, mirrored.
 */
final class Limbs {
  private final BodyAxes axes;
  private final BoneSums own;
  private final BoneSums trained; // null if nothing was learnt
  private final double size;
  private final List<Integer> parents;
  private final List<Integer> mirror;

  Limbs(BodyMotion body, BodyAxes axes, BoneSums trained) {
    this.axes = axes;
    this.trained = trained;
    this.parents = body.layout().parents();
    this.mirror = body.layout().mirror();
    own = new BoneSums(body.layout());
    own.add(body, axes);
    size = trained == null ? 1 : own.sizeOver(trained);
  }

  /** The way from a joint to its neighbour in a frame, metres; null if nothing is known of it. */
  double[] way(int from, int to, int frame) {
    boolean outward = parents.get(to) == from;
    double[] bone = turned(outward ? to : from);
    return bone == null ? null : axes.turnedBack(outward ? bone : Vectors.times(-1, bone), frame);
  }

  private double[] turned(int child) {
    if (own.has(child)) {
      return own.mean(child);
    }
    if (trained != null && trained.has(child)) {
      return Vectors.times(size, trained.mean(child));
    }
    int other = mirror.get(child);
    if (other != child && own.has(other)) {
      double[] mean = own.mean(other);
      return new double[] {-mean[0], mean[1], mean[2]};
    }
    return null;
  }
}
