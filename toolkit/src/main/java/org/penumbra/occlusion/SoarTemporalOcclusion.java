package org.penumbra.occlusion;

import java.util.BitSet;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Trans4SOAR's temporal mask: some frames with all their joints, drawn without replacement. A clip
 * of no more frames than that loses them all; bring clips to one length first, as the paper does.
 *
 * @param frames number of frames, from 0; the released value is 10
 * @param seed which of many masks
 */
public record SoarTemporalOcclusion(int frames, long seed) implements Occlusion {
  /** Checks that the number is not negative. */
  public SoarTemporalOcclusion {
    Require.atLeast("frames", frames, 0);
  }

  /** So many frames with seed 0. */
  public static SoarTemporalOcclusion of(int frames) {
    return new SoarTemporalOcclusion(frames, 0);
  }

  @Override
  public SoarTemporalOcclusion withSeed(long other) {
    return new SoarTemporalOcclusion(frames, other);
  }

  @Override
  public String name() {
    return "soar-temporal-" + frames;
  }

  @Override
  public String describe() {
    return "all joints in " + frames + " frames of each clip, seed " + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    BitSet gone = new BitSet();
    int count = Math.min(frames, clip.frames());
    for (int frame : Draws.choose(clip.frames(), count, generator(clip))) {
      gone.set(frame);
    }
    return Cells.where(clip, (t, v, m) -> gone.get(t));
  }
}
