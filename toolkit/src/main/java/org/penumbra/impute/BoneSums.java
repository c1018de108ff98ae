package org.penumbra.impute;

import java.util.List;
import org.penumbra.skeleton.SkeletonLayout;

/** Sums of bone vectors, turned to the front, over the frames that show both ends. */
final class BoneSums {
  private final List<Integer> parents;
  private final double[][] vectors; // (V, 3): child minus parent, left, up, forward
  private final double[] lengths; // (V)
  private final long[] counts; // (V)

  BoneSums(SkeletonLayout layout) {
    parents = layout.parents();
    vectors = new double[layout.size()][3];
    lengths = new double[layout.size()];
    counts = new long[layout.size()];
  }

  /** Adds all frames of a body. */
  void add(BodyMotion body, BodyAxes axes) {
    for (int v = 0; v < counts.length; v++) {
      int parent = parents.get(v);
      if (parent == v) {
        continue;
      }
      for (int t : body.sightings(v)) {
        if (body.isSeen(t, parent)) {
          double[] bone = Vectors.minus(body.place(t, v), body.place(t, parent));
          vectors[v] = Vectors.plus(vectors[v], axes.turned(bone, t));
          lengths[v] += Vectors.length(bone);
          counts[v]++;
        }
      }
    }
  }

  /** Adds other sums of the same layout. */
  void add(BoneSums other) {
    for (int v = 0; v < counts.length; v++) {
      vectors[v] = Vectors.plus(vectors[v], other.vectors[v]);
      lengths[v] += other.lengths[v];
      counts[v] += other.counts[v];
    }
  }

  /** Whether the bone from a joint to its parent was ever seen. */
  boolean has(int child) {
    return counts[child] > 0;
  }

  /** Mean vector of the bone from a joint's parent to it, turned to the front, metres. */
  double[] mean(int child) {
    return Vectors.times(1.0 / counts[child], vectors[child]);
  }

  /** Mean length of a joint's bone, metres. */
  double length(int child) {
    return lengths[child] / counts[child];
  }

  /** How much larger this body is than another, by the bones known of both; 1 if there are none. */
  double sizeOver(BoneSums other) {
    double mine = 0;
    double others = 0;
    for (int v = 0; v < counts.length; v++) {
      if (has(v) && other.has(v)) {
        mine += length(v);
        others += other.length(v);
      }
    }
    return others > 0 ? mine / others : 1;
  }
}
