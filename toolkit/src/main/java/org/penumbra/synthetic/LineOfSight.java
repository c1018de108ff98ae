package org.penumbra.synthetic;

/** Whether a trunk or head stands between the camera and a joint. */
final class LineOfSight {
  private static final int[] TRUNK = {0, 1, 20, 3};
  private static final double THICKNESS = 0.14; // metres from the trunk's middle
  private static final double BEHIND = 0.10; // metres of depth

  private LineOfSight() {}

  /**
   * Whether a joint is hidden.
   *
   * @param joint in the camera's axes, metres
   * @param bodies (M, 25, 3), in the camera's axes, metres
   */
  static boolean isBlocked(double[] joint, double[][][] bodies) {
    double distance = Vectors.length(joint);
    for (double[][] body : bodies) {
      for (int index : TRUNK) {
        double[] trunk = body[index];
        double along = Vectors.dot(trunk, joint) / distance;
        if (along > 0 && along < distance - BEHIND) {
          double aside = Vectors.dot(trunk, trunk) - along * along;
          if (aside < THICKNESS * THICKNESS) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
