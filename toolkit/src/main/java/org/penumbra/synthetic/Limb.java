package org.penumbra.synthetic;

/** Lengths of arms and legs at scale 1, metres, and how the joints of a forearm lie. */
final class Limb {
  static final double UPPER_ARM = 0.29;
  static final double FOREARM = 0.25;
  static final double HAND = 0.08; // wrist to hand, and hand to its tip
  static final double THIGH = 0.43;
  static final double SHANK = 0.41;
  static final double FOOT = 0.12;

  private Limb() {}

  /** Sets elbow, wrist, hand, tip and thumb. */
  static void placeForearm(
      double[][] joints, Body body, Side side, double[] elbow, Rotation forearm) {
    double scale = body.arm();
    joints[side.elbow()] = elbow;
    joints[side.wrist()] = hang(elbow, forearm, 0, -FOREARM * scale, 0);
    joints[side.hand()] = hang(joints[side.wrist()], forearm, 0, -HAND * scale, 0);
    joints[side.handTip()] = hang(joints[side.hand()], forearm, 0, -HAND * scale, -0.01);
    joints[side.thumb()] =
        hang(joints[side.hand()], forearm, -side.sign() * 0.03, -0.03 * scale, -0.03);
  }

  /** The end of something rigid that hangs on a joint. */
  static double[] hang(double[] from, Rotation axes, double x, double y, double z) {
    return Vectors.plus(from, axes.apply(x, y, z));
  }
}
