package org.penumbra.pretrain;

import java.util.Objects;
import org.penumbra.augment.SpatioTemporalMask;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcnOptions;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

/**
 * Settings of CrossMoCo.
 *
 * @param encoder size of the ST-GCN
 * @param mlpLayers hidden layers of the MLP, 1 to 3; one is Figure 3
 * @param sharedGcn whether the MLP stands on the ST-GCN itself, or on another one of its own
 * @param contrast pairing, weights, loss, banks, momentum
 * @param streams which streams, and their weights
 * @param mask the augmentation, one draw per sample
 * @param training epochs, batch, rates, seed
 */
public record CrossMocoOptions(
    StGcnOptions encoder,
    int mlpLayers,
    boolean sharedGcn,
    CrossMocoContrast contrast,
    StreamWeights streams,
    SpatioTemporalMask mask,
    TrainingOptions training)
    implements ContrastSettings<CrossMocoOptions> {

  /** Checks the layers. */
  public CrossMocoOptions {
    Objects.requireNonNull(encoder, "encoder");
    Require.inRange("MLP layers", mlpLayers, 1, 3);
    Objects.requireNonNull(contrast, "contrast");
    Objects.requireNonNull(streams, "streams");
    Objects.requireNonNull(mask, "mask");
    Objects.requireNonNull(training, "training");
  }

  /**
   * Settings of a scale. {@code PAPER} is published, or decided in {@link CrossMoco} where the
   * paper is silent. {@code COURSE} is for a thousand clips: half of the features, no dropout,
   * batches of 32, 8 epochs of Adam at 1e-3 (at 1e-5 some 240 updates would change nothing), banks
   * of eight batches and momentum 0.99, because 0.999 would leave the key networks where they
   * began. {@code SMOKE} only proves that everything runs.
   */
  public static CrossMocoOptions preset(Scale scale) {
    CrossMocoContrast contrast = CrossMocoContrast.published();
    CrossMocoOptions published =
        new CrossMocoOptions(
            StGcnOptions.published(),
            1,
            true,
            contrast,
            StreamWeights.all(),
            SpatioTemporalMask.published(),
            TrainingOptions.adam(300, 128, LearningRate.constant(1e-5), 1e-4, 1)
                .withDropLast(true));
    return switch (scale) {
      case PAPER -> published;
      case COURSE ->
          published
              .withEncoder(StGcnOptions.published().withSize(16, 128).withDropout(false))
              .withContrast(contrast.withBankSize(256).withMomentum(0.99))
              .withTraining(SkeletonClrOptions.shortTrainingOfThree());
      case SMOKE ->
          published
              .withEncoder(StGcnOptions.published().withSize(8, 64))
              .withContrast(contrast.withBankSize(128).withMomentum(0.99))
              .withTraining(SkeletonClrOptions.shortTraining(2));
    };
  }

  @Override
  public void checkFor(int clips) {
    contrast.check(training, clips);
  }

  @Override
  public String describe() {
    return "CrossMoCo: "
        + encoder.describe()
        + (contrast.pairing().usesMlp() ? mlp() : "")
        + ", "
        + contrast.describe()
        + ", streams "
        + streams.describe()
        + ", "
        + mask.describe()
        + "; "
        + training.describe();
  }

  private String mlp() {
    return ", MLP of "
        + mlpLayers
        + (mlpLayers == 1 ? " layer" : " layers")
        + (contrast.pairing().usesBoth() && !sharedGcn ? " on an ST-GCN of its own" : "");
  }

  @Override
  public CrossMocoOptions withEncoder(StGcnOptions value) {
    return new CrossMocoOptions(value, mlpLayers, sharedGcn, contrast, streams, mask, training);
  }

  /** These settings with another number of hidden layers of the MLP. */
  public CrossMocoOptions withMlpLayers(int value) {
    return new CrossMocoOptions(encoder, value, sharedGcn, contrast, streams, mask, training);
  }

  /** These settings with the MLP on the ST-GCN itself or on one of its own. */
  public CrossMocoOptions withSharedGcn(boolean value) {
    return new CrossMocoOptions(encoder, mlpLayers, value, contrast, streams, mask, training);
  }

  /** These settings with another pairing, loss, other banks or momentum. */
  public CrossMocoOptions withContrast(CrossMocoContrast value) {
    return new CrossMocoOptions(encoder, mlpLayers, sharedGcn, value, streams, mask, training);
  }

  /** These settings with other streams. */
  public CrossMocoOptions withStreams(StreamWeights value) {
    return new CrossMocoOptions(encoder, mlpLayers, sharedGcn, contrast, value, mask, training);
  }

  /** These settings with another mask. */
  public CrossMocoOptions withMask(SpatioTemporalMask value) {
    return new CrossMocoOptions(encoder, mlpLayers, sharedGcn, contrast, streams, value, training);
  }

  @Override
  public CrossMocoOptions withTraining(TrainingOptions value) {
    return new CrossMocoOptions(encoder, mlpLayers, sharedGcn, contrast, streams, mask, value);
  }
}
