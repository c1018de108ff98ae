package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

class CrossMocoTest {
  private static final CrossMocoOptions SMOKE = CrossMocoOptions.preset(Scale.SMOKE);
  private static final CrossMocoOptions TINY =
      SMOKE
          .withEncoder(StGcnOptions.published().withSize(2, 8))
          .withStreams(StreamWeights.only(Stream.JOINT))
          .withContrast(SMOKE.contrast().withBankSize(8))
          .withTraining(training(2, 1e-3));

  private static TrainingOptions training(int epochs, double rate) {
    return TrainingOptions.adam(epochs, 4, LearningRate.constant(rate), 0, 3).withDropLast(true);
  }

  private static PreparedDataset waves(int samples) {
    return ContrastFixture.waves(SkeletonLayout.KINECT_20, samples, 12, 1);
  }

  @ParameterizedTest
  @EnumSource
  void everyPairingTrains(CrossMocoPairing pairing) {
    CrossMocoOptions options = TINY.withContrast(TINY.contrast().withPairing(pairing));
    try (Pretrained result = new CrossMoco(options).pretrain(waves(9))) {
      assertThat(result.history().losses()).hasSize(2).doesNotContain(0);
      assertThat(result.streams()).isEmpty();
      assertThat(result.encoder().features()).isEqualTo(8);
    }
  }

  @Test
  void lossFalls() {
    CrossMocoOptions options =
        TINY.withEncoder(TINY.encoder().withDropout(false))
            .withContrast(TINY.contrast().withCrossedShare(1))
            .withTraining(training(12, 3e-3));
    try (Pretrained result = new CrossMoco(options).pretrain(waves(16))) {
      double[] losses = result.history().losses();
      assertThat(losses[11]).isLessThan(losses[2] - 0.2);
    }
  }

  @Test
  void streamsAreTrainedTogetherAndOneByOneAlike() {
    CrossMoco all = new CrossMoco(TINY.withStreams(StreamWeights.all()));
    try (Pretrained together = all.pretrain(waves(8));
        Pretrained again = all.pretrain(waves(8));
        Pretrained other = all.withSeed(4).pretrain(waves(8))) {
      assertThat(together.streams().keySet())
          .containsExactlyInAnyOrder(Stream.JOINT, Stream.MOTION, Stream.BONE);
      assertThat(together.encoder()).isSameAs(together.streams().get(Stream.JOINT));
      String joint = together.encoder().parameters().fingerprint();
      assertThat(again.encoder().parameters().fingerprint()).isEqualTo(joint);
      assertThat(other.encoder().parameters().fingerprint()).isNotEqualTo(joint);
      assertThat(together.streams().get(Stream.BONE).parameters().fingerprint())
          .isEqualTo(again.streams().get(Stream.BONE).parameters().fingerprint())
          .isNotEqualTo(joint);
    }
  }

  @Test
  void aStreamAloneIsThatStreamsEncoder() {
    CrossMocoOptions bones = TINY.withStreams(StreamWeights.only(Stream.BONE));
    try (Pretrained alone = new CrossMoco(bones).pretrain(waves(8))) {
      assertThat(alone.streams()).isEmpty();
      assertThat(alone.encoder().features()).isEqualTo(8);
    }
  }

  /** At a rate that float32 weights cannot feel, what comes out is what went in. */
  @Test
  void pretrainingStartsFromTheRandomEncoder() {
    CrossMoco method = new CrossMoco(TINY.withTraining(training(1, 1e-30)));
    try (StGcn random = method.randomEncoder(SkeletonLayout.KINECT_20);
        Pretrained trained = method.pretrain(waves(8))) {
      random
          .parameters()
          .weights()
          .forEach(
              (name, weight) ->
                  assertThat(trained.encoder().parameters().get(name).toFloatArray())
                      .as(name)
                      .containsExactly(weight.toFloatArray(), within(1e-25f)));
      assertThat(trained.encoder().parameters().manager().getManagedArrays())
          .as("tensors left behind")
          .hasSameSizeAs(random.parameters().manager().getManagedArrays());
    }
  }

  @Test
  void theLastShareOfTheEpochsIsCrossed() {
    CrossMocoContrast contrast = TINY.contrast();
    assertThat(contrast.pairing(149, 300)).isEqualTo(CrossMocoPairing.UNCROSSED);
    assertThat(contrast.pairing(150, 300)).isEqualTo(CrossMocoPairing.CROSSED);
    assertThat(contrast.pairing(0, 1)).isEqualTo(CrossMocoPairing.CROSSED);
    assertThat(contrast.withCrossedShare(0.3).pairing(6, 10)).isEqualTo(CrossMocoPairing.UNCROSSED);
    assertThat(contrast.withCrossedShare(0.3).pairing(7, 10)).isEqualTo(CrossMocoPairing.CROSSED);
    assertThat(contrast.withCrossedShare(1).pairing(0, 10)).isEqualTo(CrossMocoPairing.CROSSED);
    assertThat(contrast.withPairing(CrossMocoPairing.ST_MLP).pairing(0, 10))
        .isEqualTo(CrossMocoPairing.ST_MLP);
  }

