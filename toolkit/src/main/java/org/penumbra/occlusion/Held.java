package org.penumbra.occlusion;

import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Draws once for the whole clip: what it hides of one frame stays hidden from the first frame to
 * the last. The frame is the first of those with most joints observed.
 *
 * @param inner hides in that frame
 */
public record Held(Occlusion inner) implements Occlusion {
  @Override
  public long seed() {
    return inner.seed();
  }

  @Override
  public Held withSeed(long other) {
    return new Held(inner.withSeed(other));
  }

  @Override
  public boolean isRandom() {
    return inner.isRandom();
  }

  @Override
  public String name() {
    return "per-sequence(" + inner.name() + ")";
  }

  @Override
  public String describe() {
    return Parts.withoutSeed(inner) + ", of one frame and held in all" + Parts.seed(this);
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    if (clip.frames() == 0) {
      return inner.hide(clip);
    }
    JointMask hidden = inner.hide(Frames.one(clip, Frames.fullest(clip.mask()), clip.name()));
    return Cells.where(clip, (t, v, m) -> !hidden.isObserved(0, v, m));
  }
}
