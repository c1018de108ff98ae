package org.penumbra.occlusion;

import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * How thick a body is around its bones: own round figures for an adult, metres. The part of the
 * bone's far joint decides: torso 0.12, legs 0.06, arms 0.04, any other part 0.05; a bone that ends
 * at the head 0.09.
 */
final class Flesh {
  private Flesh() {}

  /** Radius around each bone of a layout, in order of its bones. */
  static double[] radii(SkeletonLayout layout) {
    return layout.bones().stream().mapToDouble(bone -> radius(layout, bone)).toArray();
  }

  private static double radius(SkeletonLayout layout, Bone bone) {
    if (layout.joints().get(bone.child()).name().equals("head")) {
      return 0.09;
    }
    for (BodyPart part : layout.parts()) {
      if (part.joints().contains(bone.child())) {
        if (part.name().equals("torso")) {
          return 0.12;
        }
        return part.name().endsWith("leg") ? 0.06 : part.name().endsWith("arm") ? 0.04 : 0.05;
      }
    }
    return 0.05;
  }
}
