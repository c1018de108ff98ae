package org.penumbra.occlusion;

import java.util.SplittableRandom;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * RA-GCN's random occlusion: each cell for itself with one probability. Each clip has its own draw.
 * The published code draws one mask and lays it on every clip: {@link #sharedMask()}.
 *
 * @param probability 0 to 1
 * @param seed which of many masks
 */
public record RaGcnRandomOcclusion(double probability, long seed) implements Occlusion {
  /** Checks the probability. */
  public RaGcnRandomOcclusion {
    Require.inRange("probability", probability, 0, 1);
  }

  /** This probability with seed 0. */
  public static RaGcnRandomOcclusion of(double probability) {
    return new RaGcnRandomOcclusion(probability, 0);
  }

  /** One mask for all clips, as published: a cell is hidden in all clips or in none. */
  public SharedDraw sharedMask() {
    return new SharedDraw(this, "all");
  }

  @Override
  public RaGcnRandomOcclusion withSeed(long other) {
    return new RaGcnRandomOcclusion(probability, other);
  }

  @Override
  public String name() {
    return "ragcn-random-" + Cells.number(probability);
  }

  @Override
  public String describe() {
    return "each joint with probability " + Cells.number(probability) + ", seed " + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int joints = clip.layout().size();
    boolean[][] drawn = new boolean[clip.bodies()][clip.frames() * joints];
    for (int m = 0; m < clip.bodies(); m++) {
      // A generator per body, cells in order of time: a shorter clip gets the start of the mask.
      SplittableRandom random = key(clip).with(m).generator();
      for (int i = 0; i < drawn[m].length; i++) {
        drawn[m][i] = random.nextDouble() < probability;
      }
    }
    return Cells.where(clip, (t, v, m) -> drawn[m][t * joints + v]);
  }
}
