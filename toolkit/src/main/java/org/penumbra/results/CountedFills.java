package org.penumbra.results;

import java.util.List;
import org.penumbra.core.StepLines;
import org.penumbra.data.SkeletonClip;
import org.penumbra.impute.FittedImputer;
import org.penumbra.impute.ImputedClip;
import org.penumbra.impute.Imputer;

/** A fitted imputer whose progress is told; what it fills is the same. */
record CountedFills(FittedImputer fitted, StepLines progress) implements FittedImputer {
  @Override
  public Imputer imputer() {
    return fitted.imputer();
  }

  @Override
  public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
    List<ImputedClip> done = fitted.imputeBlock(clips);
    progress.did(clips.size());
    return done;
  }
}
