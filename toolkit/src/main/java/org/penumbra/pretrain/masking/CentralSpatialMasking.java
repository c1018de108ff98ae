package org.penumbra.pretrain.masking;

import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * PSTL's central spatial masking: joints are drawn with a chance proportional to their degree, so
 * central ones go more often, and are dropped from the graph.
 *
 * <p>The released code draws entries of a list in which each joint stands as often as its degree,
 * so a joint can be drawn twice and fewer go (8.17 of 9 on average with 25 joints). The paper says
 * that so many joints are masked: that is the default, the other a fork.
 *
 * @param joints number of draws; 9 in the papers
 * @param distinct whether every draw must be a new joint
 */
public record CentralSpatialMasking(int joints, boolean distinct) implements SpatialMasking {
  /** Checks the number of joints. */
  public CentralSpatialMasking {
    Require.atLeast("masked joints", joints, 0);
  }

  /** Nine different joints, as the papers describe. */
  public static CentralSpatialMasking published() {
    return new CentralSpatialMasking(9, true);
  }

  @Override
  public List<Integer> draw(SkeletonLayout layout, int[] missing, SplittableRandom random) {
    return JointLottery.draw(layout.degrees(), joints, distinct, random);
  }

  @Override
  public String describe() {
    return "central spatial masking of " + joints + (distinct ? "" : " drawn") + " joints";
  }
}
