package org.penumbra.impute;

import java.util.List;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/** An imputer that looks at nothing but the clip it fills, so that it needs no training clips. */
public interface ClipImputer extends Imputer, FittedImputer {
  @Override
  ImputedClip impute(SkeletonClip clip);

  @Override
  default List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
    return clips.stream().parallel().map(this::impute).toList();
  }

  /** This imputer; nothing is learnt. */
  @Override
  default FittedImputer fit(SkeletonDataset train) {
    return this;
  }

  @Override
  default Imputer imputer() {
    return this;
  }
}
