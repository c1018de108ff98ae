package org.penumbra.synthetic;

import java.util.Arrays;
import org.penumbra.core.Draws;

/**
 * When a sensor loses joints: a semi-Markov process per limb. It stays in a state for a time with a
 * heavy tail (Pareto), then draws a new one. A state is a number from 0 to 1 for each joint, mostly
 * the same for all joints of the limb; a joint is lost while its number is below its share, so what
 * is seldom lost is lost together with what often is.
 */
final class Bursts {
  private static final double SHORTEST = 4; // frames
  private static final double TAIL = 1.3; // exponent; the variance of the times is infinite
  private static final double LONGEST = 150; // frames
  private static final double TOGETHER = 0.75;

  private Bursts() {}

  /**
   * The states of one limb.
   *
   * @param joints number of joints of the limb
   * @return (joints, frames), each from 0 to 1
   */
  static double[][] of(int joints, int frames, Draws draws) {
    double[][] states = new double[joints][frames];
    int from = 0;
    while (from < frames) {
      int to = Math.min(frames, from + duration(draws));
      double common = draws.uniform(0, 1);
      for (double[] joint : states) {
        double state = draws.chance(TOGETHER) ? common : draws.uniform(0, 1);
        Arrays.fill(joint, from, to, state);
      }
      from = to;
    }
    return states;
  }

  private static int duration(Draws draws) {
    double time = SHORTEST * StrictMath.pow(draws.uniform(0, 1), -1 / TAIL);
    return (int) StrictMath.rint(Math.min(LONGEST, time));
  }
}
