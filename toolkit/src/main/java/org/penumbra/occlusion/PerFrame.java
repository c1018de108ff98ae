package org.penumbra.occlusion;

import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * Draws anew in each frame: frame t of clip c is taken for a clip of its own, named {@code c#t}. A
 * share then holds in each frame.
 *
 * @param inner hides in single frames
 */
public record PerFrame(Occlusion inner) implements Occlusion {
  @Override
  public long seed() {
    return inner.seed();
  }

  @Override
  public PerFrame withSeed(long other) {
    return new PerFrame(inner.withSeed(other));
  }

  @Override
  public boolean isRandom() {
    return inner.isRandom();
  }

  @Override
  public String name() {
    return "per-frame(" + inner.name() + ")";
  }

  @Override
  public String describe() {
    return Parts.withoutSeed(inner) + ", each frame for itself" + Parts.seed(this);
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    JointMask seen = clip.mask();
    JointMask.Builder mask = JointMask.builder(seen.frames(), seen.joints(), seen.bodies());
    for (int t = 0; t < seen.frames(); t++) {
      JointMask hidden = inner.hide(Frames.one(clip, t, clip.name() + "#" + t));
      for (int v = 0; v < seen.joints(); v++) {
        for (int m = 0; m < seen.bodies(); m++) {
          if (hidden.state(0, v, m) == JointState.OCCLUDED) {
            mask.set(t, v, m, JointState.OCCLUDED);
          }
        }
      }
    }
    return mask.build();
  }
}
