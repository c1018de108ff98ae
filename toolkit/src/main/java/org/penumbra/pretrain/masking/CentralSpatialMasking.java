package org.penumbra.pretrain.masking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * PSTL's central spatial masking: joints are drawn with a chance proportional to their degree, so
 * central ones go more often, and are dropped from the graph.
 *
 * <p>The released code draws entries of a list in which each joint stands as often as its degree,
 * so a joint can be drawn twice and fewer go (8.17 of 9 on average with 25 joints). The paper says
 * that so many joints are masked: that is the default, the other a fork.
 *
 * @param joints number of draws; 9 in the papers
 * @param distinct whether every draw must be a new joint
 */
public record CentralSpatialMasking(int joints, boolean distinct) {
  /** Checks the number of joints. */
  public CentralSpatialMasking {
    Require.atLeast("masked joints", joints, 0);
  }

  /** Nine different joints, as the papers describe. */
  public static CentralSpatialMasking published() {
    return new CentralSpatialMasking(9, true);
  }

  /**
   * Draws the joints of one batch.
   *
   * @return indices to drop, ascending, each once
   * @throws org.penumbra.core.InvalidOptionException if as many as all joints of the layout would
   *     go
   */
  public List<Integer> draw(SkeletonLayout layout, SplittableRandom random) {
    Require.inRange("masked joints", joints, 0, layout.size() - 1);
    List<Integer> entries = new ArrayList<>();
    List<Integer> degrees = layout.degrees();
    for (int v = 0; v < degrees.size(); v++) {
      entries.addAll(Collections.nCopies(degrees.get(v), v));
    }
    TreeSet<Integer> masked = new TreeSet<>();
    for (int i = 0; i < joints; i++) {
      Integer joint = entries.remove(random.nextInt(entries.size()));
      masked.add(joint);
      if (distinct) {
        entries.removeIf(joint::equals);
      }
    }
    return List.copyOf(masked);
  }
}
