package org.penumbra.occlusion.furniture;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
   * @return for each joint whether it is one
   */
  static boolean[] of(SkeletonLayout layout) {
    Set<Integer> last = new HashSet<>();
    for (int v = 0; v < layout.size(); v++) {
      last.add(v);
    }
    for (Bone bone : layout.bones()) {
      last.remove(bone.parent());
    }
    List<Integer> legs =
        layout.parts().stream()
            .filter(part -> part.name().contains("leg"))
            .map(BodyPart::joints)
            .flatMap(List::stream)
            .filter(last::contains)
            .toList();
    boolean[] feet = new boolean[layout.size()];
    for (int v : legs.isEmpty() ? last : legs) {
      feet[v] = true;
    }
    return feet;
  }
}
