package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.model.StartingWeights;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;
import org.penumbra.tensor.Parameters;
import org.penumbra.tensor.TensorScope;
import org.penumbra.train.Batch;
import org.penumbra.train.BatchFixture;
import org.penumbra.train.OptimiserKind;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;
import org.penumbra.train.TrainingOptions;

/** What SkeletonCLR, AimCLR and CrosSCLR have in common: runs, keeping, refusals. */
class ContrastMethodsTest {
  private static final PreparedDataset CLIPS =
      ContrastFixture.waves(SkeletonLayout.KINECT_20, 18, 12, 1);
  private static final StGcnOptions SMALL =
      StGcnOptions.published().withSize(4, 16).withStart(StartingWeights.NORMAL);
  private static final ContrastOptions CONTRAST =
      ContrastOptions.published().withEmbedding(8).withQueue(24).withMomentum(0.9);

  /** Three epochs of two batches of 8; mining and cross-view training begin with the second. */
  static List<PretrainingMethod> methods() {
    SkeletonClrOptions clr = SkeletonClrOptions.preset(Scale.SMOKE);
    TrainingOptions training = clr.training().withEpochs(3).withBatchSize(8).withWarmUp(0, false);
    return List.of(
        new SkeletonClr(clr.withEncoder(SMALL).withContrast(CONTRAST).withTraining(training)),
        new AimClr(
            AimClrOptions.preset(Scale.SMOKE)
                .withEncoder(SMALL)
                .withContrast(CONTRAST)
                .withMining(1, 1)
                .withTraining(training)),
        new CrosSclr(
            CrosSclrOptions.preset(Scale.SMOKE)
                .withEncoder(SMALL)
                .withContrast(CONTRAST)
                .withSingleViewEpochs(1)
                .withTraining(training)));
  }

  private static Map<String, String> fingerprints(Learner learner) {
    Map<String, String> prints = new TreeMap<>();
    learner.state().forEach((name, part) -> prints.put(name, part.fingerprint()));
    return prints;
  }

  private static void closeAll(Learner learner) {
    learner.encoder().close();
    learner.streams().values().forEach(StGcn::close);
    learner.close();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void sameSeedSameWeightsToTheBit(PretrainingMethod method) {
    try (Pretrained first = method.pretrain(CLIPS);
        Pretrained second = method.pretrain(CLIPS);
        Pretrained other = method.withSeed(2).pretrain(CLIPS)) {
      String fingerprint = first.encoder().parameters().fingerprint();
      assertThat(second.encoder().parameters().fingerprint()).isEqualTo(fingerprint);
      assertThat(other.encoder().parameters().fingerprint()).isNotEqualTo(fingerprint);
    }
  }

  /** Each epoch has two whole batches of the 18 clips. */
  @ParameterizedTest
  @MethodSource("methods")
  void stepsMoveEveryPartAndLeaveNoTensorBehind(PretrainingMethod method) {
    Learner learner = method.learner(CLIPS);
    Map<String, String> before = fingerprints(learner);
    List<Integer> managed = new ArrayList<>();
    TrainingListener count =
        new TrainingListener() {
          @Override
          public void stepEnded(int epoch, int number, int steps, int epochs, double loss) {
            managed.add(managedArrays(learner));
          }
        };
    new TrainingLoop(method.training(), List.of(count)).run(learner, CLIPS.size());
    Map<String, String> after = fingerprints(learner);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach((name, print) -> assertThat(print).as(name).isNotEqualTo(before.get(name)));
    assertThat(managed).hasSize(6);
    assertThat(managed.subList(1, 6)).containsOnly(managed.get(1));
    assertThat(managed.get(1)).isEqualTo(managedArrays(learner));
    closeAll(learner);
  }

  private static int managedArrays(Learner learner) {
    return learner.state().values().stream()
        .mapToInt(part -> part.manager().getManagedArrays().size())
        .sum();
  }

  /** A learner that takes over another's state goes on as the other does: nothing is forgotten. */
  @ParameterizedTest
  @MethodSource("methods")
  void theStateIsAllThereIs(PretrainingMethod method) {
    Learner one = method.learner(CLIPS);
    Learner other = method.withSeed(9).learner(CLIPS);
    Batch first = BatchFixture.of(0, 0, 1, 2, 3, 4, 5, 6, 7);
    Batch second = BatchFixture.of(1, 8, 9, 10, 11, 12, 13, 14, 15);
    gradientStep(one, first);
    gradientStep(other, second);
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      other.state().forEach((name, part) -> part.copyFrom(one.state().get(name)));
    }
    assertThat(gradientStep(other, second)).isEqualTo(gradientStep(one, second));
    assertThat(fingerprints(other)).isEqualTo(fingerprints(one));
    closeAll(one);
    closeAll(other);
  }

