package org.penumbra.occlusion;

import java.util.regex.Pattern;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * One draw for all clips of a group, which the caller names: a batch ({@code batch-3}), an epoch, a
 * whole set ({@code all}). Clips of the group get what a clip of the group's name would get. Draws
 * of joints, parts and independent cells are then the same for all; draws that depend on a clip's
 * length or on what it observes share the random numbers only.
 *
 * <pre>{@code
 * var batchMask = JointOcclusion.of(6).shared("batch-" + b); // PSTL: one draw per batch
 * }</pre>
 *
 * @param inner hides in single clips
 * @param group letters, digits, dots and hyphens, lower case
 */
public record SharedDraw(Occlusion inner, String group) implements Occlusion {
  private static final Pattern GROUP = Pattern.compile("[a-z0-9.-]+");

  /** Checks the group's name. */
  public SharedDraw {
    if (!GROUP.matcher(group).matches()) {
      throw new InvalidOptionException(
          "group", "lower-case letters, digits, dots and hyphens", group);
    }
  }

  @Override
  public long seed() {
    return inner.seed();
  }

  @Override
  public SharedDraw withSeed(long other) {
    return new SharedDraw(inner.withSeed(other), group);
  }

  @Override
  public boolean isRandom() {
    return inner.isRandom();
  }

  @Override
  public String name() {
    return "shared(" + inner.name() + "," + group + ")";
  }

  @Override
  public String describe() {
    return Parts.withoutSeed(inner) + ", one draw for all of " + group + Parts.seed(this);
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    return inner.hide(clip.withInfo(Frames.renamed(clip.info(), group)));
  }
}
