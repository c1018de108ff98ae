package org.penumbra.pretrain;

import java.util.Objects;
import org.penumbra.augment.ExtremeViews;
import org.penumbra.augment.Views;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.model.AttentionDrop;
import org.penumbra.model.StGcnOptions;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.TrainingOptions;

/**
 * Settings of AimCLR.
 *
 * @param encoder size of the ST-GCN
 * @param contrast head, queue, momentum, temperature
 * @param stream what the network sees, derived from the augmented joints
 * @param views random views of query and key
 * @param extremeViews stronger random views
 * @param drop which features of the extreme view are dropped
 * @param epochsBeforeMining epochs in which the own key is the only positive; 150 in the paper
 * @param neighbours how many nearest keys of each view are positives after that, 1 to the queue
 *     size; 1 in the paper
 * @param training epochs, batch, rates, seed
 */
public record AimClrOptions(
    StGcnOptions encoder,
    ContrastOptions contrast,
    Stream stream,
    Views views,
    Views extremeViews,
    AttentionDrop drop,
    int epochsBeforeMining,
    int neighbours,
    TrainingOptions training)
    implements ContrastSettings<AimClrOptions> {

  /** Checks every option. */
  public AimClrOptions {
    Objects.requireNonNull(encoder, "encoder");
    Objects.requireNonNull(contrast, "contrast");
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(views, "views");
    Objects.requireNonNull(extremeViews, "extremeViews");
    Objects.requireNonNull(drop, "drop");
    Require.atLeast("epochs before mining", epochsBeforeMining, 0);
    Require.inRange("number of nearest neighbours", neighbours, 1, contrast.queue());
    Objects.requireNonNull(training, "training");
  }

  /**
   * Settings of a scale, those of {@link SkeletonClrOptions#preset} where both have them; mining
   * begins after half of the epochs.
   */
  public static AimClrOptions preset(Scale scale) {
    SkeletonClrOptions shared = SkeletonClrOptions.preset(scale);
    return new AimClrOptions(
        shared.encoder(),
        shared.contrast(),
        shared.stream(),
        shared.views(),
        ExtremeViews.aimClr(),
        AttentionDrop.published(),
        shared.training().epochs() / 2,
        1,
        shared.training());
  }

  @Override
  public void checkFor(int clips) {
    contrast.check(training, clips);
  }

  @Override
  public String describe() {
    return "AimCLR: "
        + encoder.describe()
        + ", "
        + stream.label()
        + " stream, "
        + contrast.describe()
        + ", "
        + views.describe()
        + ", extreme "
        + extremeViews.describe()
        + ", drop from attention "
        + drop.threshold()
        + ", mining of "
        + neighbours
        + " after "
        + epochsBeforeMining
        + " epochs; "
        + training.describe();
  }

  @Override
  public AimClrOptions withEncoder(StGcnOptions value) {
    return new AimClrOptions(
        value,
        contrast,
        stream,
        views,
        extremeViews,
        drop,
        epochsBeforeMining,
        neighbours,
        training);
  }

  /** These settings with another head, queue, momentum or temperature. */
  public AimClrOptions withContrast(ContrastOptions value) {
    return new AimClrOptions(
        encoder,
        value,
        stream,
        views,
        extremeViews,
        drop,
        epochsBeforeMining,
        neighbours,
        training);
  }

  /** These settings with another stream. */
  public AimClrOptions withStream(Stream value) {
    return new AimClrOptions(
        encoder,
        contrast,
        value,
        views,
        extremeViews,
        drop,
        epochsBeforeMining,
        neighbours,
        training);
  }

  /** These settings with other normal and extreme views. */
  public AimClrOptions withViews(Views normal, Views extreme) {
    return new AimClrOptions(
        encoder, contrast, stream, normal, extreme, drop, epochsBeforeMining, neighbours, training);
  }

  /** These settings with another threshold of the drop. */
  public AimClrOptions withDrop(AttentionDrop value) {
    return new AimClrOptions(
        encoder,
        contrast,
        stream,
        views,
        extremeViews,
        value,
        epochsBeforeMining,
        neighbours,
        training);
  }

  /** These settings with another begin of mining, and number of neighbours. */
  public AimClrOptions withMining(int afterEpochs, int count) {
    return new AimClrOptions(
        encoder, contrast, stream, views, extremeViews, drop, afterEpochs, count, training);
  }

  @Override
  public AimClrOptions withTraining(TrainingOptions value) {
    return new AimClrOptions(
        encoder,
        contrast,
        stream,
        views,
        extremeViews,
        drop,
        epochsBeforeMining,
        neighbours,
        value);
  }
}
