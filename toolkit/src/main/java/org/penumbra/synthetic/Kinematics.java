package org.penumbra.synthetic;

/**
 * From angles to joints: each joint hangs at a fixed offset from its parent and is turned with it,
 * so bones keep their lengths whatever the pose.
 */
final class Kinematics {
  /** Right side of the body, towards larger x. */
  private static final int RIGHT = 1;

  private static final int LEFT = -1;
  private static final double SOLE = 0.03; // ankle and foot joints stand above the floor

  private final Body body;
  private final Pose pose;
  private final double[][] joints = new double[25][];

  private Kinematics(Body body, Pose pose) {
    this.body = body;
    this.pose = pose;
  }

  /**
   * All joints in the order of {@code SkeletonLayout.NTU_25}.
   *
   * @param facing yaw of the hips, radians; 0 looks to negative z
   * @return (25, 3), metres; the floor is y = 0, the hips are over the origin but for ADVANCE
   */
  static double[][] joints(Body body, Pose pose, double facing) {
    Kinematics kinematics = new Kinematics(body, pose);
    kinematics.build(Rotation.y(facing));
    return kinematics.joints;
  }

  private void build(Rotation hips) {
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
    arm(LEFT, chest, new int[] {4, 5, 6, 7, 21, 22});
    arm(RIGHT, chest, new int[] {8, 9, 10, 11, 23, 24});
    leg(LEFT, hips, new int[] {12, 13, 14, 15});
    leg(RIGHT, hips, new int[] {16, 17, 18, 19});
    stand(hips);
  }

  private void arm(int side, Rotation chest, int[] index) {
    boolean right = side == RIGHT;
    double flex = pose.get(right ? Angle.RIGHT_ARM_FLEX : Angle.LEFT_ARM_FLEX);
    double spread = pose.get(right ? Angle.RIGHT_ARM_SPREAD : Angle.LEFT_ARM_SPREAD);
    double roll = pose.get(right ? Angle.RIGHT_ARM_ROLL : Angle.LEFT_ARM_ROLL);
    double elbow = pose.get(right ? Angle.RIGHT_ELBOW : Angle.LEFT_ELBOW);
    Rotation upper =
        chest
            .times(Rotation.x(flex))
            .times(Rotation.z(side * spread))
            .times(Rotation.y(-side * roll));
    Rotation fore = upper.times(Rotation.x(Math.max(0, elbow)));
    double arm = body.arm();
    place(index[0], 20, chest, side * body.shoulder(), -0.03, 0);
    place(index[1], index[0], upper, 0, -0.29 * arm, 0);
    place(index[2], index[1], fore, 0, -0.25 * arm, 0);
    place(index[3], index[2], fore, 0, -0.08 * arm, 0);
    place(index[4], index[3], fore, 0, -0.08 * arm, -0.01);
    place(index[5], index[3], fore, -side * 0.03, -0.03 * arm, -0.03);
  }

  private void leg(int side, Rotation hips, int[] index) {
    boolean right = side == RIGHT;
    double flex = pose.get(right ? Angle.RIGHT_HIP_FLEX : Angle.LEFT_HIP_FLEX);
    double spread = pose.get(right ? Angle.RIGHT_HIP_SPREAD : Angle.LEFT_HIP_SPREAD);
    double knee = pose.get(right ? Angle.RIGHT_KNEE : Angle.LEFT_KNEE);
    Rotation thigh = hips.times(Rotation.x(flex)).times(Rotation.z(side * spread));
    Rotation shank = thigh.times(Rotation.x(-Math.max(0, knee)));
    double leg = body.leg();
    place(index[0], 0, hips, side * body.hip(), -0.05, 0);
    place(index[1], index[0], thigh, 0, -0.43 * leg, 0);
    place(index[2], index[1], shank, 0, -0.41 * leg, 0);
    // The foot stays level, as an ankle keeps it on the floor.
    place(index[3], index[2], hips, 0, -0.05, -0.12 * leg);
  }

  private void place(int joint, int parent, Rotation frame, double x, double y, double z) {
    double[] offset = frame.apply(x, y, z);
    for (int c = 0; c < 3; c++) {
      offset[c] += joints[parent][c];
    }
    joints[joint] = offset;
  }

  /** Puts the lower foot on the floor and moves the body on its way. */
  private void stand(Rotation hips) {
    double[] way = hips.apply(0, 0, -pose.get(Angle.ADVANCE));
    double lowest = Math.min(joints[15][1], joints[19][1]);
    for (double[] joint : joints) {
      joint[0] += way[0];
      joint[1] += SOLE - lowest + pose.get(Angle.LIFT);
      joint[2] += way[2];
    }
  }
}
