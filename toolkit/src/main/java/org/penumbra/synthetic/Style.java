package org.penumbra.synthetic;

import org.penumbra.core.Draws;

/**
 * How one performance of an action differs from another.
 *
 * @param amplitude size of the movement; 1 is the action as defined
 * @param cycles number of repeats in cyclic actions
 * @param offset where in the cycle it starts, from 0 to 1
 * @param variant from 0 to 1: which of an action's ways, for instance a high or a low kick
 * @param manner from 0 to 1: which of its other ways, independent of the first
 */
record Style(double amplitude, double cycles, double offset, double variant, double manner) {
  /**
   * Some style of a performer.
   *
   * @param cycles usual number of repeats
   */
  static Style of(Body body, double cycles, Draws draws) {
    return new Style(
        amplitude(body, draws),
        cycles * draws.uniform(0.9, 1.5),
        draws.uniform(0, 1),
        draws.uniform(0, 1),
        draws.uniform(0, 1));
  }

  /** The same way and the same time, in the size of another performer: what two do together. */
  Style joinedBy(Body other, Draws draws) {
    return new Style(amplitude(other, draws), cycles, offset, variant, manner);
  }

  private static double amplitude(Body body, Draws draws) {
    return body.vigour() * draws.uniform(0.6, 1.15);
  }

  /** A sine of the action's own cycle. */
  double wave(double phase) {
    return StrictMath.sin(2 * Math.PI * (cycles * phase + offset));
  }

  /** A sine of three times its length. */
  double slowWave(double phase) {
    return StrictMath.sin(2 * Math.PI * (cycles * phase / 3 + offset));
  }

  /** The value at the {@link #variant()} between two ways. */
  double between(double one, double other) {
    return one + (other - one) * variant;
  }

  /** The value at the {@link #manner()} between two ways. */
  double betweenToo(double one, double other) {
    return one + (other - one) * manner;
  }
}
