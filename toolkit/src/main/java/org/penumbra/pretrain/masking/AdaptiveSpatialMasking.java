package org.penumbra.pretrain.masking;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * OPSTL's adaptive spatial masking: joints that are missing in more clips of the batch are masked
 * more often, so that what is learned rests on those that are there (OPSTL, equation 6).
 *
 * <pre>{@code
 * degree_v = floor(3 (F_v - min F) / (max F - min F + epsilon) + 1)   // 1, 2 or 3
 * }</pre>
 *
 * F_v is the number of clips of the batch in which joint v is hidden at some time. Joints are drawn
 * with a chance proportional to their degree. If nothing is hidden in the whole batch, the degrees
 * are those of the graph: central spatial masking. If all joints are hidden equally often, all have
 * degree 1.
 *
 * @param joints number of draws; 9 in the paper
 * @param epsilon keeps the degree below 4; 0.001 in the paper
 * @param distinct whether every draw must be a new joint, as the paper describes; the released code
 *     draws from a list with each joint as often as its degree, see {@link CentralSpatialMasking}
 */
public record AdaptiveSpatialMasking(int joints, double epsilon, boolean distinct)
    implements SpatialMasking {
  private static final int DEGREES = 3;

  /** Checks the options. */
  public AdaptiveSpatialMasking {
    Require.atLeast("masked joints", joints, 0);
    Require.positive("epsilon of the frequency degree", epsilon);
  }

  /** Nine different joints, epsilon 0.001. */
  public static AdaptiveSpatialMasking published() {
    return new AdaptiveSpatialMasking(9, 0.001, true);
  }

  @Override
  public List<Integer> draw(SkeletonLayout layout, int[] missing, SplittableRandom random) {
    return JointLottery.draw(degrees(layout, missing), joints, distinct, random);
  }

  /**
   * Weight of each joint in the draw.
   *
   * @param missing in how many clips of the batch each joint is hidden at some time, length V
   * @return 1 to 3 each, length V; the graph's degrees if nothing is hidden
   */
  public List<Integer> degrees(SkeletonLayout layout, int[] missing) {
    if (missing.length != layout.size()) {
      throw new InvalidOptionException(
          "counts of missing joints", layout.size() + ", one for each joint", missing.length);
    }
    int most = Arrays.stream(missing).max().orElseThrow();
    int least = Arrays.stream(missing).min().orElseThrow();
    if (most == 0) {
      return layout.degrees();
    }
    return Arrays.stream(missing)
        .map(count -> (int) Math.floor((count - least) * DEGREES / (most - least + epsilon) + 1))
        .boxed()
        .toList();
  }

  @Override
  public String describe() {
    return "adaptive spatial masking of " + joints + (distinct ? "" : " drawn") + " joints";
  }
}
