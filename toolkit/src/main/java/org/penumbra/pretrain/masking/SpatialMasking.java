package org.penumbra.pretrain.masking;

import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.skeleton.SkeletonLayout;

/** Which joints the spatially masked view goes without: one draw for a batch. */
public interface SpatialMasking {
  /** Number of draws; unless all are distinct, fewer joints may go. */
  int joints();

  /**
   * Draws the joints of one batch.
   *
   * @param layout which joints there are, V of them
   * @param missing in how many clips of the batch each joint is hidden at some time, length V; only
   *     {@link AdaptiveSpatialMasking} looks at it
   * @return indices to drop from the graph, ascending, each once
   * @throws org.penumbra.core.InvalidOptionException if as many as all joints of the layout would
   *     go
   */
  List<Integer> draw(SkeletonLayout layout, int[] missing, SplittableRandom random);

  /** As {@link #draw(SkeletonLayout, int[], SplittableRandom)}, for clips that lack nothing. */
  default List<Integer> draw(SkeletonLayout layout, SplittableRandom random) {
    return draw(layout, new int[layout.size()], random);
  }

  /** For people: strategy and number of joints. */
  String describe();
}
