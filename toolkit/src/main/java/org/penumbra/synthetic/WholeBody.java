package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.bump;
import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

/** Actions that carry the trunk. Angles in radians, lengths in metres. */
final class WholeBody {
  private WholeBody() {}

  static Pose sitDown(double phase, Style style) {
    return seated(rise(phase, 0.1, 0.8), bump(phase, 0.05, 0.9), style);
  }

  static Pose standUp(double phase, Style style) {
    return seated(1 - rise(phase, 0.2, 0.9), bump(phase, 0.1, 0.95), style);
  }

  private static Pose seated(double depth, double effort, Style style) {
    double low = depth * Math.min(1, style.amplitude());
    return new Pose()
        .legs(1.5 * low, 1.5 * low)
        .add(Angle.ADVANCE, -Limb.THIGH * StrictMath.sin(1.5 * low)) // the feet stay in place
        .trunk(0.1 * low + 0.6 * effort * style.amplitude(), 0, 0)
        .arms(0.4 * low + 0.5 * effort, 0, 0, 0.6 * low + style.between(0, 0.5) * effort);
  }

  static Pose bow(double phase, Style style) {
    double down = hold(phase) * style.amplitude();
    double bend = style.between(0.6, 1.2) * down;
    return new Pose().trunk(bend, 0, 0).arms(0.5 * bend, 0, 0, 0.1).add(Angle.NOD, 0.3 * down);
  }

  static Pose walk(double phase, Style style) {
    double arm = style.between(0.2, 0.6);
    return steps(phase, style, 0.45, arm).add(Angle.ADVANCE, 0.8 * (phase - 0.5));
  }

  /**
   * Legs and arms of one who walks.
   *
   * @param hip how far thighs swing
   * @param arm how far arms swing against it, as a share
   */
  static Pose steps(double phase, Style style, double hip, double arm) {
    double swing = style.wave(phase) * style.amplitude();
    double lead = StrictMath.cos(2 * Math.PI * (style.cycles() * phase + style.offset()));
    double knee = 1.33 * hip;
    return new Pose()
        .rightLeg(hip * swing, 0.33 * hip + knee * Math.max(0, lead))
        .leftLeg(-hip * swing, 0.33 * hip + knee * Math.max(0, -lead))
        .rightArm(-arm * swing, 0, 0, 0.2)
        .leftArm(arm * swing, 0, 0, 0.2)
        .add(Angle.TWIST, 0.1 * swing);
  }
}
