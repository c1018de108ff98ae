package org.penumbra.model;

import java.util.List;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The three adjacency matrices of ST-GCN's spatial strategy. Columns of the links (bones both ways,
 * and each joint to itself) are divided by their sums; then a joint's link to itself goes to
 * partition 0, a link from a joint as far from the centre or further to partition 1, and a link
 * from a nearer joint to partition 2.
 *
 * <p>The released code knows distances up to one bone only, so all joints beyond count as equally
 * far and most links land in partition 1; true distances give a different network. {@link
 * HopDistances} names both. Along a tree of bones the ends of a bone are never equally far, so true
 * distances share the links equally between partitions 1 and 2.
 */
public final class GraphPartition {
  /** Number of partitions, K. */
  public static final int PARTITIONS = 3;

  private GraphPartition() {}

  /** The matrices of a layout with the distances of the released code. */
  public static double[] spatial(SkeletonLayout layout) {
    return spatial(layout, HopDistances.AS_RELEASED);
  }

  /**
   * The matrices of a layout.
   *
   * @param distances how far joints are from the centre
   * @return (K, V, V) in C-order; entry (k, v, w) carries joint v to joint w
   */
  public static double[] spatial(SkeletonLayout layout, HopDistances distances) {
    int joints = layout.size();
    boolean[][] linked = links(layout);
    int[] hops = distances.of(layout);
    double[] adjacency = new double[PARTITIONS * joints * joints];
    for (int w = 0; w < joints; w++) {
      int degree = degree(linked[w]);
      for (int v = 0; v < joints; v++) {
        if (linked[v][w]) {
          int k = v == w ? 0 : hops[v] >= hops[w] ? 1 : 2;
          adjacency[(k * joints + v) * joints + w] = 1.0 / degree;
        }
      }
    }
    return adjacency;
  }

  /** Which joints are at most one hop apart. */
  private static boolean[][] links(SkeletonLayout layout) {
    int joints = layout.size();
    boolean[][] linked = new boolean[joints][joints];
    List<Bone> bones = layout.bones();
    for (int v = 0; v < joints; v++) {
      linked[v][v] = true;
    }
    for (Bone bone : bones) {
      linked[bone.child()][bone.parent()] = true;
      linked[bone.parent()][bone.child()] = true;
    }
    return linked;
  }

  private static int degree(boolean[] row) {
    int degree = 0;
    for (boolean link : row) {
      degree += link ? 1 : 0;
    }
    return degree;
  }
}
