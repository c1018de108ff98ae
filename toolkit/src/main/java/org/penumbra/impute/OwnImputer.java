package org.penumbra.impute;

import java.util.Objects;
import java.util.function.Function;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * An imputer written in a notebook. Not a record: a function has no options that a result could be
 * kept under, so a store of runs refuses it.
 */
final class OwnImputer implements ClipImputer {
  private final String name;
  private final Function<SkeletonClip, float[]> fill;

  OwnImputer(String name, Function<SkeletonClip, float[]> fill) {
    this.name = Objects.requireNonNull(name, "name");
    this.fill = Objects.requireNonNull(fill, "fill");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String describe() {
    return "a function of the user's, " + name;
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    SkeletonClip done = clip.complete(fill.apply(clip));
    FillMap.Builder fills = FillMap.builder(clip.mask());
    JointMask after = done.mask();
    int cell = 0;
    for (int t = 0; t < after.frames(); t++) {
      for (int v = 0; v < after.joints(); v++) {
        for (int m = 0; m < after.bodies(); m++, cell++) {
          if (after.isObserved(t, v, m) && !clip.mask().isObserved(t, v, m)) {
            fills.set(cell, FillReason.FILLED);
          }
        }
      }
    }
    return new ImputedClip(done, fills.build());
  }
}
