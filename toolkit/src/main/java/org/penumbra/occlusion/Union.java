package org.penumbra.occlusion;

import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Hides what either of two occlusions hides; both see the clip as it came.
 *
 * <p>One seed stands for the whole: each part draws with a seed that follows from it and from the
 * part's place, so that two parts of one kind draw apart. The parts' own seeds do not count.
 *
 * @param first one way to hide
 * @param second another
 * @param seed which of many masks
 */
public record Union(Occlusion first, Occlusion second, long seed) implements Occlusion {
  /** Gives the parts their seeds. */
  public Union {
    seed = first.isRandom() || second.isRandom() ? seed : 0;
    first = Parts.seeded(first, seed, 0);
    second = Parts.seeded(second, seed, 1);
  }

  @Override
  public Union withSeed(long other) {
    return new Union(first, second, other);
  }

  @Override
  public boolean isRandom() {
    return first.isRandom() || second.isRandom();
  }

  @Override
  public String name() {
    return "union(" + first.name() + "," + second.name() + ")";
  }

  @Override
  public String describe() {
    return Parts.describe(this, first, " together with ", second);
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    return first.hide(clip).and(second.hide(clip));
  }
}
