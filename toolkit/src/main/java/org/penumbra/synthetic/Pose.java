package org.penumbra.synthetic;

import java.util.EnumMap;
import java.util.Map;

/** The angles of one moment. Starts upright; every method adds to what is there. */
final class Pose {
  private final Map<Angle, Double> values = new EnumMap<>(Angle.class);

  /** Present value of an angle. */
  double get(Angle angle) {
    return values.getOrDefault(angle, 0.0);
  }

  /** Adds to one angle. */
  Pose add(Angle angle, double amount) {
    values.merge(angle, amount, Double::sum);
    return this;
  }

  /** Adds to several angles. */
  Pose add(Map<Angle, Double> amounts) {
    amounts.forEach(this::add);
    return this;
  }

  Pose rightArm(double flex, double spread, double roll, double elbow) {
    return add(Angle.RIGHT_ARM_FLEX, flex)
        .add(Angle.RIGHT_ARM_SPREAD, spread)
        .add(Angle.RIGHT_ARM_ROLL, roll)
        .add(Angle.RIGHT_ELBOW, elbow);
  }

  Pose leftArm(double flex, double spread, double roll, double elbow) {
    return add(Angle.LEFT_ARM_FLEX, flex)
        .add(Angle.LEFT_ARM_SPREAD, spread)
        .add(Angle.LEFT_ARM_ROLL, roll)
        .add(Angle.LEFT_ELBOW, elbow);
  }

  Pose arms(double flex, double spread, double roll, double elbow) {
    return rightArm(flex, spread, roll, elbow).leftArm(flex, spread, roll, elbow);
  }

  Pose rightLeg(double hip, double knee) {
    return add(Angle.RIGHT_HIP_FLEX, hip).add(Angle.RIGHT_KNEE, knee);
  }

  Pose leftLeg(double hip, double knee) {
    return add(Angle.LEFT_HIP_FLEX, hip).add(Angle.LEFT_KNEE, knee);
  }

  Pose legs(double hip, double knee) {
    return rightLeg(hip, knee).leftLeg(hip, knee);
  }

  Pose trunk(double bend, double lean, double twist) {
    return add(Angle.BEND, bend).add(Angle.LEAN, lean).add(Angle.TWIST, twist);
  }

  /** The same moment with left and right exchanged: what a left-handed performer does. */
  Pose mirrored() {
    Pose other = new Pose();
    values.forEach((angle, value) -> other.add(angle.mirrored(), value * angle.mirrorSign()));
    return other;
  }
}
