package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Hands that go where they are told. */
class ArmReachTest {
  private static final Body BODY = new Body(1, 1, 1, 0.18, 0.08, false, 1, 1, new Pose());

  @Test
  void theHandComesToAPlaceWithinReachAndBonesKeepTheirLengths() {
    for (Side side : Side.values()) {
      for (double up : new double[] {-0.4, -0.1, 0.2, 0.4}) {
        PosedBody body = Kinematics.pose(BODY, new Pose(), 0.4, 1, 2);
        double[] goal = Spot.own(Spot.CHEST, 0.2 * side.sign(), up, 0.3).in(body, null);
        ArmReach.apply(body, side, goal, 1);
        double[] hand = body.joint(side.hand());
        for (int c = 0; c < 3; c++) {
          assertThat(hand[c]).isEqualTo(goal[c], within(1e-9));
        }
        assertThat(distance(body, side.shoulder(), side.elbow())).isEqualTo(0.29, within(1e-9));
        assertThat(distance(body, side.elbow(), side.wrist())).isEqualTo(0.25, within(1e-9));
        assertThat(distance(body, side.wrist(), side.hand())).isEqualTo(0.08, within(1e-9));
        assertThat(distance(body, side.hand(), side.handTip()))
            .isEqualTo(Math.hypot(0.08, 0.01), within(1e-9));
      }
    }
  }

  @Test
  void whatIsOutOfReachIsPointedAt() {
    PosedBody body = Kinematics.pose(BODY, new Pose(), 0, 0, 0);
    double[] shoulder = body.joint(Side.RIGHT.shoulder());
    ArmReach.apply(body, Side.RIGHT, Vectors.plus(shoulder, new double[] {0, 0, -3}), 1);
    double[] hand = body.joint(Side.RIGHT.hand());
    assertThat(hand[2] - shoulder[2]).isEqualTo(-0.62, within(0.001));
  }

  @Test
  void elbowsBendAsElbowsDo() {
    PosedBody low = Kinematics.pose(BODY, new Pose(), 0, 0, 0);
    double[] shoulder = low.joint(8);
    ArmReach.apply(low, Side.RIGHT, Vectors.plus(shoulder, new double[] {0, -0.45, -0.05}), 1);
    assertThat(low.joint(9)[2]).as("behind a low hand").isGreaterThan(shoulder[2]);
    PosedBody front = Kinematics.pose(BODY, new Pose(), 0, 0, 0);
    ArmReach.apply(front, Side.RIGHT, Vectors.plus(shoulder, new double[] {0, 0, -0.45}), 1);
    assertThat(front.joint(9)[1]).as("under a hand in front").isLessThan(shoulder[1] - 0.1);
  }

  @Test
  void aReachOfWeightZeroChangesNothingAndHalfIsBetween() {
    Spot mouth = Spot.own(Spot.HEAD, 0, -0.06, 0.11);
    PosedBody hanging = reached(mouth, 0);
    PosedBody half = reached(mouth, 0.5);
    PosedBody whole = reached(mouth, 1);
    assertThat(hanging.joint(11)).isEqualTo(Kinematics.pose(BODY, new Pose(), 0, 0, 0).joint(11));
    assertThat(half.joint(11)[1]).isBetween(hanging.joint(11)[1], whole.joint(11)[1]);
  }

  @Test
  void aMirroredReachIsTheMirrorImage() {
    Pose pose = new Pose().rightHand(Spot.own(Spot.LEFT_SHOULDER, 0.02, -0.1, 0.1), 0.8);
    PosedBody body = Kinematics.pose(BODY, pose, 0, 0, 0);
    Kinematics.reach(body, pose, null);
    Pose mirroredPose = pose.mirrored();
    PosedBody mirrored = Kinematics.pose(BODY, mirroredPose, 0, 0, 0);
    Kinematics.reach(mirrored, mirroredPose, null);
    for (int i = 0; i < 4; i++) {
      assertThat(mirrored.joint(4 + i)[0]).isEqualTo(-body.joint(8 + i)[0], within(1e-9));
      assertThat(mirrored.joint(4 + i)[1]).isEqualTo(body.joint(8 + i)[1], within(1e-9));
      assertThat(mirrored.joint(4 + i)[2]).isEqualTo(body.joint(8 + i)[2], within(1e-9));
    }
  }

  private static PosedBody reached(Spot spot, double weight) {
    Pose pose = new Pose().rightHand(spot, weight);
    PosedBody body = Kinematics.pose(BODY, pose, 0, 0, 0);
    Kinematics.reach(body, pose, null);
    return body;
  }

  private static double distance(PosedBody body, int one, int other) {
    return Vectors.length(Vectors.minus(body.joint(one), body.joint(other)));
  }
}
