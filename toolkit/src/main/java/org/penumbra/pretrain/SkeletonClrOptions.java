package org.penumbra.pretrain;

import java.util.Objects;
import org.penumbra.augment.LinearViews;
import org.penumbra.augment.Views;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.model.StartingWeights;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.LearningRate;
import org.penumbra.train.OptimiserKind;
import org.penumbra.train.TrainingOptions;

/**
 * Settings of SkeletonCLR.
 *
 * @param encoder size of the ST-GCN
 * @param contrast head, queue, momentum, temperature
 * @param stream what the network sees, derived from the augmented joints
 * @param views random views of a clip
 * @param training epochs, batch, rates, seed
 */
public record SkeletonClrOptions(
    StGcnOptions encoder,
    ContrastOptions contrast,
    Stream stream,
    Views views,
    TrainingOptions training)
    implements ContrastSettings<SkeletonClrOptions> {

  /** Checks that nothing is missing. */
  public SkeletonClrOptions {
    Objects.requireNonNull(encoder, "encoder");
    Objects.requireNonNull(contrast, "contrast");
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(views, "views");
    Objects.requireNonNull(training, "training");
  }

  /**
   * Settings of a scale. {@code PAPER} is published. {@code COURSE} is for a thousand clips: half
   * of the features and no dropout (see {@link BarlowTwinsOptions#preset}), batches of 64, 16
   * epochs of Adam, a queue of four batches and momentum 0.99, because the published 0.999 would
   * leave the key network where it began. {@code SMOKE} only proves that everything runs.
   */
  public static SkeletonClrOptions preset(Scale scale) {
    SkeletonClrOptions published =
        new SkeletonClrOptions(
            StGcnOptions.published().withStart(StartingWeights.NORMAL),
            ContrastOptions.published(),
            Stream.JOINT,
            LinearViews.skeletonClr(),
            publishedTraining());
    return switch (scale) {
      case PAPER -> published;
      case COURSE ->
          published
              .withEncoder(published.encoder().withSize(16, 128).withDropout(false))
              .withContrast(published.contrast().withQueue(256).withMomentum(0.99))
              .withTraining(shortTraining(16));
      case SMOKE ->
          published
              .withEncoder(published.encoder().withSize(8, 64))
              .withContrast(
                  published.contrast().withEmbedding(64).withQueue(128).withMomentum(0.99))
              .withTraining(shortTraining(4));
    };
  }

  /** SGD 0.1 with momentum 0.9, a tenth after 250 of 300 epochs, batch 128, the rest left out. */
  static TrainingOptions publishedTraining() {
    return TrainingOptions.adam(300, 128, LearningRate.steps(0.1, 250), 1e-4, 1)
        .withOptimiser(OptimiserKind.SGD)
        .withDropLast(true);
  }

  /** Adam 1e-3 with a cosine, batch 64, the rest left out. */
  static TrainingOptions shortTraining(int epochs) {
    return TrainingOptions.adam(epochs, 64, LearningRate.cosine(1e-3, 1, false), 1e-4, 1)
        .withDropLast(true);
  }

  /**
   * What {@link #shortTraining} is to one stream, for three together: as many updates, in batches
   * of half the size, because each costs three times as much.
   */
  static TrainingOptions shortTrainingOfThree() {
    return shortTraining(8).withBatchSize(32);
  }

  @Override
  public void checkFor(int clips) {
    contrast.check(training, clips);
  }

  @Override
  public String describe() {
    return "SkeletonCLR: "
        + encoder.describe()
        + ", "
        + stream.label()
        + " stream, "
        + contrast.describe()
        + ", "
        + views.describe()
        + "; "
        + training.describe();
  }

  @Override
  public SkeletonClrOptions withEncoder(StGcnOptions value) {
    return new SkeletonClrOptions(value, contrast, stream, views, training);
  }

  /** These settings with another head, queue, momentum or temperature. */
  public SkeletonClrOptions withContrast(ContrastOptions value) {
    return new SkeletonClrOptions(encoder, value, stream, views, training);
  }

  /** These settings with another stream. */
  public SkeletonClrOptions withStream(Stream value) {
    return new SkeletonClrOptions(encoder, contrast, value, views, training);
  }

  /** These settings with other views. */
  public SkeletonClrOptions withViews(Views value) {
    return new SkeletonClrOptions(encoder, contrast, stream, value, training);
  }

  @Override
  public SkeletonClrOptions withTraining(TrainingOptions value) {
    return new SkeletonClrOptions(encoder, contrast, stream, views, value);
  }
}
