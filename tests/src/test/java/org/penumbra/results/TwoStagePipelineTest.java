package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.Scale;
import org.penumbra.data.Split;
import org.penumbra.data.TrainTest;
import org.penumbra.evaluate.LinearEvaluation;
import org.penumbra.impute.KnnImputer;
import org.penumbra.impute.RandomImputer;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.pretrain.CrosSclr;
import org.penumbra.pretrain.Opstl;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.skeleton.Stream;

/** OPSTL's two stages through a store: what is shared, what follows from what. */
class TwoStagePipelineTest {
  private static final TrainTest OCCLUDED =
      new TrainTest(Split.CROSS_VIEW, Tiny.clips(10, 0), Tiny.clips(6, 100), List.of());

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private RunStore runs;

  @BeforeEach
  void open() {
    runs = RunStore.in(folder).saying(said::add);
  }

  private static TwoStagePipeline pipeline(PretrainingMethod method) {
    return TwoStagePipeline.of(method, Scale.SMOKE)
        .withEvaluation(LinearEvaluation.published().withEpochs(5).withBatchSize(4));
  }

  private Outcome run(TwoStagePipeline pipeline, Imputation imputation) {
    said.clear();
    return pipeline.run(runs, OCCLUDED, imputation);
  }

  /** Kinds of what was computed and kept since the last question. */
  private List<String> computed() {
    return said.stream()
        .filter(line -> line.endsWith("and kept."))
        .map(line -> line.replaceAll(".*\\[([a-z]+)/.*", "$1"))
        .toList();
  }

  @Test
  void everyRunKnowsTheRunsThatItIsMadeFrom() {
    Outcome outcome = run(pipeline(Tiny.pstl()), Imputation.KNN);
    assertThat(computed())
        .containsExactly(
            "pretrain",
            "embed",
            "embed",
            "cluster",
            "impute",
            "impute",
            "pretrain",
            "embed",
            "embed",
            "evaluate");
    List<String> chain = new ArrayList<>();
    List<RunParent> parents = runs.show(outcome.run()).parents();
    while (!parents.isEmpty()) {
      RunParent parent = parents.get(parents.size() - 1); // "train" behind "test"
      chain.add(parent.part() + " " + parent.key().kind());
      parents = parent.parents();
    }
    assertThat(chain)
        .containsExactly(
            "train embed",
            "encoder pretrain",
            "train impute",
            "imputer.groups cluster",
            "test embed",
            "encoder pretrain");
  }

  @Test
  void theSecondTimeEverythingIsFound() {
    for (Imputation imputation : Imputation.values()) {
      Outcome first = run(pipeline(Tiny.pstl()), imputation);
      Outcome second = run(pipeline(Tiny.pstl()), imputation);
      assertThat(second).isEqualTo(first);
      assertThat(said).isNotEmpty().allMatch(line -> line.contains("found, computed"));
    }
    runs = RunStore.in(folder).saying(said::add);
    run(pipeline(Tiny.pstl()), Imputation.KNN);
    assertThat(said).isNotEmpty().allMatch(line -> line.contains("found, computed"));
  }

  @Test
  void theFirstStageIsWhatIsNotImputedAndIsShared() {
    run(pipeline(Tiny.pstl()), Imputation.KNN);
    run(pipeline(Tiny.pstl()), Imputation.NONE);
    assertThat(computed()).containsExactly("evaluate");
    run(pipeline(Tiny.pstl()), Imputation.RANDOM);
    assertThat(computed())
        .containsExactly("impute", "impute", "pretrain", "embed", "embed", "evaluate");
    run(pipeline(Tiny.pstl().withSeed(8)), Imputation.RANDOM);
    assertThat(computed()).containsExactly("pretrain", "embed", "embed", "evaluate");
  }

