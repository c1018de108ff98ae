package org.penumbra.synthetic;

import static org.penumbra.synthetic.Action.bump;
import static org.penumbra.synthetic.Action.hold;
import static org.penumbra.synthetic.Action.rise;

import java.util.List;

/** The actions of the synthetic set, in the order of their labels. Angles in radians. */
final class ActionTable {
  /** All actions; a new one goes to the end, so that labels stay. */
  static final List<Action> ALL =
      List.of(
          new Action("wave one hand", 2.5, ActionTable::waveOneHand),
          new Action("wave both hands", 2.5, ActionTable::waveBothHands),
          new Action("raise arms", 2.2, ActionTable::raiseArms),
          new Action("clap", 2.2, ActionTable::clap),
          new Action("sit down", 2.0, ActionTable::sitDown),
          new Action("stand up", 1.8, ActionTable::standUp),
          new Action("kick", 1.6, ActionTable::kick),
          new Action("punch", 1.6, ActionTable::punch),
          new Action("bow", 2.2, ActionTable::bow),
          new Action("jump", 1.5, ActionTable::jump),
          new Action("walk", 2.8, ActionTable::walk),
          new Action("pick up", 2.4, ActionTable::pickUp));

  private ActionTable() {}

  private static Pose waveOneHand(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    return new Pose()
        .rightArm(
            up * style.between(0.2, 1.0),
            up * style.between(1.4, 0.7),
            up * style.between(1.3, 0.9),
            up * (1.5 + 0.5 * style.wave(phase)));
  }

  private static Pose waveBothHands(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    double swing = 0.45 * style.wave(phase);
    return new Pose()
        .arms(up * 0.3, up * style.between(1.3, 1.8), up * 1.4, up * 1.0)
        .rightArm(0, up * swing, 0, 0)
        .leftArm(0, up * swing, 0, 0);
  }

  private static Pose raiseArms(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    return new Pose()
        .arms(up * style.between(2.6, 1.4), up * style.between(0.2, 1.3), up * 0.6, up * 0.3)
        .add(Angle.NOD, -0.2 * up);
  }

  private static Pose clap(double phase, Style style) {
    double up = hold(phase) * style.amplitude();
    double open = up * (0.15 + 0.3 * style.wave(phase));
    return new Pose().arms(up * style.between(0.7, 1.2), open, -0.3 * up, up * 1.1);
  }

  private static Pose sitDown(double phase, Style style) {
    return seated(rise(phase, 0.1, 0.8), bump(phase, 0.05, 0.9), style);
  }

  private static Pose standUp(double phase, Style style) {
    return seated(1 - rise(phase, 0.2, 0.9), bump(phase, 0.1, 0.95), style);
  }

  private static Pose seated(double depth, double effort, Style style) {
    double low = depth * Math.min(1, style.amplitude());
    return new Pose()
        .legs(1.5 * low, 1.5 * low)
        .trunk(0.1 * low + 0.6 * effort * style.amplitude(), 0, 0)
        .arms(0.4 * low + 0.5 * effort, 0, 0, 0.6 * low + style.between(0, 0.5) * effort);
  }

  private static Pose kick(double phase, Style style) {
    double back = bump(phase, 0.05, 0.5) * style.amplitude();
    double out = bump(phase, 0.3, 0.9) * style.amplitude();
    return new Pose()
        .rightLeg(style.between(0.9, 1.4) * out - 0.35 * back, 1.1 * back + 0.15 * out)
        .add(Angle.LEFT_KNEE, 0.15 * out)
        .trunk(-0.15 * out, 0, 0.2 * out)
        .leftArm(0.5 * out, 0.4 * out, 0, 0.4 * out)
        .rightArm(-0.3 * out, 0.4 * out, 0, 0.4 * out);
  }

  private static Pose punch(double phase, Style style) {
    double guard = hold(phase) * style.amplitude();
    double out = (bump(phase, 0.2, 0.5) + bump(phase, 0.5, 0.8)) * style.amplitude();
    return new Pose()
        .rightArm(0.5 * guard + style.between(0.7, 1.0) * out, 0, 0, 1.8 * guard - 1.5 * out)
        .leftArm(0.5 * guard, 0, 0, 1.8 * guard)
        .trunk(0.1 * out, 0, 0.4 * out)
        .legs(0.15 * guard, 0.25 * guard);
  }

  private static Pose bow(double phase, Style style) {
    double down = hold(phase) * style.amplitude();
    double bend = style.between(0.6, 1.2) * down;
    return new Pose().trunk(bend, 0, 0).arms(0.5 * bend, 0, 0, 0.1).add(Angle.NOD, 0.3 * down);
  }

  private static Pose jump(double phase, Style style) {
    double crouch = bump(phase, 0.05, 0.45) + 0.7 * bump(phase, 0.6, 0.95);
    double air = Math.min(1, Math.max(0, (phase - 0.38) / 0.3));
    double deep = crouch * style.amplitude();
    return new Pose()
        .legs(0.8 * deep, 1.4 * deep)
        .trunk(0.4 * deep, 0, 0)
        .arms(style.between(1.2, 2.4) * bump(phase, 0.3, 0.75) - 0.5 * deep, 0.1, 0, 0.3)
        .add(Angle.LIFT, style.amplitude() * style.between(0.25, 0.45) * 4 * air * (1 - air));
  }

  private static Pose walk(double phase, Style style) {
    double swing = style.wave(phase) * style.amplitude();
    double lead = StrictMath.cos(2 * Math.PI * (style.cycles() * phase + style.offset()));
    double arm = style.between(0.2, 0.6) * swing;
    return new Pose()
        .rightLeg(0.45 * swing, 0.15 + 0.6 * Math.max(0, lead))
        .leftLeg(-0.45 * swing, 0.15 + 0.6 * Math.max(0, -lead))
        .rightArm(-arm, 0, 0, 0.2)
        .leftArm(arm, 0, 0, 0.2)
        .add(Angle.TWIST, 0.1 * swing)
        .add(Angle.ADVANCE, 0.8 * phase);
  }

  private static Pose pickUp(double phase, Style style) {
    double down = bump(phase, 0.05, 0.8) * style.amplitude();
    double carry = rise(phase, 0.6, 0.9);
    return new Pose()
        .trunk(style.between(1.2, 0.6) * down, 0.1 * down, 0.15 * down)
        .legs(style.between(0.2, 1.2) * down, style.between(0.3, 1.7) * down)
        .rightArm(1.1 * down + 0.4 * carry, 0, 0, 0.2 * down + 0.9 * carry)
        .leftArm(0.4 * down, 0.1 * down, 0, 0.3 * down);
  }
}
