package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

/**
 * Putting on and taking off: pairs that visit the same places in another order. Angles in radians,
 * lengths in metres.
 */
final class Clothes {
  private static final Spot BEFORE_CHEST = Spot.own(Spot.CHEST, 0.10, -0.25, 0.30);
  private static final Spot CROWN = Spot.own(Spot.HEAD, 0.11, 0.10, 0.02);
  private static final Spot COLLAR = Spot.own(Spot.CHEST, 0.10, -0.05, 0.13);

  private Clothes() {}

  static Pose putOnHat(double phase, Style style) {
    double holding = hold(phase, -0.1, 0.8);
    double atHead = hold(phase, 0.25, 0.95);
    return hat(holding, atHead, style);
  }

  static Pose takeOffHat(double phase, Style style) {
    double atHead = hold(phase, 0, 0.75);
    double holding = hold(phase, 0.3, 1.15);
    return hat(holding, atHead, style);
  }

  private static Pose hat(double holding, double atHead, Style style) {
    Pose pose =
        new Pose()
            .rightArm(0.3 * holding, 0.4 * atHead * style.amplitude(), 0, 0.8 * holding)
            .rightHand(BEFORE_CHEST, holding)
            .rightHand(CROWN, atHead)
            .add(Angle.NOD, 0.2 * atHead * style.amplitude());
    if (style.variant() < 0.6) { // else with one hand
      pose.leftArm(0.3 * holding, 0.4 * atHead * style.amplitude(), 0, 0.8 * holding)
          .leftHand(BEFORE_CHEST.mirrored(), holding)
          .leftHand(CROWN.mirrored(), atHead);
    }
    return pose;
  }

  static Pose putOnJacket(double phase, Style style) {
    double right = hold(phase, 0, 0.5);
    double left = hold(phase, 0.4, 0.85);
    double close = hold(phase, 0.7, 1.1);
    return new Pose()
        .add(sleeve(right, rise(phase, 0.1, 0.45), style))
        .add(sleeve(left, rise(phase, 0.45, 0.8), style).mirrored())
        .hands(COLLAR, close);
  }

  static Pose takeOffJacket(double phase, Style style) {
    double open = hold(phase, -0.1, 0.4);
    double left = hold(phase, 0.2, 0.65);
    double right = hold(phase, 0.5, 1);
    return new Pose()
        .hands(COLLAR, open)
        .add(sleeve(left, 1 - rise(phase, 0.2, 0.6), style).mirrored())
        .add(sleeve(right, 1 - rise(phase, 0.55, 0.9), style));
  }

  /**
   * The right arm in or out of its sleeve while the left hand holds the cloth.
   *
   * @param busy how much the arms do it
   * @param in from 0 (the arm is behind the back) to 1 (it has come through)
   */
  private static Pose sleeve(double busy, double in, Style style) {
    double size = busy * style.amplitude();
    return new Pose()
        .rightArm(
            size * (-0.8 + style.between(1.3, 2.0) * in),
            size * style.betweenToo(0.3, 0.7),
            -0.3 * size * (1 - in),
            size * (0.9 - 0.6 * in))
        .leftArm(0.3 * busy, 0, 0, 0.7 * busy)
        .leftHand(Spot.own(Spot.RIGHT_SHOULDER, 0, -0.05 - 0.1 * (1 - in), 0.10), 0.85 * busy)
        .trunk(0.12 * size, 0.1 * size, -0.25 * size);
  }
}
