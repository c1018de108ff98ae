package org.penumbra.synthetic;

/**
 * A body in a pose and in the world. Only {@link ArmReach} changes it, and only elbows, forearms
 * and hands.
 */
final class PosedBody {
  private final Body body;
  private final double[][] joints;
  private final Rotation chest;
  private final Rotation head;
  private Rotation rightForearm;
  private Rotation leftForearm;

  /**
   * A body.
   *
   * @param joints (25, 3), metres; the floor is y = 0; kept
   * @param chest how the chest is turned
   * @param head how the head is turned
   * @param rightForearm how the right forearm is turned; it hangs along its own negative y
   * @param leftForearm how the left forearm is turned
   */
  PosedBody(
      Body body,
      double[][] joints,
      Rotation chest,
      Rotation head,
      Rotation rightForearm,
      Rotation leftForearm) {
    this.body = body;
    this.joints = joints;
    this.chest = chest;
    this.head = head;
    this.rightForearm = rightForearm;
    this.leftForearm = leftForearm;
  }

  Body body() {
    return body;
  }

  double[][] joints() {
    return joints;
  }

  double[] joint(int index) {
    return joints[index];
  }

  Rotation chest() {
    return chest;
  }

  Rotation head() {
    return head;
  }

  Rotation forearm(Side side) {
    return side == Side.RIGHT ? rightForearm : leftForearm;
  }

  /** Moves an elbow and turns the forearm, hand and all. */
  void moveForearm(Side side, double[] elbow, Rotation forearm) {
    Limb.placeForearm(joints, body, side, elbow, forearm);
    if (side == Side.RIGHT) {
      rightForearm = forearm;
    } else {
      leftForearm = forearm;
    }
  }
}
