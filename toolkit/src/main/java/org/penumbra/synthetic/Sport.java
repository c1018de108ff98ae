package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.bump;
import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

/** Fast actions. Angles in radians, lengths in metres. */
final class Sport {
  private Sport() {}

  static Pose kick(double phase, Style style) {
    double back = bump(phase, 0.05, 0.5) * style.amplitude();
    double out = bump(phase, 0.3, 0.9) * style.amplitude();
    return new Pose()
        .rightLeg(style.between(0.9, 1.4) * out - 0.35 * back, 1.1 * back + 0.15 * out)
        .add(Angle.LEFT_KNEE, 0.15 * out)
        .trunk(-0.15 * out, 0, 0.2 * out)
        .leftArm(0.5 * out, 0.4 * out, 0, 0.4 * out)
        .rightArm(-0.3 * out, 0.4 * out, 0, 0.4 * out);
  }

  static Pose punch(double phase, Style style) {
    double guard = hold(phase) * style.amplitude();
    double out = (bump(phase, 0.2, 0.5) + bump(phase, 0.5, 0.8)) * style.amplitude();
    return new Pose()
        .rightArm(0.5 * guard + style.between(0.7, 1.0) * out, 0, 0, 1.8 * guard - 1.5 * out)
        .leftArm(0.5 * guard, 0, 0, 1.8 * guard)
        .trunk(0.1 * out, 0, 0.4 * out)
        .legs(0.15 * guard, 0.25 * guard);
  }

  static Pose jump(double phase, Style style) {
    double crouch = bump(phase, 0.05, 0.45) + 0.7 * bump(phase, 0.6, 0.95);
    double air = Math.min(1, Math.max(0, (phase - 0.38) / 0.3));
    double deep = crouch * style.amplitude();
    return new Pose()
        .legs(0.8 * deep, 1.4 * deep)
        .trunk(0.4 * deep, 0, 0)
        .arms(style.between(1.0, 1.9) * bump(phase, 0.3, 0.75) - 0.5 * deep, 0.1, 0, 0.3)
        .add(Angle.LIFT, style.amplitude() * style.between(0.15, 0.32) * 4 * air * (1 - air));
  }

  static Pose throwOverhand(double phase, Style style) {
    double back = (rise(phase, 0.05, 0.4) - rise(phase, 0.4, 0.6)) * style.amplitude();
    double out = bump(phase, 0.4, 0.95) * style.amplitude();
    double high = style.betweenToo(1, 0.45); // a low throw comes from the hip
    return new Pose()
        .rightArm(
            high * 1.5 * back - 0.9 * (1 - high) * back + style.between(0.9, 1.5) * out,
            high * 1.1 * back,
            high * 1.2 * back,
            1.7 * high * back + 0.3 * out)
        .leftArm(0.6 * back, 0.2 * back, 0, 0.4 * back)
        .trunk(0.25 * out - 0.12 * back, 0, 0.5 * out - 0.5 * back)
        .leftLeg(0.35 * out, 0.35 * out)
        .rightLeg(-0.15 * out, 0.15 * back + 0.2 * out);
  }
}
