package org.penumbra.skeleton;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/** What must hold for a {@link SkeletonLayout}; each failure names the layout and the joint. */
final class LayoutChecks {
  private LayoutChecks() {}

  static void check(
      String name,
      int joints,
      List<Bone> bones,
      int centre,
      List<Integer> mirror,
      List<BodyPart> parts) {
    Require.inRange("layout " + name + ": centre", centre, 0, joints - 1);
    checkTree(name, joints, bones);
    checkDirection(name, joints, bones, centre);
    checkMirror(name, joints, mirror);
    checkParts(name, joints, parts);
  }

  /** Joints are found by name, so no two may share one. */
  static void checkNames(String name, List<Joint> joints) {
    Set<String> seen = new HashSet<>();
    for (int v = 0; v < joints.size(); v++) {
      Joint joint = joints.get(v);
      Require.inRange("layout " + name + ": index of joint " + joint.name(), joint.index(), v, v);
      if (joint.name().isBlank() || !seen.add(joint.name())) {
        throw new InvalidOptionException(
            "layout " + name + ": name of joint " + v,
            "not blank and not used before",
            joint.name());
      }
    }
  }

  private static void checkTree(String name, int joints, List<Bone> bones) {
    if (bones.size() != joints - 1) {
      throw new InvalidOptionException(
          "layout " + name + ": bones", joints - 1 + " (one less than joints)", bones.size());
    }
    for (Bone bone : bones) {
      Require.inRange("layout " + name + ": child of a bone", bone.child(), 0, joints - 1);
      Require.inRange("layout " + name + ": parent of a bone", bone.parent(), 0, joints - 1);
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

  /** Bones point to the centre: every joint but that one is the child of exactly one bone. */
  private static void checkDirection(String name, int joints, List<Bone> bones, int centre) {
    int[] asChild = new int[joints];
    bones.forEach(bone -> asChild[bone.child()]++);
    for (int v = 0; v < joints; v++) {
      int expected = v == centre ? 0 : 1;
      if (asChild[v] != expected) {
        throw new InvalidOptionException(
            "layout " + name + ": bones whose child is joint " + v,
            expected + " (bones are child first and lead to the centre)",
            asChild[v]);
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
    for (BodyPart part : parts) {
      for (int v : part.joints()) {
        uses[Require.inRange("layout " + name + ": joint of " + part.name(), v, 0, joints - 1)]++;
      }
    }
    for (int v = 0; v < joints; v++) {
      if (uses[v] != 1) {
        throw new InvalidOptionException(
            "layout " + name + ": parts that hold joint " + v, "exactly 1", uses[v]);
      }
    }
  }
}
