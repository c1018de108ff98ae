package org.penumbra.pretrain;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.augment.DrawUnit;
import org.penumbra.augment.LinearViews;
import org.penumbra.augment.Views;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.pretrain.loss.BarlowTwinsLoss;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

/**
 * What SkeletonBT, PSTL and OPSTL have in common.
 *
 * @param encoder size of the ST-GCN
 * @param embedding width of the projector, D
 * @param loss Barlow Twins with its lambda
 * @param views random views of a clip
 * @param training epochs, batch, rates, seed
 */
public record BarlowTwinsOptions(
    StGcnOptions encoder,
    int embedding,
    BarlowTwinsLoss loss,
    Views views,
    TrainingOptions training)
    implements MethodSettings<BarlowTwinsOptions> {

  /** Checks the width. */
  public BarlowTwinsOptions {
    Objects.requireNonNull(encoder, "encoder");
    Require.atLeast("embedding", embedding, 1);
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(views, "views");
    Objects.requireNonNull(training, "training");
  }

  /**
   * Settings of a scale. {@code PAPER} is published; the rate is that of OPSTL, PSTL does not state
   * one.
   *
   * <p>{@code COURSE} is for a thousand clips and ten minutes on two CPU cores, where a few hundred
   * updates must do: half of the features (the last layer is most of the work), D = 512, batches of
   * 32, rate 1e-3. Three things differ from the papers because at this scale they decide (figures
   * of NW-UCLA in {@code docs/training.md}): every clip has a draw of its own, since what a whole
   * batch has in common batch norm takes out again; the shear is milder; and nothing is dropped,
   * because dropout in front of batch norm makes running statistics that do not fit evaluation.
   * {@code SMOKE} is the same, smaller and for seconds: it proves that everything runs.
   */
  public static BarlowTwinsOptions preset(Scale scale) {
    BarlowTwinsOptions published =
        new BarlowTwinsOptions(
            StGcnOptions.published(),
            6144,
            new BarlowTwinsLoss(2e-4),
            LinearViews.barlowTwins(),
            TrainingOptions.adam(150, 128, LearningRate.cosine(5e-3, 10, true), 1e-5, 1));
    return switch (scale) {
      case PAPER -> published;
      case COURSE -> published.shortened(16, 128, 512).trainedFor(16, 1e-3);
      case SMOKE -> published.shortened(8, 64, 128).trainedFor(4, 1e-3);
    };
  }

  /** A smaller network, no dropout, and draws per clip with a milder shear. */
  private BarlowTwinsOptions shortened(int width, int features, int projector) {
    return withEncoder(encoder.withSize(width, features).withDropout(false))
        .withEmbedding(projector)
        .withViews(LinearViews.barlowTwins().withUnit(DrawUnit.SAMPLE).withShear(0.3));
  }

  /** Few epochs of batch 32. */
  private BarlowTwinsOptions trainedFor(int epochs, double rate) {
    return withTraining(
        training.withEpochs(epochs).withBatchSize(32).withLearningRate(rate).withWarmUp(1, false));
  }

  /**
   * One line for people: every setting.
   *
   * @param method name of the method
   * @param masking what it masks; empty if nothing
   */
  String describe(String method, String masking) {
    return method
        + ": "
        + encoder.describe()
        + ", embedding "
        + embedding
        + ", lambda "
        + String.format(Locale.ROOT, "%.3g", loss.lambda())
        + ", "
        + (masking.isEmpty() ? "" : masking + ", ")
        + views.describe()
        + "; "
        + training.describe();
  }

  @Override
  public BarlowTwinsOptions withEncoder(StGcnOptions value) {
    return new BarlowTwinsOptions(value, embedding, loss, views, training);
  }

  /**
   * These settings with another projector width; lambda is scaled so that lambda D stays as it is.
   */
  public BarlowTwinsOptions withEmbedding(int width) {
    Require.atLeast("embedding", width, 1);
    BarlowTwinsLoss scaled = new BarlowTwinsLoss(loss.lambda() * embedding / width);
    return new BarlowTwinsOptions(encoder, width, scaled, views, training);
  }

  /** These settings with another lambda. */
  public BarlowTwinsOptions withLambda(double value) {
    return new BarlowTwinsOptions(encoder, embedding, new BarlowTwinsLoss(value), views, training);
  }

  /** These settings with other views. */
  public BarlowTwinsOptions withViews(Views value) {
    return new BarlowTwinsOptions(encoder, embedding, loss, value, training);
  }

  @Override
  public BarlowTwinsOptions withTraining(TrainingOptions value) {
    return new BarlowTwinsOptions(encoder, embedding, loss, views, value);
  }
}