  private static double gradientStep(Learner learner, Batch batch) {
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      double loss = ContrastFixture.loss(learner, batch);
      for (Parameters parameters : learner.trained().values()) {
        parameters.weights().values().forEach(w -> w.subi(w.getGradient().mul(0.01)));
        parameters.zeroGradients();
      }
      learner.afterUpdate(batch);
      return loss;
    }
  }

  /** Parts of the state must not share names; encoders of all streams come out. */
  @Test
  void crossClrGivesOutOneEncoderForEachStream() {
    try (Pretrained result = methods().get(2).pretrain(CLIPS)) {
      assertThat(result.streams()).containsOnlyKeys(Stream.JOINT, Stream.MOTION, Stream.BONE);
      assertThat(result.encoder()).isSameAs(result.streams().get(Stream.JOINT));
    }
  }

  @Test
  void paperPresetsAreThePublishedOnes() {
    SkeletonClrOptions paper = SkeletonClrOptions.preset(Scale.PAPER);
    assertThat(paper.contrast()).isEqualTo(new ContrastOptions(128, 32_768, 0.999, 0.07, true));
    TrainingOptions training = paper.training();
    assertThat(training.optimiser()).isEqualTo(OptimiserKind.SGD);
    assertThat(training.epochs()).isEqualTo(300);
    assertThat(training.batchSize()).isEqualTo(128);
    assertThat(training.dropLast()).isTrue();
    assertThat(training.weightDecay()).isEqualTo(1e-4);
    assertThat(training.schedule().rate(249)).isEqualTo(0.1);
    assertThat(training.schedule().rate(250)).isEqualTo(0.1 * 0.1);
    assertThat(paper.encoder())
        .isEqualTo(StGcnOptions.published().withStart(StartingWeights.NORMAL));
    assertThat(AimClrOptions.preset(Scale.PAPER).epochsBeforeMining()).isEqualTo(150);
    assertThat(CrosSclrOptions.preset(Scale.PAPER).singleViewEpochs()).isEqualTo(150);
  }

  @Test
  void everyPresetFitsAThousandClips() {
    for (Scale scale : Scale.values()) {
      SkeletonClrOptions options = SkeletonClrOptions.preset(scale);
      options.checkFor(1020);
      CrosSclr.preset(scale).options().checkFor(1020);
      CrossMoco.preset(scale).options().checkFor(1020);
      assertThat(AimClr.preset(scale).training()).isEqualTo(options.training());
    }
  }

  @Test
  void threeStreamsDoAsManyUpdatesAsOneOnHalfTheClips() {
    TrainingOptions one = SkeletonClr.preset(Scale.COURSE).training();
    for (TrainingOptions three :
        List.of(
            CrosSclr.preset(Scale.COURSE).training(), CrossMoco.preset(Scale.COURSE).training())) {
      assertThat(three.epochs()).isEqualTo(one.epochs() / 2);
      assertThat(three.batchSize()).isEqualTo(one.batchSize() / 2);
      assertThat(three.dropLast()).isTrue();
    }
    assertThat(CrosSclr.preset(Scale.COURSE).options().singleViewEpochs()).isEqualTo(4);
  }

  @Test
  void descriptionsNameEverySettingForPeople() {
    assertThat(SkeletonClr.preset(Scale.COURSE).describe())
        .startsWith(
            "SkeletonCLR: ST-GCN of width 16 with 128 features, no dropout, joint stream, embedding"
                + " 128, queue 256, momentum 0.99, temperature 0.07, views per sample: crop 1/6, shear 0.5")
        .contains("16 epochs of batch 64 (the rest left out)");
    assertThat(AimClr.preset(Scale.PAPER).describe())
        .contains("extreme views per sample", "drop from attention 0.7, mining of 1 after 150");
    CrosSclrOptions released =
        CrosSclrOptions.preset(Scale.PAPER)
            .withCrossMomentumAllViews(false)
            .withSharedHeads(true)
            .withContrast(ContrastOptions.published().withInitKeyFromQuery(false));
    assertThat(released.describe())
        .contains(
            "streams joint, motion, bone",
            "after 150 epochs with 1 nearest and context",
            "only the motion's key network moving",
            "heads shared",
            "key network starts with weights of its own");
  }

  private static void assertRefused(Runnable action, String... words) {
    assertThatThrownBy(action::run)
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aQueueThatDoesNotFitIsRefusedBeforeAnythingIsMade() {
    SkeletonClr method = (SkeletonClr) methods().get(0);
    for (int queue : new int[] {20, 4}) {
      ContrastOptions contrast = CONTRAST.withQueue(queue);
      SkeletonClr wrong = new SkeletonClr(method.options().withContrast(contrast));
      assertRefused(
          () -> wrong.learner(CLIPS),
          "queue size must be a multiple of the batch size 8, found " + queue);
    }
    for (PretrainingMethod each : methods()) {
      TrainingOptions larger = each.training().withBatchSize(12);
      assertThat(each.withTraining(larger).learner(CLIPS)).isNotNull();
      assertRefused(
          () -> each.withTraining(each.training().withBatchSize(24)).learner(CLIPS),
          "number of training clips must be at least one batch of 24",
          "found 18");
      assertRefused(
          () -> each.withTraining(each.training().withDropLast(false)).learner(CLIPS),
          "dropLast must be true",
          "18 clips");
      assertRefused(() -> each.training().withBatchSize(1), "batch size");
    }
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertRefused(() -> CONTRAST.withTemperature(0), "temperature must be above 0");
    assertRefused(() -> CONTRAST.withTemperature(-1), "temperature");
    assertRefused(() -> CONTRAST.withMomentum(1.001), "momentum must be between 0.0 and 1.0");
    assertRefused(() -> CONTRAST.withMomentum(-0.1), "momentum");
    assertRefused(() -> CONTRAST.withQueue(0), "queue size");
    assertRefused(() -> CONTRAST.withEmbedding(0), "embedding");
    AimClrOptions aim = ((AimClr) methods().get(1)).options();
    assertRefused(() -> aim.withMining(0, 25), "nearest neighbours must be between 1 and 24");
    assertRefused(() -> aim.withMining(-1, 1), "epochs before mining");
    CrosSclrOptions cross = ((CrosSclr) methods().get(2)).options();
    assertRefused(() -> cross.withNeighbours(25, true), "nearest neighbours");
    assertRefused(() -> cross.withSingleViewEpochs(-1), "single-view epochs");
  }

  @Test
  void streamsThatCannotBeAreRefused() {
    CrosSclrOptions cross = ((CrosSclr) methods().get(2)).options();
    String words = "streams must be two or three different ones, JOINT among them";
    assertRefused(() -> cross.withStreams(Stream.JOINT), words, "[JOINT]");
    assertRefused(() -> cross.withStreams(Stream.JOINT, Stream.JOINT), words);
    assertRefused(() -> cross.withStreams(Stream.BONE, Stream.MOTION), words, "[BONE, MOTION]");
  }
}
