package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.CentralSpatialMasking;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.LearningRate;
import org.penumbra.train.TrainingOptions;

class PstlTest {
  private static final Pstl TINY =
      Pstl.preset(Scale.SMOKE)
          .withEncoder(StGcnOptions.published().withSize(4, 16))
          .withEmbedding(32);

  private static Pstl tiny(int epochs) {
    return TINY.withTraining(TINY.training().withEpochs(epochs).withBatchSize(8));
  }

  /** One epoch is four steps: single losses say little. */
  @Test
  void lossFalls() {
    Pstl method = tiny(20).withEncoder(TINY.encoderOptions().withDropout(false));
    TrainingOptions faster = method.training().withLearningRate(2e-3);
    try (Pretrained result = method.withTraining(faster).pretrain(Waves.clips(32))) {
      double[] losses = result.history().losses();
      assertThat(losses).hasSize(20);
      double first = Arrays.stream(losses, 0, 4).average().orElseThrow();
      double last = Arrays.stream(losses, 16, 20).average().orElseThrow();
      assertThat(last).as("mean of the last epochs").isLessThan(0.85 * first);
    }
  }

  @Test
  void sameSeedSameWeightsToTheBit() {
    try (Pretrained first = tiny(2).pretrain(Waves.clips(17));
        Pretrained second = tiny(2).pretrain(Waves.clips(17));
        Pretrained other = tiny(2).withSeed(2).pretrain(Waves.clips(17))) {
      String fingerprint = first.encoder().parameters().fingerprint();
      assertThat(second.encoder().parameters().fingerprint()).isEqualTo(fingerprint);
      assertThat(other.encoder().parameters().fingerprint()).isNotEqualTo(fingerprint);
    }
  }

  /** The engine leaves gradients on in every thread but its own; a notebook may use any thread. */
  @Test
  void anyThreadWillDo() throws Exception {
    ExecutorService fresh = Executors.newSingleThreadExecutor();
    try (Pretrained here = tiny(1).pretrain(Waves.clips(16));
        Pretrained there = fresh.submit(() -> tiny(1).pretrain(Waves.clips(16))).get()) {
      assertThat(there.encoder().parameters().fingerprint())
          .isEqualTo(here.encoder().parameters().fingerprint());
    } finally {
      fresh.shutdown();
    }
  }

  /** At a rate that float32 weights cannot feel, what comes out is what went in. */
  @Test
  void pretrainingStartsFromTheRandomEncoder() {
    Pstl method =
        TINY.withTraining(TrainingOptions.adam(1, 8, LearningRate.cosine(1e-30, 0, false), 0, 3));
    try (StGcn random = method.randomEncoder(SkeletonLayout.KINECT_20);
        StGcn other = method.withSeed(4).randomEncoder(SkeletonLayout.KINECT_20);
        Pretrained trained = method.pretrain(Waves.clips(16))) {
      Parameters found = trained.encoder().parameters();
      assertThat(found.names()).isEqualTo(random.parameters().names());
      random
          .parameters()
          .weights()
          .forEach(
              (name, weight) ->
                  assertThat(found.get(name).toFloatArray())
                      .as(name)
                      .containsExactly(weight.toFloatArray(), within(1e-25f)));
      String weight = "st_gcn_networks.3.tcn.2.weight";
      assertThat(found.get(weight).toFloatArray())
          .as("another seed's weights")
          .isNotEqualTo(other.parameters().get(weight).toFloatArray());
      String statistics = "st_gcn_networks.3.tcn.3.running_mean";
      assertThat(found.get(statistics).toFloatArray())
          .as("it did run: running statistics")
          .isNotEqualTo(random.parameters().get(statistics).toFloatArray());
    }
  }

  /** What a step makes and forgets would join the manager of the encoder's weights. */
  @Test
  void twentyStepsLeaveNoTensorBehind() {
    Pstl method = tiny(10);
    try (StGcn random = method.randomEncoder(SkeletonLayout.KINECT_20);
        Pretrained trained = method.pretrain(Waves.clips(16))) {
      assertThat(trained.encoder().parameters().manager().getManagedArrays())
          .hasSameSizeAs(random.parameters().manager().getManagedArrays());
    }
  }

  @Test
  void labelsAreNotLookedAt() {
    PreparedDataset one = Waves.clips(16);
    PreparedDataset other =
        new PreparedDataset(
            "waves",
            one.layout(),
            Collections.nCopies(16, "x"),
            one.clipNames(),
            IntStream.range(0, 16).toArray(),
            50,
            1,
            one.values());
    try (Pretrained a = tiny(1).pretrain(one);
        Pretrained b = tiny(1).pretrain(other)) {
      assertThat(b.encoder().parameters().fingerprint())
          .isEqualTo(a.encoder().parameters().fingerprint());
    }
  }

  @Test
  void paperPresetIsThePublishedOne() {
    BarlowTwinsOptions paper = BarlowTwinsOptions.preset(Scale.PAPER);
    assertThat(paper.embedding()).isEqualTo(6144);
    assertThat(paper.loss().lambda()).isEqualTo(2e-4);
    assertThat(paper.training().epochs()).isEqualTo(150);
    assertThat(paper.training().batchSize()).isEqualTo(128);
    assertThat(paper.training().weightDecay()).isEqualTo(1e-5);
    assertThat(paper.encoder()).isEqualTo(StGcnOptions.published());
  }

  @Test
  void lambdaFollowsTheWidth() {
    BarlowTwinsOptions course = BarlowTwinsOptions.preset(Scale.COURSE);
    assertThat(course.loss().lambda() * course.embedding()).isCloseTo(1.2288, within(1e-9));
  }

  @Test
  void aUsersLambdaIsScaledWithTheWidthAndNotLost() {
    BarlowTwinsOptions options =
        BarlowTwinsOptions.preset(Scale.COURSE).withLambda(1e-3).withEmbedding(1024);
    assertThat(options.loss().lambda()).isCloseTo(5e-4, within(1e-15));
  }

  @Test
  void descriptionNamesEverySettingForPeople() {
    assertThat(Pstl.preset(Scale.SMOKE).describe())
        .isEqualTo(
            "PSTL: ST-GCN of width 8 with 64 features, no dropout, embedding 128, lambda 0.00960,"
                + " central spatial masking of 9 joints, motion attention temporal masking of twice"
                + " 10 frames, views per sample: crop 1/6, shear 0.300, rotation"
                + " up to 30.0 and 1.00 degrees, flip 0.500; 4 epochs of batch 32, adam, learning"
                + " rate 0.001, warm-up epochs 1, cosine, weight decay 1.0E-5, seed 1");
  }

  @Test
  void maskingMoreJointsThanThereAreIsRefused() {
    Pstl method = TINY.withSpatial(new CentralSpatialMasking(20, true));
    assertThatThrownBy(() -> method.pretrain(Waves.clips(16)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("masked joints");
  }
}
