package org.penumbra.synthetic;

import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/**
 * One arrangement of room and cameras: as in NTU RGB+D, setups differ in the cameras' height and
 * distance; here their directions and the place of the performers differ a little too.
 *
 * @param height factor of the cameras' height
 * @param distance factor of the cameras' distance
 * @param yaw how far all cameras stand further around, radians
 * @param x where the performers' place is, metres
 * @param z where the performers' place is, metres
 */
record Setup(double height, double distance, double yaw, double x, double z) {
  /** Most setups: those of NTU RGB+D 120. */
  static final int MOST = 32;

  /** Subjects that come in the same setup one after the other. */
  private static final int SUBJECTS_A_DAY = 4;

  /** The setup of a number; the first is the usual one, whatever the seed. */
  static Setup of(long seed, int number) {
    if (number == 1) {
      return new Setup(1, 1, 0, 0, 0);
    }
    Draws draws = new Draws(RandomKey.of(seed).with("setup").with(number));
    return new Setup(
        draws.uniform(0.7, 1.4),
        draws.uniform(0.85, 1.2),
        StrictMath.toRadians(draws.uniform(-8, 8)),
        draws.uniform(-0.2, 0.2),
        draws.uniform(-0.15, 0.15));
  }

  /**
   * The setup in which a subject does a repetition.
   *
   * @param setups number of setups
   */
  static int numberOf(int subject, int repetition, int setups) {
    return ((subject - 1) / SUBJECTS_A_DAY + repetition - 1) % setups + 1;
  }
}
