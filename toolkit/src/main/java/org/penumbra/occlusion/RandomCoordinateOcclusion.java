package org.penumbra.occlusion;

import java.util.Arrays;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * OPSTL's random occlusion read by single coordinates: of the 3n coordinates of the n OBSERVED
 * cells exactly floor(3 rate n) are drawn without replacement. A joint is a place, known or not, so
 * a joint with any drawn coordinate is hidden: at a rate of 0.2 about 1 - 0.8^3 = 49 % of the
 * joints.
 *
 * @param rate share of the coordinates, 0 to 1
 * @param seed which of many masks
 */
public record RandomCoordinateOcclusion(double rate, long seed) implements Occlusion {
  /** Checks the rate. */
  public RandomCoordinateOcclusion {
    Require.inRange("rate", rate, 0, 1);
  }

  /** This share with seed 0. */
  public static RandomCoordinateOcclusion of(double rate) {
    return new RandomCoordinateOcclusion(rate, 0);
  }

  @Override
  public RandomCoordinateOcclusion withSeed(long other) {
    return new RandomCoordinateOcclusion(rate, other);
  }

  @Override
  public String name() {
    return "random-coordinate-" + Cells.percent(rate);
  }

  @Override
  public String describe() {
    return "joints with any of "
        + Cells.percent(rate)
        + " % of the observed coordinates of each clip, drawn one by one, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int[] cells = Cells.observed(clip.mask());
    int coordinates = SkeletonClip.CHANNELS * cells.length;
    int[] drawn = Draws.choose(coordinates, Cells.floor(rate, coordinates), generator(clip));
    return Cells.hide(
        clip, Arrays.stream(drawn).map(i -> cells[i / SkeletonClip.CHANNELS]).toArray());
  }
}
