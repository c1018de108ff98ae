package org.penumbra.impute;

import java.util.List;
import java.util.function.Function;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/** An imputer that looks at nothing but the clip it fills, so that it needs no training clips. */
public interface ClipImputer extends Imputer, FittedImputer {
  /**
   * An imputer of one's own. It can be judged and applied as any other, but no store of runs keeps
   * what it fills, because a function does not say what it depends on; for that write a record.
   *
   * <pre>{@code
   * var own = ClipImputer.of("half", clip -> between(a.impute(clip), b.impute(clip)));
   * }</pre>
   *
   * @param name other than that of any other imputer it is compared with
   * @param fill gives (C, T, V, M), metres, camera frame, as {@link SkeletonClip#complete} takes
   *     it: only hidden joints are read, NaN leaves them hidden; called from several threads
   */
  static ClipImputer of(String name, Function<SkeletonClip, float[]> fill) {
    return new OwnImputer(name, fill);
  }

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
