package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

/** Actions of the arms alone. Angles in radians, lengths in metres. */
final class Gestures {
  private Gestures() {}

  static Pose waveOneHand(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    return new Pose()
        .rightArm(
            up * style.between(0.2, 1.0),
            up * style.between(1.4, 0.7),
            up * style.between(1.3, 0.9),
            up * (1.5 + 0.5 * style.wave(phase)));
  }

  static Pose waveBothHands(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    double swing = 0.45 * style.wave(phase);
    return new Pose()
        .arms(up * 0.3, up * style.between(1.3, 1.8), up * 1.4, up * 1.0)
        .rightArm(0, up * swing, 0, 0)
        .leftArm(0, up * swing, 0, 0);
  }

  static Pose raiseArms(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    return new Pose()
        .arms(up * style.between(2.6, 1.4), up * style.between(0.2, 1.3), up * 0.6, up * 0.3)
        .add(Angle.NOD, -0.2 * up);
  }

  static Pose clap(double phase, Style style) {
    double up = hold(phase);
    double open = 0.02 + style.amplitude() * 0.13 * (1 + style.wave(phase));
    return new Pose().arms(up * 0.3, 0, 0, up * 0.8).hands(inFront(style, open, 0), up);
  }

  static Pose rubHands(double phase, Style style) {
    double up = hold(phase);
    double stroke = 0.05 * style.amplitude() * style.wave(phase);
    Spot right = inFront(style, 0.03, stroke);
    return new Pose()
        .arms(up * 0.3, 0, 0, up * 0.8)
        .rightHand(right, up)
        .leftHand(inFront(style, 0.03, -stroke).mirrored(), up)
        .trunk(0.1 * up * style.manner(), 0, 0);
  }

  /** Before the chest or the belly: where hands meet. */
  private static Spot inFront(Style style, double right, double up) {
    return Spot.own(
        Spot.CHEST, right, style.between(-0.15, -0.35) + up, style.betweenToo(0.25, 0.38));
  }

  static Pose point(double phase, Style style) {
    double up = rise(phase, 0, 0.3) * (1 - rise(phase, 0.75, 1));
    return new Pose()
        .rightArm(
            up * style.between(1.0, 1.7), up * style.betweenToo(-0.15, 0.9), 0, 0.6 * up * (1 - up))
        .trunk(0, 0, up * style.betweenToo(0.15, -0.15));
  }
}
