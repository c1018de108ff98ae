package org.penumbra.synthetic;

import java.util.Arrays;
import org.penumbra.core.Draws;

/**
 * What a sensor says of a joint that it cannot see: it hangs on the joint before it, follows its
 * real movement late, and wanders. While the joint is seen, it is right.
 */
final class Guess {
  private static final double FOLLOW = 0.12; // share of the way per frame
  private static final double MEMORY = 0.92; // of the error, from frame to frame

  private final double size;
  private double[] offset;
  private final double[] error = new double[3];

  /**
   * A joint.
   *
   * @param size standard deviation of the error per coordinate, metres
   */
  Guess(double size) {
    this.size = size;
  }

  /**
   * The next frame.
   *
   * @param lost whether the sensor guesses
   * @param truth where the joint is, metres
   * @param parent where the joint before it is
   * @param shown where the sensor shows the joint before it
   * @return where the sensor shows the joint
   */
  double[] next(boolean lost, double[] truth, double[] parent, double[] shown, Draws draws) {
    double[] present = Vectors.minus(truth, parent);
    if (!lost) {
      offset = present;
      Arrays.fill(error, 0);
      return truth;
    }
    boolean first = offset == null;
    offset = first ? present : Vectors.between(offset, present, FOLLOW);
    double keep = first ? 0 : MEMORY;
    double add = size * Math.sqrt(1 - keep * keep);
    for (int c = 0; c < 3; c++) {
      error[c] = keep * error[c] + add * draws.normal();
    }
    return Vectors.plus(shown, Vectors.plus(offset, error));
  }
}
