package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Where limbs go when single angles change. */
class KinematicsTest {
  private static final Body BODY = new Body(1, 1, 1, 0.18, 0.08, false, 1, 1, new Pose());
  private static final double QUARTER = Math.PI / 2;

  @Test
  void uprightWithHangingArms() {
    double[][] joints = joints(new Pose());
    assertThat(joints[3][1]).as("head").isBetween(1.5, 1.75);
    assertThat(joints[15][1]).as("sole").isEqualTo(0.03, within(1e-9));
    assertThat(joints[6][1]).as("left wrist under its shoulder").isLessThan(joints[4][1] - 0.5);
    assertThat(joints[4][0]).as("left is smaller x").isLessThan(joints[8][0]);
    assertThat(joints[15][2]).as("toes to the front").isLessThan(joints[14][2]);
  }

  @Test
  void flexGoesToTheFrontSpreadToTheSideAndRollBringsTheForearmUp() {
    double[][] front = joints(new Pose().rightArm(QUARTER, 0, 0, 0));
    assertThat(front[10][2] - front[8][2]).as("wrist in front").isEqualTo(-0.54, within(1e-9));
    double[][] side = joints(new Pose().arms(0, QUARTER, 0, 0));
    assertThat(side[10][0] - side[8][0]).isEqualTo(0.54, within(1e-9));
    assertThat(side[6][0] - side[4][0]).isEqualTo(-0.54, within(1e-9));
    double[][] up = joints(new Pose().arms(0, QUARTER, QUARTER, QUARTER));
    assertThat(up[10][1] - up[9][1]).as("right forearm up").isEqualTo(0.25, within(1e-9));
    assertThat(up[6][1] - up[5][1]).as("left forearm up").isEqualTo(0.25, within(1e-9));
  }

  @Test
  void sittingLowersTheHipsAndJumpingLiftsTheFeet() {
    double standing = joints(new Pose())[0][1];
    double[][] seated = joints(new Pose().legs(QUARTER, QUARTER));
    assertThat(standing - seated[0][1]).as("a thigh lower").isEqualTo(0.43, within(1e-9));
    assertThat(seated[13][2]).as("knees to the front").isLessThan(seated[12][2] - 0.4);
    double[][] air = joints(new Pose().add(Angle.LIFT, 0.3));
    assertThat(air[15][1]).isEqualTo(0.33, within(1e-9));
  }

  @Test
  void aMirroredPoseIsTheMirrorImage() {
    Pose pose =
        new Pose()
            .rightArm(0.5, 0.9, 0.4, 1.1)
            .leftArm(0.2, 0.1, 0, 0.3)
            .rightLeg(0.7, 0.5)
            .trunk(0.3, 0.2, 0.25);
    double[][] joints = joints(pose);
    double[][] mirrored = joints(pose.mirrored());
    assertThat(mirrored[6][0]).isEqualTo(-joints[10][0], within(1e-9));
    assertThat(mirrored[6][1]).isEqualTo(joints[10][1], within(1e-9));
    assertThat(mirrored[6][2]).isEqualTo(joints[10][2], within(1e-9));
    assertThat(mirrored[3][0]).isEqualTo(-joints[3][0], within(1e-9));
    assertThat(mirrored[14][2]).isEqualTo(joints[18][2], within(1e-9));
  }

  private static double[][] joints(Pose pose) {
    return Kinematics.pose(BODY, pose, 0, 0, 0).joints();
  }
}
