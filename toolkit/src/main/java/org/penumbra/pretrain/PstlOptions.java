package org.penumbra.pretrain;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.pretrain.loss.BarlowTwinsLoss;
import org.penumbra.pretrain.masking.CentralSpatialMasking;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.train.TrainingOptions;

/**
 * Settings of PSTL.
 *
 * @param encoder size of the ST-GCN
 * @param embedding width of the projector, D
 * @param loss Barlow Twins with its lambda
 * @param spatialMasking joints of the spatially masked view
 * @param temporalMasking frames of the temporally masked view
 * @param training epochs, batch, rates, seed
 */
public record PstlOptions(
    StGcnOptions encoder,
    int embedding,
    BarlowTwinsLoss loss,
    CentralSpatialMasking spatialMasking,
    MotionAttentionTemporalMasking temporalMasking,
    TrainingOptions training) {

  /** Checks the width. */
  public PstlOptions {
    Objects.requireNonNull(encoder, "encoder");
    Require.atLeast("embedding", embedding, 1);
    Objects.requireNonNull(loss, "loss");
    Objects.requireNonNull(spatialMasking, "spatialMasking");
    Objects.requireNonNull(temporalMasking, "temporalMasking");
    Objects.requireNonNull(training, "training");
  }

  /**
   * Settings of a scale. {@code PAPER} is published. {@code COURSE} takes a quarter of the features
   * (the last layer is most of the work), D = 512, 20 epochs and rate 1e-3, because a few hundred
   * updates want a smaller step: five minutes for a thousand clips on two CPU cores. {@code SMOKE}
   * only proves that everything runs.
   */
  public static PstlOptions preset(Scale scale) {
    PstlOptions published =
        new PstlOptions(
            StGcnOptions.published(),
            6144,
            new BarlowTwinsLoss(2e-4),
            CentralSpatialMasking.published(),
            MotionAttentionTemporalMasking.published(),
            new TrainingOptions(150, 128, 5e-3, 10, true, 1e-5, 1));
    TrainingOptions training = published.training();
    return switch (scale) {
      case PAPER -> published;
      case COURSE ->
          published
              .withEncoder(StGcnOptions.published().withSize(16, 64))
              .withEmbedding(512)
              .withTraining(training.withEpochs(20).withLearningRate(1e-3).withWarmUp(5, false));
      case SMOKE ->
          published
              .withEncoder(StGcnOptions.published().withSize(8, 64))
              .withEmbedding(128)
              .withTraining(
                  training
                      .withEpochs(4)
                      .withBatchSize(64)
                      .withLearningRate(2e-3)
                      .withWarmUp(1, false));
    };
  }

  /** One line for people: every setting. */
  public String describe() {
    return "PSTL: ST-GCN of width "
        + encoder.width()
        + " with "
        + encoder.features()
        + " features, embedding "
        + embedding
        + ", lambda "
        + String.format(Locale.ROOT, "%.3g", loss.lambda())
        + ", "
        + spatialMasking.joints()
        + " masked joints, twice "
        + temporalMasking.frames()
        + " masked frames; "
        + training.describe();
  }

  /** These settings with another encoder. */
  public PstlOptions withEncoder(StGcnOptions value) {
    return new PstlOptions(value, embedding, loss, spatialMasking, temporalMasking, training);
  }

  /**
   * These settings with another projector width; lambda is scaled so that lambda D stays as it is.
   */
  public PstlOptions withEmbedding(int width) {
    return new PstlOptions(
        encoder,
        width,
        new BarlowTwinsLoss(loss.lambda() * embedding / width),
        spatialMasking,
        temporalMasking,
        training);
  }

  /** These settings with another lambda. */
  public PstlOptions withLambda(double value) {
    return new PstlOptions(
        encoder, embedding, new BarlowTwinsLoss(value), spatialMasking, temporalMasking, training);
  }

  /** These settings with another spatial masking. */
  public PstlOptions withSpatialMasking(CentralSpatialMasking value) {
    return new PstlOptions(encoder, embedding, loss, value, temporalMasking, training);
  }

  /** These settings with another temporal masking. */
  public PstlOptions withTemporalMasking(MotionAttentionTemporalMasking value) {
    return new PstlOptions(encoder, embedding, loss, spatialMasking, value, training);
  }

  /** These settings with other training options. */
  public PstlOptions withTraining(TrainingOptions value) {
    return new PstlOptions(encoder, embedding, loss, spatialMasking, temporalMasking, value);
  }
}
