package org.penumbra.occlusion;

import java.util.Arrays;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Hides single joints anywhere in the clip: of its n OBSERVED (frame, joint, body) cells exactly
 * floor(rate n), drawn without replacement; all three coordinates go together. OPSTL hides 20 % of
 * the coordinates at random; this is its reading by cells. {@link RandomCoordinateOcclusion} and
 * {@link RandomBoxOcclusion} are the other two.
 *
 * @param rate share of the observed cells, 0 to 1
 * @param seed which of many masks
 */
public record RandomOcclusion(double rate, long seed) implements Occlusion {
  /** Checks the rate. */
  public RandomOcclusion {
    Require.inRange("rate", rate, 0, 1);
  }

  /** This share with seed 0. */
  public static RandomOcclusion of(double rate) {
    return new RandomOcclusion(rate, 0);
  }

  @Override
  public RandomOcclusion withSeed(long other) {
    return new RandomOcclusion(rate, other);
  }

  @Override
  public String name() {
    return "random-" + Cells.percent(rate);
  }

  @Override
  public String describe() {
    return Cells.percent(rate)
        + " % of the observed joints of each clip, drawn one by one, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int[] cells = Cells.observed(clip.mask());
    int hidden = Cells.floor(rate, cells.length);
    int[] chosen = Draws.choose(cells.length, hidden, generator(clip));
    return Cells.hide(clip, Arrays.stream(chosen).map(i -> cells[i]).toArray());
  }
}
