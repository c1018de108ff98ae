package org.penumbra.synthetic;

/**
 * From angles to joints: each joint hangs at a fixed offset from its parent and is turned with it,
 * so bones keep their lengths whatever the pose. Reaches come after, see {@link #reach}.
 */
final class Kinematics {
  private static final double SOLE = 0.03; // ankle and foot joints stand above the floor

  private final Body body;
  private final Pose pose;
  private final double[][] joints = new double[25][];

  private Kinematics(Body body, Pose pose) {
    this.body = body;
    this.pose = pose;
  }

  /**
   * A body in a pose, with arms as the angles say.
   *
   * @param facing yaw of the hips, radians; 0 looks to negative z
   * @param x place on the floor, metres
   * @param z place on the floor, metres
   */
  static PosedBody pose(Body body, Pose pose, double facing, double x, double z) {
    return new Kinematics(body, pose).build(Rotation.y(facing), x, z);
  }

  /**
   * Brings the hands where the pose wants them.
   *
   * @param self changed
   * @param partner the other body; null if there is none
   */
  static void reach(PosedBody self, Pose pose, PosedBody partner) {
    for (Side side : Side.values()) {
      double[] goal = self.joint(side.hand());
      double stay = 1;
      for (Reach reach : pose.reaches()) {
        if (reach.hand() == side) {
          goal = Vectors.between(goal, reach.spot().in(self, partner), reach.weight());
          stay *= 1 - reach.weight();
        }
      }
      if (stay < 1) {
        ArmReach.apply(self, side, goal, 1 - stay);
      }
    }
  }

  private PosedBody build(Rotation hips, double x, double z) {
    joints[0] = new double[3];
    double bend = -pose.get(Angle.BEND) / 2;
    Rotation lower = hips.times(Rotation.x(bend)).times(Rotation.z(-pose.get(Angle.LEAN)));
    Rotation chest = lower.times(Rotation.x(bend)).times(Rotation.y(pose.get(Angle.TWIST)));
    Rotation head = chest.times(Rotation.x(-pose.get(Angle.NOD)));
    double trunk = body.trunk();
    place(1, 0, lower, 0, 0.30 * trunk, 0);
    place(20, 1, chest, 0, 0.22 * trunk, 0);
    place(2, 20, chest, 0, 0.07 * trunk, 0);
    place(3, 2, head, 0, 0.15 * trunk, -0.02 * trunk);
    Rotation leftForearm = arm(Side.LEFT, chest);
    Rotation rightForearm = arm(Side.RIGHT, chest);
    leg(Side.LEFT, hips);
    leg(Side.RIGHT, hips);
    stand(hips, x, z);
    return new PosedBody(body, joints, chest, head, rightForearm, leftForearm);
  }

  private Rotation arm(Side side, Rotation chest) {
    boolean right = side == Side.RIGHT;
    double flex = pose.get(right ? Angle.RIGHT_ARM_FLEX : Angle.LEFT_ARM_FLEX);
    double spread = pose.get(right ? Angle.RIGHT_ARM_SPREAD : Angle.LEFT_ARM_SPREAD);
    double roll = pose.get(right ? Angle.RIGHT_ARM_ROLL : Angle.LEFT_ARM_ROLL);
    double elbow = pose.get(right ? Angle.RIGHT_ELBOW : Angle.LEFT_ELBOW);
    Rotation upper =
        chest
            .times(Rotation.x(flex))
            .times(Rotation.z(side.sign() * spread))
            .times(Rotation.y(-side.sign() * roll));
    Rotation forearm = upper.times(Rotation.x(Math.max(0, elbow)));
    place(side.shoulder(), 20, chest, side.sign() * body.shoulder(), -0.03, 0);
    double[] elbowPlace =
        Limb.hang(joints[side.shoulder()], upper, 0, -Limb.UPPER_ARM * body.arm(), 0);
    Limb.placeForearm(joints, body, side, elbowPlace, forearm);
    return forearm;
  }

  private void leg(Side side, Rotation hips) {
    boolean right = side == Side.RIGHT;
    double flex = pose.get(right ? Angle.RIGHT_HIP_FLEX : Angle.LEFT_HIP_FLEX);
    double spread = pose.get(right ? Angle.RIGHT_HIP_SPREAD : Angle.LEFT_HIP_SPREAD);
    double knee = pose.get(right ? Angle.RIGHT_KNEE : Angle.LEFT_KNEE);
    Rotation thigh = hips.times(Rotation.x(flex)).times(Rotation.z(side.sign() * spread));
    Rotation shank = thigh.times(Rotation.x(-Math.max(0, knee)));
    double leg = body.leg();
    place(side.hip(), 0, hips, side.sign() * body.hip(), -0.05, 0);
    place(side.knee(), side.hip(), thigh, 0, -Limb.THIGH * leg, 0);
    place(side.ankle(), side.knee(), shank, 0, -Limb.SHANK * leg, 0);
    // The foot stays level, as an ankle keeps it on the floor.
    place(side.foot(), side.ankle(), hips, 0, -0.05, -Limb.FOOT * leg);
  }

  private void place(int joint, int parent, Rotation axes, double x, double y, double z) {
    joints[joint] = Limb.hang(joints[parent], axes, x, y, z);
  }

  /** Puts the lower foot on the floor and moves the body to its place and on its way. */
  private void stand(Rotation hips, double x, double z) {
    double[] way = hips.apply(0, 0, -pose.get(Angle.ADVANCE));
    double lowest = Math.min(joints[Side.LEFT.foot()][1], joints[Side.RIGHT.foot()][1]);
    for (double[] joint : joints) {
      joint[0] += way[0] + x;
      joint[1] += SOLE - lowest + pose.get(Angle.LIFT);
      joint[2] += way[2] + z;
    }
  }
}
