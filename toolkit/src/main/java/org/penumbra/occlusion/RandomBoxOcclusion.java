package org.penumbra.occlusion;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * OPSTL's random occlusion read from its words "according to min and max of the coordinates": a box
 * along the axes, inside the clip's smallest and largest coordinates, that stands still and hides
 * every joint in it. It grows from a random point, in random proportions, until it holds floor(rate
 * n) of the n OBSERVED cells; more only where joints lie on its faces.
 *
 * @param rate share of the observed cells, 0 to 1
 * @param seed which of many masks
 */
public record RandomBoxOcclusion(double rate, long seed) implements Occlusion {
  /** Checks the rate. */
  public RandomBoxOcclusion {
    Require.inRange("rate", rate, 0, 1);
  }

  /** This share with seed 0. */
  public static RandomBoxOcclusion of(double rate) {
    return new RandomBoxOcclusion(rate, 0);
  }

  @Override
  public RandomBoxOcclusion withSeed(long other) {
    return new RandomBoxOcclusion(rate, other);
  }

  @Override
  public String name() {
    return "random-box-" + Cells.percent(rate);
  }

  @Override
  public String describe() {
    return "joints inside a random box that holds "
        + Cells.percent(rate)
        + " % of the observed joints of each clip, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int[] cells = Cells.observed(clip.mask());
    int wanted = Cells.floor(rate, cells.length);
    double[] growth = BoxOrder.growth(clip, cells, generator(clip));
    double[] ordered = growth.clone();
    Arrays.sort(ordered);
    double size = wanted == 0 ? -1 : ordered[wanted - 1];
    int[] inside =
        IntStream.range(0, cells.length)
            .filter(i -> growth[i] <= size)
            .map(i -> cells[i])
            .toArray();
    return Cells.hide(clip, inside);
  }
}
