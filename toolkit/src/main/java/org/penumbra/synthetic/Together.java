package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.bump;
import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

/**
 * Actions of two people who face each other. ADVANCE is against the usual distance of the action.
 * Angles in radians, lengths in metres.
 */
final class Together {
  private Together() {}

  static Pose shakeHands(double phase, Style style) {
    double up = hold(phase, 0, 1);
    double shake = 0.04 * style.amplitude() * style.wave(phase) * rise(up, 0.9, 1);
    return arriving(phase, 0.15, rise(phase, 0, 0.3), style)
        .rightArm(0.4 * up, 0, 0, 0.6 * up)
        .rightHand(Spot.halfway(Spot.CHEST, 0.02, -0.28 + shake, -0.01), up)
        .trunk(0.08 * up, 0, 0.1 * up);
  }

  static Pose hug(double phase, Style style) {
    double near = rise(phase, 0, 0.3) * (1 - rise(phase, 0.8, 1));
    double round = hold(phase, 0.1, 0.95);
    double pat = 0.03 * style.amplitude() * style.wave(phase);
    return arriving(phase, 0.42, near, style)
        .arms(0.7 * round, 0.4 * round, 0, 0.3 * round)
        .rightHand(Spot.partner(Spot.CHEST, -0.08, -0.05 + pat, -0.10), round)
        .leftHand(Spot.partner(Spot.BELLY, 0.08, 0.05, -0.12), round)
        .trunk(0.12 * near, -0.12 * near, 0);
  }

  static Pose push(double phase, Style style) {
    double ready = hold(phase, 0.05, 0.9);
    double out = bump(phase, 0.25, 0.75);
    return arriving(phase, 0.12, rise(phase, 0, 0.35), style)
        .arms(0.5 * ready, 0, 0, 1.6 * ready)
        .rightHand(Spot.partner(Spot.LEFT_SHOULDER, 0, -0.08, 0.06), out)
        .leftHand(Spot.partner(Spot.RIGHT_SHOULDER, 0, -0.08, 0.06), out)
        .trunk(0.3 * out * style.amplitude(), 0, 0)
        .leftLeg(0.3 * out, 0.3 * out);
  }

  static Pose pushed(double phase, Style style) {
    double hit = bump(phase, 0.42, 0.85) * style.amplitude();
    double back = rise(phase, 0.48, 0.85);
    double moving = bump(phase, 0.45, 0.95);
    return new Pose()
        .add(WholeBody.steps(phase, style, 0.4 * moving, 0.2 * moving))
        .add(Angle.ADVANCE, -0.35 * back * style.amplitude())
        .trunk(-0.25 * hit, 0, style.between(-0.25, 0.25) * hit)
        .arms(0.4 * hit, 0.5 * hit, 0, 0.6 * hit)
        .add(Angle.NOD, 0.25 * hit);
  }

  static Pose handOver(double phase, Style style) {
    double held = hold(phase, -0.3, 0.8);
    double out = hold(phase, 0.1, 0.75);
    return arriving(phase, 0.1, rise(phase, 0, 0.3), style)
        .rightArm(0.4 * held, 0, 0, 1.0 * held)
        .rightHand(meeting(style, 0.03), out)
        .leftHand(meeting(style, 0.03).mirrored(), style.variant() < 0.35 ? out : 0)
        .trunk(0.1 * out, 0, 0.1 * out);
  }

  static Pose takeOver(double phase, Style style) {
    double held = rise(phase, 0.3, 0.7);
    double out = hold(phase, 0.2, 0.85);
    return arriving(phase, 0.1, rise(phase, 0, 0.3), style)
        .rightArm(0.4 * held, 0, 0, 1.0 * held)
        .rightHand(meeting(style, 0.03), out)
        .leftHand(meeting(style, 0.03).mirrored(), style.variant() < 0.35 ? out : 0)
        .trunk(0.08 * out, 0, 0.1 * out);
  }

  private static Spot meeting(Style style, double right) {
    return Spot.halfway(Spot.CHEST, right, style.betweenToo(-0.15, -0.30), -0.03);
  }

  /**
   * Steps from further away.
   *
   * @param metres how far away one is at {@code way} 0
   * @param way 1 is at the usual distance
   */
  private static Pose arriving(double phase, double metres, double way, Style style) {
    double moving = 4 * way * (1 - way) * Math.min(1, 2 * metres);
    return WholeBody.steps(phase, style, 0.4 * moving, 0.3 * moving)
        .add(Angle.ADVANCE, -metres * (1 - way));
  }
}
