package org.penumbra.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * How many bones a joint is away from the centre, which decides the partition of each link of the
 * graph ({@link GraphPartition}).
 */
public enum HopDistances {
  /**
   * As the released code computes them: 0 for the centre, 1 for its neighbours, one and the same
   * infinity for all others. Most links then join joints that count as equally far. All published
   * figures come from this.
   */
  AS_RELEASED {
    @Override
    int[] of(SkeletonLayout layout) {
      int[] hops = BREADTH_FIRST.of(layout);
      Arrays.setAll(hops, v -> hops[v] > 1 ? Integer.MAX_VALUE : hops[v]);
      return hops;
    }
  },

  /** True distances along the bones, as the idea of the spatial partition wants them. */
  BREADTH_FIRST {
    @Override
    int[] of(SkeletonLayout layout) {
      int[] hops = new int[layout.size()];
      Arrays.fill(hops, Integer.MAX_VALUE);
      hops[layout.centre()] = 0;
      Deque<Integer> queue = new ArrayDeque<>();
      queue.add(layout.centre());
      while (!queue.isEmpty()) {
        int joint = queue.remove();
        for (Bone bone : layout.bones()) {
          int other = otherEnd(bone, joint);
          if (other >= 0 && hops[other] == Integer.MAX_VALUE) {
            hops[other] = hops[joint] + 1;
            queue.add(other);
          }
        }
      }
      return hops;
    }
  };

  /** Distance of each joint from the centre, length V. */
  abstract int[] of(SkeletonLayout layout);

  /** The joint at the other end of a bone, or -1 if the bone does not touch this joint. */
  private static int otherEnd(Bone bone, int joint) {
    if (bone.child() == joint) {
      return bone.parent();
    }
    return bone.parent() == joint ? bone.child() : -1;
  }
}
