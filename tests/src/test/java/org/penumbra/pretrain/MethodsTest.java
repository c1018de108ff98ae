package org.penumbra.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Scale;
import org.penumbra.model.Projector;
import org.penumbra.model.StGcn;
import org.penumbra.model.StGcnOptions;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.AdaptiveSpatialMasking;
import org.penumbra.tensor.Parameters;
import org.penumbra.train.TrainingListener;
import org.penumbra.train.TrainingLoop;

/** What holds for every Barlow Twins method and for supervised training. */
class MethodsTest {
  private static final StGcnOptions TINY = StGcnOptions.published().withSize(2, 8);
  private static final PreparedDataset DATA = Waves.clips(16);
  private static final MissingJoints MISSING = Waves.missing(DATA, RandomKey.of(5));

  static Stream<PretrainingMethod> methods() {
    return Stream.of(
            SkeletonBarlowTwins.preset(Scale.SMOKE).withEncoder(TINY).withEmbedding(16),
            Pstl.preset(Scale.SMOKE).withEncoder(TINY).withEmbedding(16),
            Pstl.preset(Scale.SMOKE).variant("rsm+rtm").withEncoder(TINY).withEmbedding(16),
            Opstl.preset(Scale.SMOKE).withEncoder(TINY).withEmbedding(16).withMissing(MISSING),
            SupervisedStGcn.preset(Scale.SMOKE).withEncoder(TINY))
        .map(each -> each.withTraining(each.training().withEpochs(2).withBatchSize(8)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void sameSeedSameWeightsToTheBit(PretrainingMethod method) {
    try (Pretrained first = method.pretrain(DATA);
        Pretrained second = method.pretrain(DATA);
        Pretrained other = method.withSeed(2).pretrain(DATA)) {
      String fingerprint = first.encoder().parameters().fingerprint();
      assertThat(second.encoder().parameters().fingerprint()).isEqualTo(fingerprint);
      assertThat(other.encoder().parameters().fingerprint()).isNotEqualTo(fingerprint);
    }
  }

  /** A checkpoint holds what {@code state} lists: running statistics too. */
  @ParameterizedTest
  @MethodSource("methods")
  void stateListsEveryTensor(PretrainingMethod method) {
    try (Learner learner = method.learner(DATA);
        StGcn encoder = method.randomEncoder(DATA.layout());
        Projector projector = new Projector(8, 16, RandomKey.of(1))) {
      List<String> head =
          method instanceof SupervisedStGcn
              ? List.of("weight", "bias")
              : projector.parameters().names();
      assertThat(learner.state()).isEqualTo(learner.trained()).hasSize(2);
      assertThat(learner.state().get("encoder").names()).isEqualTo(encoder.parameters().names());
      String name = method instanceof SupervisedStGcn ? "classifier" : "projector";
      assertThat(learner.state().get(name).names()).isEqualTo(head);
      learner.encoder().close();
    }
  }

  /** What a step makes and forgets would join the manager of some weight. */
  @ParameterizedTest
  @MethodSource("methods")
  void noStepLeavesATensorBehind(PretrainingMethod method) {
    try (Learner learner = method.learner(DATA)) {
      List<Integer> managed = new ArrayList<>();
      TrainingListener count =
          new TrainingListener() {
            @Override
            public void stepEnded(int epoch, int number, int steps, int epochs, double loss) {
              managed.add(managed(learner));
            }
          };
      int before = managed(learner);
      new TrainingLoop(method.training(), List.of(count)).run(learner, DATA.size());
      assertThat(managed).hasSize(4).containsOnly(before);
      learner.encoder().close();
    }
  }

  private static int managed(Learner learner) {
    return learner.state().values().stream()
        .map(Parameters::manager)
        .mapToInt(manager -> manager.getManagedArrays().size())
        .sum();
  }

  @Test
  void opstlDependsOnWhatIsMissing() {
    Opstl opstl = Opstl.preset(Scale.SMOKE).withEncoder(TINY).withEmbedding(16);
    opstl = opstl.withTraining(opstl.training().withEpochs(1).withWarmUp(0, false));
    boolean[][] nothing = new boolean[16][20];
    MissingJoints none = MissingJoints.of("x", DATA.layout(), DATA.clipNames(), nothing);
    try (Pretrained some = opstl.withMissing(MISSING).pretrain(DATA);
        Pretrained same = opstl.withMissing(MISSING).withStage(2).pretrain(DATA);
        Pretrained other = opstl.withMissing(none).pretrain(DATA)) {
      String fingerprint = some.encoder().parameters().fingerprint();
      assertThat(same.encoder().parameters().fingerprint()).isEqualTo(fingerprint);
      assertThat(other.encoder().parameters().fingerprint()).isNotEqualTo(fingerprint);
    }
  }

  /** A checkpoint belongs to one matrix of missing joints and to one stage. */
  @Test
  void identityTellsWhatIsMissing() {
    Opstl opstl = Opstl.preset(Scale.SMOKE).withMissing(MISSING);
    MissingJoints other = Waves.missing(DATA, RandomKey.of(6));
    assertThat(opstl.identity(DATA)).isEqualTo(opstl.identity(DATA));
    assertThat(opstl.identity(DATA).differences(opstl.withMissing(other).identity(DATA)))
        .singleElement()
        .asString()
        .startsWith("missing: expected missing joints of waves: 16 clips");
    assertThat(opstl.identity(DATA).differences(opstl.withStage(2).identity(DATA)))
        .containsExactly("stage: expected 1, found 2");
  }

  @Test
  void opstlWantsToKnowWhatIsMissingInTheseClips() {
    Opstl opstl = Opstl.preset(Scale.SMOKE).withEncoder(TINY);
    assertThatThrownBy(() -> opstl.pretrain(DATA))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("missing joints of OPSTL")
        .hasMessageContaining("withMissing(MissingJoints.of(data))");
    MissingJoints ofOthers =
        MissingJoints.of("others", DATA.layout(), List.of("x"), new boolean[1][20]);
    assertThatThrownBy(() -> opstl.withMissing(ofOthers).pretrain(DATA))
        .hasMessageContaining("missing joints of others for the clips of waves")
        .hasMessageContaining("clip c0");
    Opstl tooMany =
        opstl.withMissing(MISSING).withSpatial(new AdaptiveSpatialMasking(20, 0.001, true));
    assertThatThrownBy(() -> tooMany.pretrain(DATA))
        .hasMessage("masked joints must be between 0 and 19, found 20.");
  }

  /** Code for any method may always say what is missing. */
  @Test
  void otherMethodsMakeNoUseOfWhatIsMissing() {
    Pstl pstl = Pstl.preset(Scale.SMOKE);
    assertThat(pstl.withMissing(MISSING)).isSameAs(pstl);
  }

  @Test
  void paperPresets() {
    assertThat(SkeletonBarlowTwins.preset(Scale.PAPER).options())
        .isEqualTo(Pstl.preset(Scale.PAPER).options())
        .isEqualTo(Opstl.preset(Scale.PAPER).options());
    assertThat(Opstl.preset(Scale.PAPER).spatial())
        .isEqualTo(new AdaptiveSpatialMasking(9, 0.001, true));
    assertThat(SupervisedStGcn.preset(Scale.PAPER).training().weightDecay()).isZero();
  }

  @Test
  void descriptionsSayWhatIsMasked() {
    assertThat(SkeletonBarlowTwins.preset(Scale.SMOKE).describe())
        .startsWith("SkeletonBT: ST-GCN")
        .doesNotContain("mask");
    assertThat(Opstl.preset(Scale.SMOKE).withStage(2).describe())
        .startsWith("OPSTL, stage 2: ST-GCN")
        .contains("adaptive spatial masking of 9 joints, motion attention");
    assertThat(SupervisedStGcn.preset(Scale.SMOKE).describe()).contains("cross-entropy");
  }
}
