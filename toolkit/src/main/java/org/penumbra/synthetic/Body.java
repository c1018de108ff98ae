package org.penumbra.synthetic;

import org.penumbra.core.Draws;
import org.penumbra.core.RandomKey;

/**
 * One subject: lengths in metres that never change, and habits.
 *
 * @param trunk scale of spine, neck and head against an adult of 1.75 m
 * @param arm scale of the arms
 * @param leg scale of the legs
 * @param shoulder half the shoulders' width
 * @param hip half the hips' width
 * @param leftHanded whether actions are done with the other side
 * @param tempo speed of all movements; 1 is usual
 * @param vigour size of all movements; 1 is usual
 * @param posture what is added to every pose; nothing changes it
 */
record Body(
    double trunk,
    double arm,
    double leg,
    double shoulder,
    double hip,
    boolean leftHanded,
    double tempo,
    double vigour,
    Pose posture) {
  private static final double USUAL_HEIGHT = 1.75;
  private static final double PROPORTION = 0.07;
  private static final double HABIT = 0.10; // radians

  /** The subject of a number. */
  static Body of(long seed, int subject) {
    Draws draws = new Draws(RandomKey.of(seed).with("subject").with(subject));
    double size = draws.uniform(1.50, 1.95) / USUAL_HEIGHT;
    double trunk = size * draws.uniform(1 - PROPORTION, 1 + PROPORTION);
    double arm = size * draws.uniform(1 - PROPORTION, 1 + PROPORTION);
    double leg = size * draws.uniform(1 - PROPORTION, 1 + PROPORTION);
    double shoulder = size * draws.uniform(0.155, 0.195);
    double hip = size * draws.uniform(0.07, 0.09);
    boolean leftHanded = draws.chance(0.2);
    double tempo = draws.uniform(0.75, 1.3);
    double vigour = draws.uniform(0.75, 1.15);
    Pose posture = new Pose();
    for (Angle angle : Angle.values()) {
      posture.add(angle, angle.freedom() * HABIT * draws.normal());
    }
    posture
        .arms(0, 0.12, 0, 0.25)
        .add(Angle.RIGHT_HIP_SPREAD, 0.06)
        .add(Angle.LEFT_HIP_SPREAD, 0.06);
    return new Body(trunk, arm, leg, shoulder, hip, leftHanded, tempo, vigour, posture);
  }

  /** From shoulder to hand, metres. */
  double armLength() {
    return arm * (Limb.UPPER_ARM + Limb.FOREARM + Limb.HAND);
  }
}
