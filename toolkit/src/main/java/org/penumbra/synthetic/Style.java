package org.penumbra.synthetic;

/**
 * How one performance of an action differs from another.
 *
 * @param amplitude size of the movement; 1 is the action as defined
 * @param cycles number of repeats in cyclic actions
 * @param offset where in the cycle it starts, from 0 to 1
 * @param variant from 0 to 1: which of an action's ways, for instance a high or a low kick
 */
record Style(double amplitude, double cycles, double offset, double variant) {
  /** A sine of the action's own cycle. */
  double wave(double phase) {
    return StrictMath.sin(2 * Math.PI * (cycles * phase + offset));
  }

  /** The value at the {@link #variant()} between two ways. */
  double between(double one, double other) {
    return one + (other - one) * variant;
  }
}
