package org.penumbra.occlusion;

import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * Draws again with derived seeds until the share of a clip's observed joints that is hidden lies in
 * a window; if no try does, keeps the mask whose share comes closest, the earlier of two equal
 * ones. An occlusion that does not draw is asked once.
 *
 * @param inner draws the masks; its own seed does not count
 * @param low least share of the observed joints to hide, 0 to 1
 * @param high greatest share, {@code low} to 1
 * @param tries most draws, from 1
 * @param seed which of many masks
 */
public record Budget(Occlusion inner, double low, double high, int tries, long seed)
    implements Occlusion {
  /** Draws of {@link Occlusion#within}. */
  public static final int TRIES = 30;

  /** Checks the window. */
  public Budget {
    Require.inRange("low", low, 0, 1);
    Require.inRange("high", high, low, 1);
    Require.atLeast("tries", tries, 1);
    inner = inner.withSeed(0);
    seed = inner.isRandom() ? seed : 0;
  }

  /** With another number of draws. */
  public Budget withTries(int most) {
    return new Budget(inner, low, high, most, seed);
  }

  @Override
  public Budget withSeed(long other) {
    return new Budget(inner, low, high, tries, other);
  }

  @Override
  public boolean isRandom() {
    return inner.isRandom();
  }

  @Override
  public String name() {
    return "budget("
        + inner.name()
        + ","
        + Cells.number(low)
        + "-"
        + Cells.number(high)
        + ","
        + tries
        + ")";
  }

  @Override
  public String describe() {
    return Parts.withoutSeed(inner)
        + ", drawn up to "
        + tries
        + " times until "
        + Cells.percent(low)
        + " to "
        + Cells.percent(high)
        + " % are hidden, else the closest draw"
        + Parts.seed(this);
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int observed = clip.mask().count(JointState.OBSERVED);
    JointMask best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < (isRandom() ? tries : 1) && least > 0; i++) {
      JointMask mask = Parts.seeded(inner, seed, i).hide(clip);
      double share = observed == 0 ? low : (double) mask.count(JointState.OCCLUDED) / observed;
      double miss = Math.max(0, Math.max(low - share, share - high));
      if (miss < least) {
        least = miss;
        best = mask;
      }
    }
    return best;
  }
}
