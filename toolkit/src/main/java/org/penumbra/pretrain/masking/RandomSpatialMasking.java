package org.penumbra.pretrain.masking;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * PSTL's rival to central spatial masking (its table 3): every joint goes with the same chance.
 *
 * @param joints how many; all are different
 */
public record RandomSpatialMasking(int joints) implements SpatialMasking {
  /** Checks the number of joints. */
  public RandomSpatialMasking {
    Require.atLeast("masked joints", joints, 0);
  }

  /** Nine joints, as many as central spatial masking takes. */
  public static RandomSpatialMasking published() {
    return new RandomSpatialMasking(9);
  }

  @Override
  public List<Integer> draw(SkeletonLayout layout, int[] missing, SplittableRandom random) {
    return JointLottery.draw(Collections.nCopies(layout.size(), 1), joints, true, random);
  }

  @Override
  public String describe() {
    return "random spatial masking of " + joints + " joints";
  }
}
