package org.penumbra.occlusion;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Bursts: each joint of each body is lost and found again by a two-state Markov chain over the
 * frames (Gilbert and Elliott), for itself. A hidden joint comes back with probability 1 / gap, a
 * seen one is lost with probability rate / (gap (1 - rate)); the first frame follows the chain's
 * long-run share. So on average {@code rate} of the cells are hidden in every frame, in runs of
 * {@code gap} frames where the clip does not cut them.
 *
 * @param rate mean share hidden, 0 to gap / (1 + gap)
 * @param gap mean length of a run, frames, at least 1
 * @param seed which of many masks
 */
public record MarkovOcclusion(double rate, double gap, long seed) implements Occlusion {
  /** Checks that such a chain exists. */
  public MarkovOcclusion {
    Require.inRange("rate", rate, 0, 1);
    if (!(gap >= 1) || Double.isInfinite(gap)) {
      throw new InvalidOptionException("gap", "finite and at least 1 frame", gap);
    }
    if (rate > gap / (1 + gap)) {
      throw new InvalidOptionException(
          "rate", "at most gap / (1 + gap) = " + gap / (1 + gap) + " for a gap of " + gap, rate);
    }
  }

  /** This rate and mean run with seed 0. */
  public static MarkovOcclusion of(double rate, double gap) {
    return new MarkovOcclusion(rate, gap, 0);
  }

  @Override
  public MarkovOcclusion withSeed(long other) {
    return new MarkovOcclusion(rate, gap, other);
  }

  @Override
  public String name() {
    return "markov-" + Cells.number(rate) + "-" + Cells.number(gap);
  }

  @Override
  public String describe() {
    return Cells.percent(rate)
        + " % of the joints of each clip on average, in runs of "
        + Cells.number(gap)
        + " frames on average, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int bodies = clip.bodies();
    BitSet[] hidden = new BitSet[clip.layout().size() * bodies];
    for (int v = 0; v < clip.layout().size(); v++) {
      for (int m = 0; m < bodies; m++) {
        hidden[v * bodies + m] = chain(clip.frames(), key(clip).with(v).with(m).generator());
      }
    }
    return Cells.where(clip, (t, v, m) -> hidden[v * bodies + m].get(t));
  }

  private BitSet chain(int frames, SplittableRandom random) {
    double found = 1 / gap;
    double lost = rate / (gap * (1 - rate));
    BitSet hidden = new BitSet();
    boolean now = random.nextDouble() < rate;
    for (int t = 0; t < frames; t++) {
      hidden.set(t, now);
      now = random.nextDouble() < (now ? 1 - found : lost);
    }
    return hidden;
  }
}
