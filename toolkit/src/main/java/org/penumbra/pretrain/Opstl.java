package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.AdaptiveSpatialMasking;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.train.Batch;

/**
 * OPSTL: PSTL for occluded clips. The joints of the spatially masked view are drawn by how often
 * they are missing in the batch (adaptive spatial masking), not by their degree in the graph.
 *
 * <pre>{@code
 * Opstl first = Opstl.preset(scale).withMissing(MissingJoints.of(occluded.train()));
 * Pretrained stage1 = first.pretrain(prepared);
 * Pretrained stage2 = first.withStage(2).pretrain(preparedImputed); // missing joints stay those
 * }</pre>
 *
 * @param options settings that it shares with SkeletonBT and PSTL
 * @param spatial joints of the spatially masked view
 * @param temporal frames of the temporally masked view
 * @param missing which joints are missing in which clip, of the occluded set in both stages; null
 *     until {@link #withMissing}
 * @param stage 1 on occluded, 2 on imputed clips; a name for people and tables, both are trained
 *     alike
 */
public record Opstl(
    BarlowTwinsOptions options,
    AdaptiveSpatialMasking spatial,
    TemporalMasking temporal,
    MissingJoints missing,
    int stage)
    implements BarlowTwinsMethod<Opstl> {

  /** Checks the stage. */
  public Opstl {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(spatial, "spatial");
    Objects.requireNonNull(temporal, "temporal");
    Require.inRange("stage of OPSTL", stage, 1, 2);
  }

  /** The first stage with the settings of a scale; say which joints are missing. */
  public static Opstl preset(Scale scale) {
    return new Opstl(
        BarlowTwinsOptions.preset(scale),
        AdaptiveSpatialMasking.published(),
        MotionAttentionTemporalMasking.published(),
        null,
        1);
  }

  @Override
  public String name() {
    return "OPSTL";
  }

  @Override
  public String describe() {
    return options.describe(
        name() + ", stage " + stage, spatial.describe() + ", " + temporal.describe());
  }

  @Override
  public Opstl withOptions(BarlowTwinsOptions value) {
    return new Opstl(value, spatial, temporal, missing, stage);
  }

  /** This with another adaptive masking. */
  public Opstl withSpatial(AdaptiveSpatialMasking value) {
    return new Opstl(options, value, temporal, missing, stage);
  }

  /** This with another temporal masking. */
  public Opstl withTemporal(TemporalMasking value) {
    return new Opstl(options, spatial, value, missing, stage);
  }

  @Override
  public Opstl withMissing(MissingJoints value) {
    return new Opstl(options, spatial, temporal, value, stage);
  }

  /** This as the first or the second stage. */
  @Override
  public Opstl withStage(int value) {
    return new Opstl(options, spatial, temporal, missing, value);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidOptionException if it is not known which joints of these clips are missing
   */
  @Override
  public Learner learner(PreparedDataset train) {
    if (missing == null) {
      throw new InvalidOptionException(
          "missing joints of OPSTL",
          "given by withMissing(MissingJoints.of(data)), data being the occluded training clips",
          "nothing");
    }
    boolean[][] hidden = missing.rows(train.name(), train.layout(), train.clipNames());
    return new BarlowTwinsLearner(this, 2, train) {
      @Override
      NDArray step(Batch batch) {
        NDArray anchor = whole(batch, "anchor");
        NDArray fewerFrames = withoutFrames(batch, "temporal", temporal);
        int[] counts = columnSums(hidden, batch);
        List<Integer> masked =
            spatial.draw(train.layout(), counts, batch.key().with("spatial masking").generator());
        NDArray fewerJoints = withoutJoints(batch, "spatial", masked);
        return compare(anchor, List.of(fewerFrames, fewerJoints));
      }
    };
  }

  /** In how many clips of the batch each joint is missing, F. */
  private static int[] columnSums(boolean[][] hidden, Batch batch) {
    int[] counts = new int[hidden[0].length];
    for (int sample : batch.samples()) {
      for (int v = 0; v < counts.length; v++) {
        counts[v] += hidden[sample][v] ? 1 : 0;
      }
    }
    return counts;
  }
}
