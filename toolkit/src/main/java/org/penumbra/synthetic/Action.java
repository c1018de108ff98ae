package org.penumbra.synthetic;

/**
 * One kind of movement, written for a right-handed performer.
 *
 * @param name class name
 * @param seconds usual length
 * @param motion the pose at each moment
 */
record Action(String name, double seconds, Motion motion) {

  /** A function from time and style to joint angles. */
  @FunctionalInterface
  interface Motion {
    /**
     * The pose at one moment.
     *
     * @param phase 0 at the start of the movement, 1 at its end
     */
    Pose at(double phase, Style style);
  }

  /** 0 before {@code from}, 1 after {@code to}, smooth between. */
  static double rise(double phase, double from, double to) {
    double x = Math.min(1, Math.max(0, (phase - from) / (to - from)));
    return x * x * (3 - 2 * x);
  }

  /** Up within the first quarter, held, down within the last. */
  static double hold(double phase) {
    return rise(phase, 0, 0.25) * (1 - rise(phase, 0.75, 1));
  }

  /** One smooth bump from {@code from} to {@code to}, highest in the middle. */
  static double bump(double phase, double from, double to) {
    double middle = (from + to) / 2;
    return rise(phase, from, middle) * (1 - rise(phase, middle, to));
  }
}
