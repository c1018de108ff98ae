package org.penumbra.occlusion;

import java.util.Arrays;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * One step of a {@link SeveritySweep}: exactly floor(rate n) of a clip's n OBSERVED cells, the
 * first ones in an order that depends on (seed, kind, clip name) but not on the rate. With one seed
 * a higher rate hides all that a lower one does, and more.
 *
 * @param kind order in which joints disappear
 * @param rate share of the observed cells, 0 to 1
 * @param seed which of many orders
 */
public record SweepOcclusion(Severity kind, double rate, long seed) implements Occlusion {
  /** Checks the rate. */
  public SweepOcclusion {
    Require.inRange("rate", rate, 0, 1);
  }

  @Override
  public SweepOcclusion withSeed(long other) {
    return new SweepOcclusion(kind, rate, other);
  }

  @Override
  public String name() {
    return "sweep-" + kind.label() + "-" + Cells.percent(rate);
  }

  @Override
  public String describe() {
    return Cells.percent(rate)
        + " % of the observed joints of each clip: "
        + kind.line()
        + ", seed "
        + seed;
  }

  /** As for every occlusion, but the same for all rates. */
  @Override
  public RandomKey key(SkeletonClip clip) {
    return RandomKey.of(seed).with("sweep-" + kind.label()).with(clip.name());
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int[] order = kind.order(clip, generator(clip));
    return Cells.hide(clip, Arrays.copyOf(order, Cells.floor(rate, order.length)));
  }
}
