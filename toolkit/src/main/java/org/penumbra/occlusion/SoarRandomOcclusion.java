package org.penumbra.occlusion;

import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Trans4SOAR's random mask as its code draws it: floor(rate T V M) cells without replacement of all
 * cells of the array, absent ones among them. Draws that fall on a cell without an observed joint
 * are lost, so the share of what is observed is met on average only. {@link RandomOcclusion} meets
 * it exactly.
 *
 * @param rate share of all cells, 0 to 1; the released value is 0.1
 * @param seed which of many masks
 */
public record SoarRandomOcclusion(double rate, long seed) implements Occlusion {
  /** Checks the rate. */
  public SoarRandomOcclusion {
    Require.inRange("rate", rate, 0, 1);
  }

  /** This share with seed 0. */
  public static SoarRandomOcclusion of(double rate) {
    return new SoarRandomOcclusion(rate, 0);
  }

  @Override
  public SoarRandomOcclusion withSeed(long other) {
    return new SoarRandomOcclusion(rate, other);
  }

  @Override
  public String name() {
    return "soar-random-" + Cells.percent(rate);
  }

  @Override
  public String describe() {
    return Cells.percent(rate) + " % of all cells of each clip's array, seed " + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int all = Cells.size(clip.mask());
    return Cells.hide(clip, Draws.choose(all, Cells.floor(rate, all), generator(clip)));
  }
}
