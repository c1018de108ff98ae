package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.Scale;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.CentralSpatialMasking;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.SpatialMasking;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.train.Batch;

/**
 * PSTL, partial spatio-temporal learning: three random views of each clip, of which one lacks
 * joints (central spatial masking) and one lacks frames (motion attention temporal masking); Barlow
 * Twins pulls both partial views towards the whole one.
 *
 * <pre>{@code
 * Pretrained pstl = Pstl.preset(Scale.COURSE).pretrain(train);
 * Pretrained ablated = Pstl.preset(Scale.COURSE).variant("rsm+matm").pretrain(train);
 * }</pre>
 *
 * @param options settings that it shares with SkeletonBT and OPSTL
 * @param spatial joints of the spatially masked view
 * @param temporal frames of the temporally masked view
 * @param partial which of the two there are
 */
public record Pstl(
    BarlowTwinsOptions options,
    SpatialMasking spatial,
    TemporalMasking temporal,
    PartialViews partial)
    implements BarlowTwinsMethod<Pstl> {

  /** Checks that nothing is left out. */
  public Pstl {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(spatial, "spatial");
    Objects.requireNonNull(temporal, "temporal");
    Objects.requireNonNull(partial, "partial");
  }

  /** PSTL with the settings of a scale. */
  public static Pstl preset(Scale scale) {
    return new Pstl(
        BarlowTwinsOptions.preset(scale),
        CentralSpatialMasking.published(),
        MotionAttentionTemporalMasking.published(),
        PartialViews.BOTH);
  }

  @Override
  public String name() {
    return "PSTL";
  }

  @Override
  public String describe() {
    return options.describe(
        name(),
        switch (partial) {
          case BOTH -> spatial.describe() + ", " + temporal.describe();
          case SPATIAL -> spatial.describe() + " only";
          case TEMPORAL -> temporal.describe() + " only";
        });
  }

  @Override
  public Pstl withOptions(BarlowTwinsOptions value) {
    return new Pstl(value, spatial, temporal, partial);
  }

  /** This with another spatial masking. */
  public Pstl withSpatial(SpatialMasking value) {
    return new Pstl(options, value, temporal, partial);
  }

  /** This with another temporal masking. */
  public Pstl withTemporal(TemporalMasking value) {
    return new Pstl(options, spatial, value, partial);
  }

  /** This with one or both partial views. */
  public Pstl withPartial(PartialViews value) {
    return new Pstl(options, spatial, temporal, value);
  }

  /**
   * A row of the paper's ablation tables: one of {@link PstlVariants#NAMES}, for instance {@code
   * csm-only} or {@code K8}.
   *
   * @throws org.penumbra.core.InvalidOptionException if there is none of that name
   */
  public Pstl variant(String name) {
    return PstlVariants.apply(this, name);
  }

  @Override
  public Learner learner(PreparedDataset train) {
    return new BarlowTwinsLearner(this, partial == PartialViews.BOTH ? 2 : 1, train) {
      @Override
      NDArray step(Batch batch) {
        NDArray anchor = whole(batch, "anchor");
        List<NDArray> partialViews = new ArrayList<>();
        if (partial != PartialViews.SPATIAL) {
          partialViews.add(withoutFrames(batch, "temporal", temporal));
        }
        if (partial != PartialViews.TEMPORAL) {
          List<Integer> masked =
              spatial.draw(train.layout(), batch.key().with("spatial masking").generator());
          partialViews.add(withoutJoints(batch, "spatial", masked));
        }
        return compare(anchor, partialViews);
      }
    };
  }
}
