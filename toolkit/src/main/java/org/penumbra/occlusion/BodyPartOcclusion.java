package org.penumbra.occlusion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Hides whole body parts (arms, legs, torso) for the whole clip and all bodies, drawn without
 * replacement from the layout's parts. PSTL's evaluation on partial bodies takes 0 to 4 of these 5
 * parts away; whether it draws per batch or per clip is not published. Here each clip has its own
 * draw; {@link #shared} gives one per batch. Whether the parts leave the graph or are set to zero
 * is the evaluation's choice.
 *
 * @param parts number of parts, from 0; at least one part of the layout stays visible
 * @param seed which of many masks
 */
public record BodyPartOcclusion(int parts, long seed) implements Occlusion {
  /** Checks that the number is not negative; the layout's limit is checked with the clip. */
  public BodyPartOcclusion {
    Require.atLeast("parts", parts, 0);
  }

  /** So many parts with seed 0. */
  public static BodyPartOcclusion of(int parts) {
    return new BodyPartOcclusion(parts, 0);
  }

  @Override
  public BodyPartOcclusion withSeed(long other) {
    return new BodyPartOcclusion(parts, other);
  }

  @Override
  public String name() {
    return "pstl-parts-" + parts;
  }

  @Override
  public String describe() {
    return parts
        + " body parts of each clip, hidden from its first to its last frame, seed "
        + seed;
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    BitSet gone = new BitSet();
    joints(clip).forEach(gone::set);
    return Cells.where(clip, (t, v, m) -> gone.get(v));
  }

  /**
   * The joints that are hidden of a clip: for an encoder that drops them from its graph, as PSTL
   * does.
   */
  public List<Integer> joints(SkeletonClip clip) {
    return draw(clip).stream().flatMap(part -> part.joints().stream()).sorted().toList();
  }

  private List<BodyPart> draw(SkeletonClip clip) {
    SkeletonLayout layout = clip.layout();
    int most = layout.parts().size() - 1;
    if (parts > most) {
      throw new InvalidOptionException(
          "parts", "between 0 and " + most + " for layout " + layout.name(), parts);
    }
    List<BodyPart> left = new ArrayList<>(layout.parts());
    List<BodyPart> drawn = new ArrayList<>();
    SplittableRandom random = generator(clip);
    for (int i = 0; i < parts; i++) {
      drawn.add(left.remove(random.nextInt(left.size())));
    }
    return drawn;
  }
}