  @Test
  void banksBecomeOneForOneEncoder() {
    CrossMocoContrast alone = TINY.contrast().withPairing(CrossMocoPairing.ST_GCN);
    assertThat(alone.banks()).isEqualTo(1);
    assertThat(TINY.contrast().withPairing(CrossMocoPairing.UNCROSSED).banks()).isEqualTo(2);
  }

  @Test
  void paperPresetIsThePublishedOne() {
    CrossMocoOptions paper = CrossMocoOptions.preset(Scale.PAPER);
    assertThat(paper.describe())
        .isEqualTo(
            "CrossMoCo: ST-GCN of width 16 with 256 features, MLP of 1 layer, crossed in the last"
                + " 0.500 of the epochs, alpha 0.5, beta 0.5, lambda 0.5, phi 0.5, temperature"
                + " 0.07, 2 banks of 16384, momentum 0.999, streams joint 1.0, motion 1.0, bone"
                + " 1.0, bones over 0.600 of the joints masked in 0.500 of the frames; 300 epochs"
                + " of batch 128 (the rest left out), adam, learning rate 1.0E-5, constant,"
                + " weight decay 1.0E-4, seed 1");
    assertThat(paper.training().rate().peak()).isEqualTo(1e-5);
  }

  @Test
  void presetsFitTheirOwnBatches() {
    for (Scale scale : Scale.values()) {
      CrossMocoOptions options = CrossMocoOptions.preset(scale);
      options.contrast().check(options.training(), 1020);
    }
  }

  @Test
  void badOptionsAreRefusedByName() {
    CrossMocoContrast contrast = TINY.contrast();
    Map.<Runnable, String>of(
            () -> TINY.withMlpLayers(0), "MLP layers must be between 1 and 3, found 0.",
            () -> TINY.withMlpLayers(4), "MLP layers must be between 1 and 3, found 4.",
            () -> contrast.withBanks(4), "number of memory banks must be between 1 and 3, found 4.",
            () -> contrast.withPairing(CrossMocoPairing.ST_GCN).withBanks(2),
                "number of memory banks must be between 1 and 1, found 2.",
            () -> contrast.withMomentum(1.1), "momentum must be between 0.0 and 1.0, found 1.1.",
            () -> contrast.withLoss(contrast.loss().withTemperature(0)),
                "temperature must be above 0 and finite, found 0.0.",
            () -> new CrossMocoWeights(0, 0, 0.5, 0.5),
                "alpha and beta must be at least one of them above 0, found '0 and 0'.",
            () -> new CrossMocoWeights(0.5, 0.5, 0, 0),
                "lambda and phi must be at least one of them above 0, found '0 and 0'.",
            () -> contrast.withWeights(new CrossMocoWeights(0, 1, 0, 1)),
                "alpha and lambda (else choose ST_MLP alone) must be at least one of them above 0,"
                    + " found '0 and 0'.",
            () -> new StreamWeights(0, 0, 0),
                "stream weights must be at least one of them above 0, found 'all 0'.")
        .forEach(
            (mistake, message) ->
                assertThatThrownBy(mistake::run)
                    .isInstanceOf(InvalidOptionException.class)
                    .hasMessage(message));
  }

  @Test
  void whatDoesNotFitTheDataIsSaidBeforeTraining() {
    PreparedDataset clips = waves(9);
    assertRefused(
        TINY.withContrast(TINY.contrast().withBankSize(10)),
        clips,
        "size of a memory bank must be a multiple of the batch size 4, found 10.");
    assertRefused(
        TINY.withTraining(TINY.training().withDropLast(false)),
        clips,
        "dropLast must be true, because the memory banks take whole batches only and 9 clips are no"
            + " multiple of the batch size 4, found false.");
    assertRefused(
        TINY.withMask(TINY.mask().withRates(1, 1)),
        clips,
        "spatial and temporal rate of the mask must be such that some joint of some frame is left,"
            + " found '1.0 and 1.0, which hide everything'.");
  }

  private static void assertRefused(CrossMocoOptions options, PreparedDataset clips, String text) {
    assertThatThrownBy(() -> new CrossMoco(options).pretrain(clips))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(text);
  }

  @Test
  void everyFormIsSaid() {
    CrossMocoContrast contrast =
        TINY.contrast()
            .withBanks(3)
            .withCrossedShare(1)
            .withLoss(
                TINY.contrast()
                    .loss()
                    .withDenominator(
                        org.penumbra.pretrain.loss.CrossMocoLoss.Denominator.NEGATIVES_ONLY));
    String text = TINY.withContrast(contrast).withSharedGcn(false).withMlpLayers(3).describe();
    for (String part :
        List.of(
            "MLP of 3 layers on an ST-GCN of its own, crossed, alpha",
            "temperature 0.07, negatives alone in the denominator, 3 banks of 8",
            "streams joint 1.0, bones")) {
      assertThat(text).contains(part);
    }
    assertThat(TINY.withContrast(TINY.contrast().withPairing(CrossMocoPairing.ST_GCN)).describe())
        .contains("features, ST-GCN alone, alpha")
        .contains("1 bank of 8");
  }
}
