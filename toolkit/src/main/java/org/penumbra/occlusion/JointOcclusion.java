package org.penumbra.occlusion;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.core.Draws;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * Hides some joints for the whole clip and all bodies, drawn without replacement. PSTL's evaluation
 * on partial bodies shades 0 to 10 of 25 joints so. Each clip has its own draw; {@link #shared}
 * gives one per batch. Whether the joints leave the graph or are set to zero is the evaluation's
 * choice.
 *
 * @param joints number of joints, from 0; at least one joint of the layout stays visible
 * @param seed which of many masks
 */
public record JointOcclusion(int joints, long seed) implements Occlusion {
  /** Checks that the number is not negative; the layout's limit is checked with the clip. */
  public JointOcclusion {
    Require.atLeast("joints", joints, 0);
  }

  /** So many joints with seed 0. */
  public static JointOcclusion of(int joints) {
    return new JointOcclusion(joints, 0);
  }

  @Override
  public JointOcclusion withSeed(long other) {
    return new JointOcclusion(joints, other);
  }

  @Override
  public String name() {
    return "pstl-joints-" + joints;
  }

  @Override
  public String describe() {
    return joints + " joints of each clip, hidden from its first to its last frame, seed " + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    BitSet gone = new BitSet();
    joints(clip).forEach(gone::set);
    return Cells.where(clip, (t, v, m) -> gone.get(v));
  }

  /**
   * The joints that are hidden of a clip, in the order drawn: for an encoder that drops them from
   * its graph.
   */
  public List<Integer> joints(SkeletonClip clip) {
    int size = clip.layout().size();
    Require.inRange("joints for layout " + clip.layout().name(), joints, 0, size - 1);
    return IntStream.of(Draws.choose(size, joints, generator(clip))).boxed().toList();
  }
}
