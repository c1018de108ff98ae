package org.penumbra.skeleton;

import java.util.List;
import org.penumbra.core.InvalidOptionException;

/** What must hold for a {@link SkeletonLayout}; each failure names the layout and the joint. */
final class LayoutChecks {
  private LayoutChecks() {}

  static void check(
      String name, int joints, List<Bone> bones, List<Integer> mirror, List<BodyPart> parts) {
    checkTree(name, joints, bones);
    checkMirror(name, joints, mirror);
    checkParts(name, joints, parts);
  }

  private static void checkTree(String name, int joints, List<Bone> bones) {
    if (bones.size() != joints - 1) {
      throw new InvalidOptionException(
          "layout " + name + ": bones", joints - 1 + " (one less than joints)", bones.size());
    }
    int[] group = new int[joints];
    for (int v = 0; v < joints; v++) {
      group[v] = v;
    }
    for (Bone bone : bones) {
      int from = group[bone.child()];
      int to = group[bone.parent()];
      if (from == to) {
        throw new InvalidOptionException(
            "layout " + name + ": bones", "a tree without loops", bone);
      }
      for (int v = 0; v < joints; v++) {
        if (group[v] == from) {
          group[v] = to;
        }
      }
    }
  }

  private static void checkMirror(String name, int joints, List<Integer> mirror) {
    boolean fits = mirror.size() == joints;
    for (int v = 0; fits && v < joints; v++) {
      int w = mirror.get(v);
      fits = w >= 0 && w < joints && mirror.get(w) == v;
    }
    if (!fits) {
      throw new InvalidOptionException(
          "layout " + name + ": mirror", "pairs of joints that swap with each other", mirror);
    }
  }

  private static void checkParts(String name, int joints, List<BodyPart> parts) {
    int[] uses = new int[joints];
    parts.forEach(part -> part.joints().forEach(v -> uses[v]++));
    for (int v = 0; v < joints; v++) {
      if (uses[v] != 1) {
        throw new InvalidOptionException(
            "layout " + name + ": parts that hold joint " + v, "exactly 1", uses[v]);
      }
    }
  }
}
