package org.penumbra.occlusion;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Joint;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * RA-GCN's part occlusion: 1 left arm, 2 right arm, 3 two hands, 4 two legs, 5 trunk, hidden for
 * the whole clip and all bodies. For NTU's 25 joints these are the published lists; other layouts
 * go by the names of their parts. Two hands are hand tips and thumbs, or, in a layout without them,
 * the hands.
 *
 * @param part 1 to 5
 */
public record RaGcnPartOcclusion(int part) implements FixedOcclusion {
  private static final List<String> NAMES =
      List.of("left arm", "right arm", "two hands", "two legs", "trunk");

  /** Checks the number. */
  public RaGcnPartOcclusion {
    Require.inRange("part", part, 1, NAMES.size());
  }

  @Override
  public String name() {
    return "ragcn-part-" + part;
  }

  @Override
  public String describe() {
    return NAMES.get(part - 1) + ", hidden from the first to the last frame of each clip";
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    List<Integer> gone = joints(clip.layout());
    return Cells.where(clip, (t, v, m) -> gone.contains(v));
  }

  /**
   * The joints of this part, from 0, ascending.
   *
   * @throws InvalidOptionException if the layout has no such part
   */
  public List<Integer> joints(SkeletonLayout layout) {
    return switch (part) {
      case 1 -> layout.part("left arm").joints();
      case 2 -> layout.part("right arm").joints();
      case 3 -> hands(layout);
      case 4 -> {
        TreeSet<Integer> legs = new TreeSet<>(layout.part("left leg").joints());
        legs.addAll(layout.part("right leg").joints());
        yield List.copyOf(legs);
      }
      default -> layout.part("torso").joints();
    };
  }

  private static List<Integer> hands(SkeletonLayout layout) {
    List<Integer> tips = endingWith(layout, "hand tip", "thumb");
    List<Integer> hands = tips.isEmpty() ? endingWith(layout, "hand") : tips;
    if (hands.isEmpty()) {
      throw new InvalidOptionException(
          "part", "one that layout " + layout.name() + " has; it has no hands", 3);
    }
    return hands;
  }

  private static List<Integer> endingWith(SkeletonLayout layout, String... ends) {
    List<Integer> found = new ArrayList<>();
    for (Joint joint : layout.joints()) {
      for (String end : ends) {
        if (joint.name().endsWith(end)) {
          found.add(joint.index());
        }
      }
    }
    return found;
  }
}
