package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.Scale;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.train.Batch;

/**
 * SkeletonBT, PSTL's baseline: two random views of each clip, nothing masked; Barlow Twins pulls
 * them together.
 *
 * <pre>{@code
 * Pretrained bt = SkeletonBarlowTwins.preset(Scale.COURSE).pretrain(train);
 * }</pre>
 *
 * @param options its settings
 */
public record SkeletonBarlowTwins(BarlowTwinsOptions options)
    implements BarlowTwinsMethod<SkeletonBarlowTwins> {
  /** Checks that there are settings. */
  public SkeletonBarlowTwins {
    Objects.requireNonNull(options, "options");
  }

  /** SkeletonBT with the settings of a scale, those of PSTL. */
  public static SkeletonBarlowTwins preset(Scale scale) {
    return new SkeletonBarlowTwins(BarlowTwinsOptions.preset(scale));
  }

  @Override
  public String name() {
    return "SkeletonBT";
  }

  @Override
  public String describe() {
    return options.describe(name(), "");
  }

  @Override
  public SkeletonBarlowTwins withOptions(BarlowTwinsOptions value) {
    return new SkeletonBarlowTwins(value);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    return new BarlowTwinsLearner(this, 1, train) {
      @Override
      NDArray step(Batch batch) {
        NDArray anchor = whole(batch, "anchor");
        NDArray other = whole(batch, "other");
        return compare(anchor, List.of(other));
      }
    };
  }
}
