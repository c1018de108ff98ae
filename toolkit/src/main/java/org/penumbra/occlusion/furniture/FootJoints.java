package org.penumbra.occlusion.furniture;

import java.util.Arrays;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/** Which joints stand on the floor. */
final class FootJoints {
  private FootJoints() {}

  /**
   * The last joints of the parts whose name has {@code leg} in it; of a layout without legs the
   * last joints of all limbs, the lowest of which will stand on the floor.
   *
   * @return their indices, ascending
   */
  static int[] of(SkeletonLayout layout) {
    boolean[] last = new boolean[layout.size()];
    Arrays.fill(last, true);
    for (Bone bone : layout.bones()) {
      last[bone.parent()] = false;
    }
    boolean[] feet = new boolean[layout.size()];
    int count = 0;
    for (BodyPart part : layout.parts()) {
      if (part.name().contains("leg")) {
        for (int v : part.joints()) {
          feet[v] = last[v];
          count += last[v] ? 1 : 0;
        }
      }
    }
    return indices(count > 0 ? feet : last);
  }

  private static int[] indices(boolean[] chosen) {
    int[] indices = new int[chosen.length];
    int count = 0;
    for (int v = 0; v < chosen.length; v++) {
      if (chosen[v]) {
        indices[count++] = v;
      }
    }
    return Arrays.copyOf(indices, count);
  }
}
