package org.penumbra.synthetic;

import java.util.List;

/**
 * One kind of movement of one person or two, written for right-handed performers.
 *
 * @param name class name
 * @param seconds usual length
 * @param roles the motion of each person; the first is the one who acts
 * @param gap for two: how far their hips are apart before anybody moves, in lengths of their arms
 *     (shoulder to hand); 0 for one
 */
record Action(String name, double seconds, List<Motion> roles, double gap) {

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

  /** What one person does alone. */
  static Action single(String name, double seconds, Motion motion) {
    return new Action(name, seconds, List.of(motion), 0);
  }

  /** What two people do, facing each other. */
  static Action pair(String name, double seconds, double gap, Motion actor, Motion partner) {
    return new Action(name, seconds, List.of(actor, partner), gap);
  }

  /** Number of people, 1 or 2. */
  int people() {
    return roles.size();
  }

  /** 0 before {@code from}, 1 after {@code to}, smooth between. */
  static double rise(double phase, double from, double to) {
    double x = Math.min(1, Math.max(0, (phase - from) / (to - from)));
    return x * x * (3 - 2 * x);
  }

  /** Up within the first quarter, held, down within the last. */
  static double hold(double phase) {
    return hold(phase, 0, 1);
  }

  /** Up within the first quarter of the time from {@code from} to {@code to}, and so on. */
  static double hold(double phase, double from, double to) {
    double quarter = (to - from) / 4;
    return rise(phase, from, from + quarter) * (1 - rise(phase, to - quarter, to));
  }

  /** One smooth bump from {@code from} to {@code to}, highest in the middle. */
  static double bump(double phase, double from, double to) {
    double middle = (from + to) / 2;
    return rise(phase, from, middle) * (1 - rise(phase, middle, to));
  }
}
