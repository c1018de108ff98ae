package org.penumbra.synthetic;

import org.penumbra.skeleton.SkeletonLayout;

/**
 * How often a depth sensor infers a joint instead of tracking it, and how wrong it then is.
 *
 * <p>Shares of the left hand and wrist, the left elbow and the right hand, the zeros of head, spine
 * and hips, and the 11.4 % over all joints were measured in real NTU RGB+D files; the shares of the
 * other joints of the limbs are chosen to reach that sum.
 */
final class InferenceRates {
  /** Joints that are lost together, each after its parent. */
  static final int[][] LIMBS = {{5, 6, 7, 21, 22}, {9, 10, 11, 23, 24}, {13, 14, 15}, {17, 18, 19}};

  private static final double[] SHARE = new double[SkeletonLayout.NTU_25.size()];
  private static final double[] ERROR = new double[SkeletonLayout.NTU_25.size()];

  static {
    set(5, 0.35, 0.04); // left elbow, wrist, hand, tip, thumb
    set(6, 0.36, 0.05);
    set(7, 0.60, 0.04);
    set(21, 0.22, 0.03);
    set(22, 0.18, 0.03);
    set(9, 0.14, 0.04); // right elbow, wrist, hand, tip, thumb
    set(10, 0.20, 0.05);
    set(11, 0.37, 0.04);
    set(23, 0.18, 0.03);
    set(24, 0.14, 0.03);
    set(13, 0.005, 0.03); // knees, ankles, feet
    set(17, 0.005, 0.03);
    set(14, 0.015, 0.04);
    set(18, 0.015, 0.04);
    set(15, 0.04, 0.04);
    set(19, 0.04, 0.04);
  }

  private InferenceRates() {}

  private static void set(int joint, double share, double error) {
    SHARE[joint] = share;
    ERROR[joint] = error;
  }

  /** Share of frames in which a joint is inferred, from 0 to 1. */
  static double share(int joint) {
    return SHARE[joint];
  }

  /** Standard deviation per coordinate of the guess against the joint before it, metres. */
  static double error(int joint) {
    return ERROR[joint];
  }
}
