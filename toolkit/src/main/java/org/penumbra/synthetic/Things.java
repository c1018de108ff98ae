package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.bump;
import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

/** Actions with something in the hand. Angles in radians, lengths in metres. */
final class Things {
  private Things() {}

  static Pose pickUp(double phase, Style style) {
    return stoop(bump(phase, 0.05, 0.8), rise(phase, 0.6, 0.9), style);
  }

  static Pose drop(double phase, Style style) {
    double open = bump(phase, 0.25, 0.75);
    return stoop(style.manner() * bump(phase, 0.2, 0.9), 1 - rise(phase, 0.3, 0.6), style)
        .rightArm(0.4 * open, style.betweenToo(0.3, 0), 0, 0);
  }

  /**
   * Down to the floor and back.
   *
   * @param depth how far down
   * @param carry how much the hand holds something before the body
   */
  private static Pose stoop(double depth, double carry, Style style) {
    double down = depth * style.amplitude();
    return new Pose()
        .trunk(style.between(1.2, 0.6) * down, 0.1 * down, 0.15 * down)
        .legs(style.between(0.2, 1.2) * down, style.between(0.3, 1.7) * down)
        .rightArm(1.1 * down + 0.4 * carry, 0, 0, 0.2 * down + 0.9 * carry)
        .leftArm(0.4 * down, 0.1 * down, 0, 0.3 * down);
  }

  static Pose drink(double phase, Style style) {
    double cup = hold(phase, -0.05, 1.05); // held before the body from the start
    double sip =
        style.manner() < 0.5
            ? hold(phase, 0.15, 0.9)
            : bump(phase, 0.1, 0.5) + bump(phase, 0.5, 0.9);
    return new Pose()
        .rightArm(0.35 * cup, style.between(0.05, 0.5) * sip, 0, 1.2 * cup)
        .rightHand(Spot.own(Spot.HEAD, 0.02, -0.06, 0.11), sip)
        .add(Angle.NOD, -0.3 * sip * style.amplitude());
  }

  static Pose phoneCall(double phase, Style style) {
    double up = rise(phase, 0.05, 0.35) * (1 - style.manner() * rise(phase, 0.8, 1));
    return new Pose()
        .rightArm(0.3 * up, style.between(0.1, 0.7) * up, 0, 1.4 * up)
        .rightHand(Spot.own(Spot.HEAD, 0.10, -0.03, 0.01), up)
        .trunk(0.05 * up, 0.05 * style.slowWave(phase), 0.15 * style.slowWave(phase))
        .add(Angle.NOD, 0.15 * up);
  }

  static Pose wipeFace(double phase, Style style) {
    double up = hold(phase);
    double stroke = 0.07 * style.amplitude() * style.wave(phase);
    return new Pose()
        .rightArm(0.4 * up, style.between(0.1, 0.6) * up, 0, 1.4 * up)
        .rightHand(Spot.own(Spot.HEAD, 0.03 + stroke, style.betweenToo(0.05, -0.04), 0.12), up)
        .add(Angle.NOD, 0.1 * up);
  }
}
