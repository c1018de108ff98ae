package org.penumbra.model;

import java.util.List;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * The three adjacency matrices of ST-GCN's spatial strategy, as the reference computes them.
 * Columns of the links (bones both ways, and each joint to itself) are divided by their sums; then
 * a joint's link to itself goes to partition 0, a link from a joint as far from the centre or
 * further to partition 1, and a link from a nearer joint to partition 2.
 *
 * <p>Quirk kept on purpose: distances to the centre are known only up to one hop, so all joints
 * beyond it count as equally far and most links land in partition 1. A breadth-first distance would
 * give a different network.
 */
public final class GraphPartition {
  /** Number of partitions, K. */
  public static final int PARTITIONS = 3;

  private GraphPartition() {}

  /**
   * The matrices of a layout.
   *
   * @return (K, V, V) in C-order; entry (k, v, w) carries joint v to joint w
   */
  public static double[] spatial(SkeletonLayout layout) {
    int joints = layout.size();
    boolean[][] linked = links(layout);
    double[] adjacency = new double[PARTITIONS * joints * joints];
    for (int w = 0; w < joints; w++) {
      int degree = degree(linked[w]);
      for (int v = 0; v < joints; v++) {
        if (linked[v][w]) {
          int k = partition(v, w, linked, layout.centre());
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

  private static int partition(int v, int w, boolean[][] linked, int centre) {
    if (v == w) {
      return 0;
    }
    return hops(v, linked, centre) >= hops(w, linked, centre) ? 1 : 2;
  }

  /** 0 for the centre, 1 for its neighbours, one large number for all others. */
  private static int hops(int joint, boolean[][] linked, int centre) {
    if (joint == centre) {
      return 0;
    }
    return linked[joint][centre] ? 1 : Integer.MAX_VALUE;
  }
}
