package org.penumbra.occlusion;

import java.util.BitSet;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Trans4SOAR's spatial mask: some of the V M columns (a joint of a body), hidden for the whole
 * clip. Columns of an absent body are drawn too, as released.
 *
 * @param columns number of columns, from 0 to V M; the released value is 5
 * @param seed which of many masks
 */
public record SoarSpatialOcclusion(int columns, long seed) implements Occlusion {
  /** Checks that the number is not negative; V M is checked with the clip. */
  public SoarSpatialOcclusion {
    Require.atLeast("columns", columns, 0);
  }

  /** So many columns with seed 0. */
  public static SoarSpatialOcclusion of(int columns) {
    return new SoarSpatialOcclusion(columns, 0);
  }

  @Override
  public SoarSpatialOcclusion withSeed(long other) {
    return new SoarSpatialOcclusion(columns, other);
  }

  @Override
  public String name() {
    return "soar-spatial-" + columns;
  }

  @Override
  public String describe() {
    return columns + " columns (joint and body) of each clip, in all its frames, seed " + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int all = clip.layout().size() * clip.bodies();
    Require.inRange("columns of clip " + clip.name(), columns, 0, all);
    BitSet gone = new BitSet();
    for (int column : Draws.choose(all, columns, generator(clip))) {
      gone.set(column);
    }
    return Cells.where(clip, (t, v, m) -> gone.get(v * clip.bodies() + m));
  }
}
