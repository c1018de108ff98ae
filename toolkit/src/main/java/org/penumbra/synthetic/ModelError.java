package org.penumbra.synthetic;

import org.penumbra.core.Draws;

/**
 * The error of a sensor's body model during one clip. It fits one view: every joint is off by an
 * amount that changes slowly, more so in the limbs, and the body comes out flatter along the line
 * of sight than it is. Another camera has other errors.
 */
final class ModelError {
  private static final double TRUNK = 2.4; // slow errors against the sensor's quick noise
  private static final double LIMBS = 4.8;
  private static final double FLAT = 40; // most loss of depth per metre of noise
  private static final double FLATTEST = 0.5;
  private static final int STEP = 25; // frames from one draw to the next, with a line between
  private static final int MIDDLE = 1;

  private final double depthKept;
  private final double[][] knots; // (knot, M x V x C)
  private final int joints;

  /**
   * The errors of one clip.
   *
   * @param noise standard deviation of the sensor's quick noise, metres
   */
  ModelError(double noise, int bodies, int joints, int frames, Draws draws) {
    this.joints = joints;
    depthKept = 1 - draws.uniform(0, Math.min(FLATTEST, FLAT * noise));
    knots = new double[frames / STEP + 2][bodies * joints * 3];
    for (double[] knot : knots) {
      for (int i = 0; i < knot.length; i++) {
        boolean limb = InferenceRates.share(i / 3 % joints) > 0;
        knot[i] = (limb ? LIMBS : TRUNK) * noise * draws.normal();
      }
    }
  }

  /**
   * Where the model puts a joint.
   *
   * @param place in the camera's axes, metres
   * @param body joints of its body, which say where its middle is
   */
  double[] apply(int frame, int m, int v, double[] place, double[][] body) {
    double middle = body[MIDDLE][2];
    int i = (m * joints + v) * 3;
    return new double[] {
      place[0] + at(frame, i),
      place[1] + at(frame, i + 1),
      middle + depthKept * (place[2] - middle) + at(frame, i + 2)
    };
  }

  private double at(int frame, int i) {
    double share = (double) (frame % STEP) / STEP;
    double before = knots[frame / STEP][i];
    return before + share * (knots[frame / STEP + 1][i] - before);
  }
}
