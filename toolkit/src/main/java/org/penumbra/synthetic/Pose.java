package org.penumbra.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * The angles of one moment, and where the hands reach. Starts upright; every method adds to what is
 * there.
 */
final class Pose {
  private static final Angle[] ANGLES = Angle.values();

  private final double[] values = new double[Angle.COUNT];
  private final List<Reach> reaches = new ArrayList<>(2);

  /** Present value of an angle. */
  double get(Angle angle) {
    return values[angle.index()];
  }

  /** Where the hands go, in this order, each from where the one before left the hand. */
  List<Reach> reaches() {
    return reaches;
  }

  /** Adds to one angle. */
  Pose add(Angle angle, double amount) {
    values[angle.index()] += amount;
    return this;
  }

  /** Adds all of another pose. */
  Pose add(Pose other) {
    for (int i = 0; i < values.length; i++) {
      values[i] += other.values[i];
    }
    reaches.addAll(other.reaches);
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

  /** Right hand to a place; nothing at weight 0. */
  Pose rightHand(Spot spot, double weight) {
    return reach(new Reach(Side.RIGHT, spot, weight));
  }

  /** Left hand to a place; nothing at weight 0. */
  Pose leftHand(Spot spot, double weight) {
    return reach(new Reach(Side.LEFT, spot, weight));
  }

  /** Both hands: the right one to a place, the left one to its mirror image. */
  Pose hands(Spot spot, double weight) {
    Reach right = new Reach(Side.RIGHT, spot, weight);
    return reach(right).reach(right.mirrored());
  }

  private Pose reach(Reach reach) {
    if (reach.weight() > 0) {
      reaches.add(reach);
    }
    return this;
  }

  /** The same moment with left and right exchanged: what a left-handed performer does. */
  Pose mirrored() {
    Pose other = new Pose();
    for (Angle angle : ANGLES) {
      other.add(angle.mirrored(), get(angle) * angle.mirrorSign());
    }
    reaches.forEach(reach -> other.reaches.add(reach.mirrored()));
    return other;
  }
}
