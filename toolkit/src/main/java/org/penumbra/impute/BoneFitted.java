package org.penumbra.impute;

import java.util.List;
import org.penumbra.data.SkeletonClip;

/** An imputer that learnt bones from training clips and fills each body on its own. */
record BoneFitted(Imputer imputer, BoneSums bones, Filling filling) implements FittedImputer {
  /** Fills one body. */
  @FunctionalInterface
  interface Filling {
    /**
     * Fills what it can.
     *
     * @param bones of the training clips; null if nothing was learnt
     */
    void fill(BodyMotion body, BoneSums bones);
  }

  @Override
  public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
    return clips.stream().parallel().map(this::impute).toList();
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(clip, body -> filling.fill(body, bones));
  }
}
