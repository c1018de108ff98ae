package org.penumbra.data.format;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.SourceFrame;

/** Layouts that are not built in. */
final class OwnLayouts {
  private OwnLayouts() {}

  /** Five joints, among them names that need quotes in CSV. */
  static SkeletonLayout five() {
    return new SkeletonLayout(
        "five",
        joints("hip", "left, hand", "right \"hand\"", "left shoulder", "right shoulder"),
        List.of(new Bone(3, 0), new Bone(4, 0), new Bone(1, 3), new Bone(2, 4)),
        0,
        3,
        4,
        List.of(0, 2, 1, 4, 3),
        List.of(new BodyPart("body", List.of(0, 1, 2, 3, 4))));
  }

  /** A chain of 17 joints. */
  static SkeletonLayout chain() {
    List<Integer> order = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Bone> bones = new ArrayList<>();
    for (int v = 0; v < 17; v++) {
      order.add(v);
      names.add("joint " + v);
      if (v > 0) {
        bones.add(new Bone(v, v - 1));
      }
    }
    return new SkeletonLayout(
        "chain-17",
        joints(names.toArray(String[]::new)),
        bones,
        0,
        1,
        2,
        order,
        List.of(new BodyPart("all", order)));
  }

  /** A source in millimetres whose second axis points down. */
  static LayoutFile millimetresDown(SkeletonLayout layout) {
    return new LayoutFile(layout, new SourceFrame(0.001, List.of("x", "-y", "z")), List.of());
  }

  private static List<Joint> joints(String... names) {
    List<Joint> joints = new ArrayList<>();
    for (String name : names) {
      joints.add(new Joint(joints.size(), name));
    }
    return joints;
  }
}
