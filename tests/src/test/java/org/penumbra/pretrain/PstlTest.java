package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
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
import org.penumbra.train.TrainingOptions;

class PstlTest {
  private static final PstlOptions TINY =
      PstlOptions.preset(Scale.SMOKE)
          .withEncoder(StGcnOptions.published().withSize(4, 16))
          .withEmbedding(32);

  /** Waves of different speed: enough structure for the loss to fall. */
  private static PreparedDataset waves(int samples) {
    int length = 3 * 50 * 20;
    float[] values = new float[samples * length];
    for (int i = 0; i < values.length; i++) {
      int sample = i / length;
      int frame = i / 20 % 50;
      values[i] = (float) Math.sin(frame * (0.1 + 0.05 * (sample % 5)) + i % 20 + sample);
    }
    return new PreparedDataset(
        "waves",
        SkeletonLayout.KINECT_20,
        List.of("a"),
        IntStream.range(0, samples).mapToObj(i -> "c" + i).toList(),
        new int[samples],
        50,
        1,
        values);
  }

  private static Pstl tiny(int epochs) {
    return new Pstl(TINY.withTraining(TINY.training().withEpochs(epochs).withBatchSize(8)));
  }

  @Test
  void lossFalls() {
    try (Pretrained result = tiny(8).pretrain(waves(32))) {
      double[] losses = result.history().losses();
      assertThat(losses).hasSize(8);
      assertThat(losses[7]).isLessThan(0.8 * losses[0]);
    }
  }

  @Test
  void sameSeedSameWeightsToTheBit() {
    try (Pretrained first = tiny(2).pretrain(waves(17));
        Pretrained second = tiny(2).pretrain(waves(17));
        Pretrained other = tiny(2).withSeed(2).pretrain(waves(17))) {
      String fingerprint = first.encoder().parameters().fingerprint();
      assertThat(second.encoder().parameters().fingerprint()).isEqualTo(fingerprint);
      assertThat(other.encoder().parameters().fingerprint()).isNotEqualTo(fingerprint);
    }
  }

  /** The engine leaves gradients on in every thread but its own; a notebook may use any thread. */
  @Test
  void anyThreadWillDo() throws Exception {
    ExecutorService fresh = Executors.newSingleThreadExecutor();
    try (Pretrained here = tiny(1).pretrain(waves(16));
        Pretrained there = fresh.submit(() -> tiny(1).pretrain(waves(16))).get()) {
      assertThat(there.encoder().parameters().fingerprint())
          .isEqualTo(here.encoder().parameters().fingerprint());
    } finally {
      fresh.shutdown();
    }
  }

  /** At a rate that float32 weights cannot feel, what comes out is what went in. */
  @Test
  void pretrainingStartsFromTheRandomEncoder() {
    Pstl method = new Pstl(TINY.withTraining(new TrainingOptions(1, 8, 1e-30, 0, false, 0, 3)));
    try (StGcn random = method.randomEncoder(SkeletonLayout.KINECT_20);
        StGcn other = method.withSeed(4).randomEncoder(SkeletonLayout.KINECT_20);
        Pretrained trained = method.pretrain(waves(16))) {
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
        Pretrained trained = method.pretrain(waves(16))) {
      assertThat(trained.encoder().parameters().manager().getManagedArrays())
          .hasSameSizeAs(random.parameters().manager().getManagedArrays());
    }
  }

  @Test
  void labelsAreNotLookedAt() {
    PreparedDataset one = waves(16);
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
    PstlOptions paper = PstlOptions.preset(Scale.PAPER);
    assertThat(paper.embedding()).isEqualTo(6144);
    assertThat(paper.loss().lambda()).isEqualTo(2e-4);
    assertThat(paper.training().epochs()).isEqualTo(150);
    assertThat(paper.training().batchSize()).isEqualTo(128);
    assertThat(paper.training().weightDecay()).isEqualTo(1e-5);
    assertThat(paper.encoder()).isEqualTo(StGcnOptions.published());
  }

  @Test
  void lambdaFollowsTheWidth() {
    PstlOptions course = PstlOptions.preset(Scale.COURSE);
    assertThat(course.loss().lambda() * course.embedding()).isCloseTo(1.2288, within(1e-9));
  }

  @Test
  void aUsersLambdaIsScaledWithTheWidthAndNotLost() {
    PstlOptions options = PstlOptions.preset(Scale.COURSE).withLambda(1e-3).withEmbedding(1024);
    assertThat(options.loss().lambda()).isCloseTo(5e-4, within(1e-15));
  }

  @Test
  void descriptionNamesEverySettingForPeople() {
    assertThat(PstlOptions.preset(Scale.SMOKE).describe())
        .isEqualTo(
            "PSTL: ST-GCN of width 8 with 64 features, embedding 128, lambda 0.00960, 9 masked"
                + " joints, twice 10 masked frames; 4 epochs of batch 64, learning rate 0.002,"
                + " warm-up epochs 1, weight decay 1.0E-5, seed 1");
  }

  @Test
  void maskingMoreJointsThanThereAreIsRefused() {
    Pstl method = new Pstl(TINY.withSpatialMasking(new CentralSpatialMasking(20, true)));
    assertThatThrownBy(() -> method.pretrain(waves(16)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("masked joints");
  }
}
