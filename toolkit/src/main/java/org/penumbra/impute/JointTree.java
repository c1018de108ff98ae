package org.penumbra.impute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/** The tree of a layout's bones, walked both ways. */
final class JointTree {
  private final List<List<Integer>> neighbours = new ArrayList<>();

  JointTree(SkeletonLayout layout) {
    for (int v = 0; v < layout.size(); v++) {
      neighbours.add(new ArrayList<>());
    }
    for (Bone bone : layout.bones()) {
      neighbours.get(bone.child()).add(bone.parent());
      neighbours.get(bone.parent()).add(bone.child());
    }
    neighbours.forEach(joints -> joints.sort(null));
  }

  /**
   * One step of a walk.
   *
   * @param joint the joint that is reached
   * @param from its neighbour that was reached before
   */
  record Step(int joint, int from) {}

  /** Steps to all joints that a condition does not hold for, nearest first, from those it does. */
  List<Step> walk(IntPredicate start) {
    boolean[] reached = new boolean[neighbours.size()];
    ArrayDeque<Integer> open = new ArrayDeque<>();
    for (int v = 0; v < reached.length; v++) {
      if (start.test(v)) {
        reached[v] = true;
        open.add(v);
      }
    }
    List<Step> steps = new ArrayList<>();
    while (!open.isEmpty()) {
      int from = open.remove();
      for (int next : neighbours.get(from)) {
        if (!reached[next]) {
          reached[next] = true;
          steps.add(new Step(next, from));
          open.add(next);
        }
      }
    }
    return steps;
  }

  /** Number of bones between each joint and the nearest that a condition holds for, length V. */
  int[] distances(IntPredicate start) {
    int[] distances = new int[neighbours.size()];
    for (Step step : walk(start)) {
      distances[step.joint()] = distances[step.from()] + 1;
    }
    return distances;
  }

  /** The way from a joint to its neighbour; null if nothing is known of it. */
  @FunctionalInterface
  interface Way {
    double[] of(int from, int to);
  }

  /**
   * Places every joint that has no place yet from its neighbours that are nearer to those that had
   * one; from two of them, halfway. A joint stays without place if no way to it is known.
   *
   * @param places (V, 3); null where unknown; filled in
   */
  void place(double[][] places, Way way) {
    boolean[] had = new boolean[places.length];
    for (int v = 0; v < had.length; v++) {
      had[v] = places[v] != null;
    }
    int[] far = distances(v -> had[v]);
    for (Step step : walk(v -> had[v])) {
      int count = 0;
      for (int near : neighbours.get(step.joint())) {
        double[] bone =
            far[near] < far[step.joint()] && places[near] != null
                ? way.of(near, step.joint())
                : null;
        if (bone != null) {
          double[] place = Vectors.plus(places[near], bone);
          count++;
          places[step.joint()] =
              count == 1 ? place : Vectors.between(places[step.joint()], place, 1.0 / count);
        }
      }
    }
  }
}
