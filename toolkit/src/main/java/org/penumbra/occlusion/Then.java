package org.penumbra.occlusion;

import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Hides by one occlusion, then by another that sees only what the first left: a share of the second
 * is a share of the rest. Seeds as in {@link Union}.
 *
 * @param first hides first
 * @param second hides of what is left
 * @param seed which of many masks
 */
public record Then(Occlusion first, Occlusion second, long seed) implements Occlusion {
  /** Gives the parts their seeds. */
  public Then {
    seed = first.isRandom() || second.isRandom() ? seed : 0;
    first = Parts.seeded(first, seed, 0);
    second = Parts.seeded(second, seed, 1);
  }

  @Override
  public Then withSeed(long other) {
    return new Then(first, second, other);
  }

  @Override
  public boolean isRandom() {
    return first.isRandom() || second.isRandom();
  }

  @Override
  public String name() {
    return "then(" + first.name() + "," + second.name() + ")";
  }

  @Override
  public String describe() {
    return Parts.describe(this, first, ", and of the rest ", second);
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    JointMask hidden = first.hide(clip);
    return hidden.and(second.hide(clip.hide(hidden)));
  }
}