  @Test
  void anotherNumberOfNeighboursChangesOnlyWhatComesAfterThem() {
    run(pipeline(Tiny.pstl()), Imputation.KNN);
    run(pipeline(Tiny.pstl()).withNeighbours(KnnImputer.neighbours(1)), Imputation.KNN);
    assertThat(computed())
        .containsExactly("impute", "impute", "pretrain", "embed", "embed", "evaluate");
    run(pipeline(Tiny.pstl()).withClusters(1), Imputation.KNN);
    assertThat(computed())
        .containsExactly("cluster", "impute", "impute", "pretrain", "embed", "embed", "evaluate");
  }

  @Test
  void anOutcomeSaysWhatWasMeasuredAndBelongsToItsCell() {
    Outcome outcome = run(pipeline(Tiny.pstl()), Imputation.RANDOM);
    assertThat(outcome.condition())
        .isEqualTo(
            Condition.of("PSTL", "J", "tiny", "xview", "linear")
                .with("occlusion", "realistic")
                .with("imputation", "random"));
    assertThat(outcome.accuracy().total()).isEqualTo(6);
    assertThat(outcome.clips().orElseThrow().correct()).isEqualTo(outcome.accuracy().correct());
    assertThat(outcome.epochs()).isEqualTo(3);
    assertThat(outcome.seed()).isEqualTo(7);
    assertThat(outcome.setup()).containsAllEntriesOf(Map.of("batch", "4", "training clips", "10"));
    Comparison comparison = PaperTable.of("opstl", "II").compare(outcome);
    assertThat(comparison.withoutCell()).isEmpty();
    assertThat(comparison.counts()).containsEntry(Verdict.NOT_COMPARABLE, 1L);
  }

  @Test
  void theScoresOfSeveralStreamsAreAdded() {
    CrosSclr three = (CrosSclr) Tiny.methods().get(2);
    CrosSclr two = three.withOptions(three.options().withStreams(Stream.JOINT, Stream.MOTION));
    Outcome outcome = run(pipeline(two), Imputation.NONE);
    assertThat(outcome.condition().method()).isEqualTo("2s-CrosSCLR");
    assertThat(outcome.condition().stream()).isEqualTo("J+M");
    assertThat(outcome.run().split(" \\+ ", -1)).hasSize(2).doesNotHaveDuplicates();
    assertThat(computed())
        .containsExactly("pretrain", "embed", "embed", "evaluate", "embed", "embed", "evaluate");
    Outcome all = run(pipeline(three), Imputation.NONE);
    assertThat(all.condition().stream()).isEqualTo("J+M+B");
  }

  @Test
  void opstlIsToldWhatIsMissingInBothStages() {
    Opstl opstl =
        Opstl.preset(Scale.SMOKE)
            .withEncoder(Tiny.pstl().encoderOptions())
            .withEmbedding(16)
            .withTraining(Tiny.pstl().training());
    run(pipeline(opstl), Imputation.KNN);
    List<String> stages =
        runs.list().kind("pretrain").manifests().stream()
            .map(run -> run.key().options().get("method.stage"))
            .toList();
    assertThat(stages).containsExactly("2", "1");
    assertThat(
            runs.list().kind("pretrain").manifests().stream()
                .map(run -> run.key().options().get("method.missing"))
                .distinct())
        .hasSize(1);
  }

  @Test
  void aSetOfWhichNothingStaysHiddenIsKeptToo() {
    runs.impute(RandomImputer.of(), OCCLUDED);
    runs.impute(RandomImputer.of(), OCCLUDED);
    assertThat(said).hasSize(4);
    assertThat(said.subList(2, 4)).allMatch(line -> line.contains("found, computed"));
    assertThat(runs.list().manifests())
        .allSatisfy(run -> assertThat(run.metrics()).containsEntry("joints left hidden", 0.0));
  }

  @Test
  void theSameSetIsPreparedOnce() {
    Preprocessing preprocessing = Preprocessing.published();
    assertThat(runs.prepare(preprocessing, OCCLUDED.train()))
        .isSameAs(runs.prepare(preprocessing, OCCLUDED.train()))
        .isNotSameAs(runs.prepare(preprocessing.withFrames(20), OCCLUDED.train()))
        .isNotSameAs(runs.prepare(preprocessing, OCCLUDED.test()));
  }
}
