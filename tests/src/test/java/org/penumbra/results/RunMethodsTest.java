package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.embed.Embedder;
import org.penumbra.embed.Embeddings;
import org.penumbra.evaluate.LinearEvaluation;
import org.penumbra.evaluate.LinearResult;
import org.penumbra.impute.ClipGroups;
import org.penumbra.impute.ClipImputer;
import org.penumbra.impute.ImputedClip;
import org.penumbra.impute.Imputer;
import org.penumbra.impute.Imputers;
import org.penumbra.impute.PlantedImputer;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.pretrain.Pretrained;
import org.penumbra.pretrain.PretrainingMethod;
import org.penumbra.train.TrainingListener;

/** The verbs of a notebook through a store. */
class RunMethodsTest {
  private static final PreparedDataset TRAIN = Tiny.waves(11, 0);
  private static final PreparedDataset TEST = Tiny.waves(6, 0.5);

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private RunStore runs;

  @BeforeEach
  void open() {
    runs = RunStore.in(folder).saying(said::add);
  }

  static Stream<PretrainingMethod> methods() {
    return Tiny.methods().stream();
  }

  private static TrainingListener never() {
    return new TrainingListener() {
      @Override
      public void stepEnded(int epoch, int step, int all, int epochs, double loss) {
        throw new AssertionError("trained");
      }
    };
  }

  private static TrainingListener stopAfter(int steps) {
    return new TrainingListener() {
      private int done;

      @Override
      public void stepEnded(int epoch, int step, int all, int epochs, double loss) {
        if (++done == steps) {
          Thread.currentThread().interrupt();
        }
      }
    };
  }

  private static String weights(StGcn encoder) {
    return Fingerprints.of(encoder);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aPretrainingIsFoundAgainWithEveryEncoderAndTheWholeHistory(PretrainingMethod method) {
    try (Pretrained plain = method.pretrain(TRAIN);
        Pretrained first = runs.pretrain(method, TRAIN);
        Pretrained second = runs.pretrain(method, TRAIN, never())) {
      assertThat(weights(second.encoder()))
          .isEqualTo(weights(first.encoder()))
          .isEqualTo(weights(plain.encoder()));
      assertThat(second.encoder().options()).isEqualTo(plain.encoder().options());
      assertThat(second.history()).isEqualTo(first.history());
      assertThat(second.streams().keySet()).isEqualTo(plain.streams().keySet());
      plain
          .streams()
          .forEach(
              (stream, encoder) ->
                  assertThat(weights(second.streams().get(stream))).isEqualTo(weights(encoder)));
      assertThat(second.streams().isEmpty() || second.streams().containsValue(second.encoder()))
          .isTrue();
    }
    assertThat(said).hasSize(2);
    assertThat(said.get(1))
        .startsWith(method.name() + " on waves, ")
        .contains(" [pretrain/")
        .contains("found");
  }

  @Test
  void aPretrainingThatWasInterruptedGoesOnAndEndsAsIfNothingHadHappened() {
    PretrainingMethod method = Tiny.pstl();
    try (Pretrained whole = method.pretrain(TRAIN);
        Pretrained stopped = runs.pretrain(method, TRAIN, stopAfter(4))) {
      assertThat(Thread.interrupted()).isFalse();
      assertThat(stopped.history().interrupted()).isTrue();
      assertThat(runs.list().size()).isZero();
      try (Pretrained resumed = runs.pretrain(method, TRAIN)) {
        assertThat(resumed.history().interrupted()).isFalse();
        assertThat(resumed.history().notices().toString()).contains("after step 1 of epoch 2");
        assertThat(resumed.history().losses()).isEqualTo(whole.history().losses());
        assertThat(weights(resumed.encoder())).isEqualTo(weights(whole.encoder()));
      }
    }
    assertThat(said.get(0)).contains("training stopped after 1 of 3 epochs; not kept.");
    assertThat(folder.resolve(".work")).isEmptyDirectory();
    runs.pretrain(method, TRAIN, never()).close();
  }

  @Test
  void anotherMethodSeedOrBitOfTheDataIsTrainedAnew() {
    runs.pretrain(Tiny.pstl(), TRAIN).close();
    float[] values = TRAIN.values().clone();
    values[values.length / 2] = Math.nextUp(values[values.length / 2]);
    PreparedDataset other = Tiny.prepared("waves", values, TRAIN.size());
    runs.pretrain(Tiny.pstl(), other).close();
    runs.pretrain(Tiny.pstl().withSeed(8), TRAIN).close();
    assertThat(said).hasSize(3).allMatch(line -> line.endsWith("and kept."));
    assertThat(runs.list().size()).isEqualTo(3);
  }

  @Test
  void featuresAndEvaluationsAreFoundAgainAndKnowWhatTheyComeFrom() {
    LinearEvaluation evaluation =
        LinearEvaluation.published().withEpochs(5).withBatchSize(4).withStandardise(true);
    try (Pretrained encoder = runs.pretrain(Tiny.pstl(), TRAIN)) {
      LinearResult first = runs.evaluate(evaluation, encoder, TRAIN, TEST);
      Embeddings plain = Embedder.of(encoder.encoder()).embed(TEST);
      said.clear();
      Embeddings kept = runs.embed(encoder, TEST);
      assertThat(kept.values()).isEqualTo(plain.values());
      assertThat(kept.labels()).isEqualTo(plain.labels());
      assertThat(kept.clipNames()).isEqualTo(plain.clipNames());
      assertThat(runs.evaluate(evaluation, encoder, TRAIN, TEST)).isEqualTo(first);
      assertThat(said).hasSize(4).allMatch(line -> line.contains("found, computed"));
      runs.embed(Embedder.of(encoder.encoder()).withoutJoints(List.of(3)), TEST);
      assertThat(said.get(4)).endsWith("and kept.");
    }
    RunManifest evaluated = runs.list().kind("evaluate").manifests().get(0);
    assertThat(evaluated.parents()).extracting(RunParent::part).containsExactly("test", "train");
    RunParent embedded = evaluated.parents().get(0);
    assertThat(embedded.key().kind()).isEqualTo("embed");
    assertThat(embedded.parents())
        .singleElement()
        .satisfies(
            parent -> {
              assertThat(parent.part()).isEqualTo("encoder");
              assertThat(parent.key().kind()).isEqualTo("pretrain");
            });
    assertThat(evaluated.seeds()).isEqualTo(Map.of("evaluation.seed", "1"));
    assertThat(evaluated.versions()).containsKeys("Penumbra", "DJL", "PyTorch", "Java", "system");
    assertThat(evaluated.metrics()).containsEntry("test clips", 6.0);
  }

  private static void assertSame(SkeletonDataset found, SkeletonDataset expected) {
    assertThat(found.clips()).isEqualTo(expected.clips());
    for (int n = 0; n < found.size(); n++) {
      SkeletonClip clip = found.clips().get(n);
      assertThat(clip.truth()).isEqualTo(expected.clips().get(n).truth());
      if (clip.incomplete().isPresent()) { // of a clip without hidden joints nothing was filled
        assertThat(clip.incomplete()).isEqualTo(expected.clips().get(n).incomplete());
      }
      assertThat(clip.incomplete().isPresent()).isEqualTo(n > 0);
    }
    assertThat(Fingerprints.of(found)).isEqualTo(Fingerprints.of(expected));
  }

  @Test
  void whatWasFilledIsPutBackIntoTheClipsAndTheRestStaysHidden() throws Exception {
    SkeletonDataset data = Tiny.clips(8, 0);
    PlantedImputer.Calls calls = new PlantedImputer.Calls();
    PlantedImputer imputer = new PlantedImputer(2, calls);
    SkeletonDataset plain = imputer.impute(data).data();
    SkeletonDataset first = runs.impute(imputer, data, data);
    assertThat(calls.count()).isEqualTo(16);
    assertSame(first, plain);
    SkeletonDataset second = runs.impute(imputer, data, data);
    assertThat(calls.count()).isEqualTo(16);
    assertSame(second, plain);
    RunManifest manifest = runs.list().manifests().get(0);
    assertThat(manifest.metrics()).containsEntry("hidden joints", 40.0);
    assertThat(manifest.metrics().get("joints left hidden")).isBetween(1.0, 39.0);
    Path filled = folder.resolve(manifest.id()).resolve("filled.npy");
    assertThat(Files.size(filled)).isLessThan(128 + 40 * 12);

    runs.impute(new PlantedImputer(3, calls), data, data);
    runs.impute(imputer, data, Tiny.clips(8, 1));
    runs.impute(imputer, Tiny.clips(8, 1), data);
    assertThat(runs.list().size()).isEqualTo(4);
  }

  @Test
  void whereNothingIsLeftHiddenOrNothingWasHiddenTheRunIsKeptAsWell() {
    SkeletonDataset data = Tiny.clips(8, 0);
    Imputer all = Imputers.named("zero");
    SkeletonDataset filled = runs.impute(all, data, data);
    assertThat(filled.clips()).allMatch(clip -> clip.mask().count(JointState.OCCLUDED) == 0);
    assertThat(runs.impute(all, data, data).clips()).isEqualTo(filled.clips());
    SkeletonDataset whole = data.map(clip -> all.fit(data).impute(clip).clip());
    assertThat(runs.impute(all, whole, whole).clips()).isEqualTo(whole.clips());
    assertThat(runs.list().size()).isEqualTo(2);
  }

  @Test
  void anEncoderIsFoundByTheFirstCharactersOfItsRun() {
    PreparedDataset train = Tiny.waves(8, 0);
    try (Pretrained trained = runs.pretrain(Tiny.pstl(), train)) {
      String id = RunStore.key(Tiny.pstl(), train).id();
      assertThat(runs.list().manifests().get(0).id()).isEqualTo(id);
      try (StGcn again = runs.encoder(id.substring(0, 12), train.layout())) {
        assertThat(Fingerprints.of(again)).isEqualTo(Fingerprints.of(trained.encoder()));
      }
    }
    Embeddings none = new Embeddings(List.of("a"), new int[] {0}, 1, new float[] {1});
    runs.cluster("none", "none", none, () -> ClipGroups.of(1, List.of("a"), new int[] {0}));
    assertThat(runs.show("cluster/").key().name()).isEqualTo("none");
    assertThatThrownBy(() -> runs.encoder("cluster/", train.layout()))
        .hasMessageContaining("none begins so, there are: pretrain/")
        .hasMessageNotContaining("(none)");
    assertThatThrownBy(() -> runs.show("")).hasMessageContainingAll("so begin: ", "(none)");
  }

  @Test
  void aSetThatIsNotInMemoryIsFilledOnceAndReadWhenAsked() {
    SkeletonDataset memory = Tiny.clips(8, 0);
    SkeletonDataset lazy =
        SkeletonDataset.lazy(
            memory.name(),
            memory.layout(),
            memory.classNames(),
            memory.infos(),
            memory.bodies(),
            info -> memory.clip(info.name()),
            memory.splits());
    assertThat(Fingerprints.of(lazy)).isEqualTo(Fingerprints.of(memory));
    PlantedImputer.Calls calls = new PlantedImputer.Calls();
    SkeletonDataset filled = runs.impute(new PlantedImputer(2, calls), lazy, lazy);
    int once = calls.count();
    assertThat(filled.isInMemory()).isFalse();
    assertSame(filled.inMemory(), new PlantedImputer(2, calls).impute(memory).data());
    assertThat(calls.count()).isEqualTo(once + 8);
    assertSame(runs.impute(new PlantedImputer(2, calls), lazy, lazy).inMemory(), filled.inMemory());
    assertThat(calls.count()).isEqualTo(once + 8);
  }

  @Test
  void anImputerThatDoesNotSayWhatItIsIsRefused() {
    ClipImputer opaque =
        new ClipImputer() {
          @Override
          public ImputedClip impute(SkeletonClip clip) {
            throw new AssertionError("filled");
          }

          @Override
          public String name() {
            return "opaque";
          }

          @Override
          public String describe() {
            return name();
          }
        };
    SkeletonDataset data = Tiny.clips(3, 0);
    assertThatThrownBy(() -> runs.impute(opaque, data, data))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("org.penumbra.core.Identified")
        .hasMessageContaining(opaque.getClass().getName());
  }

  /** Options of a clustering that a test knows. */
  private record Halves(int count, long seed) {}

  /** An imputer that needs groups, as one by nearest neighbours within them does. */
  private record Grouped(ClipGroups groups, PlantedImputer planted) implements ClipImputer {
    @Override
    public ImputedClip impute(SkeletonClip clip) {
      return planted.impute(clip);
    }

    @Override
    public String name() {
      return "grouped";
    }

    @Override
    public String describe() {
      return name();
    }
  }

  @Test
  void theChainFromEncoderToSecondPretrainingIsKnownToItsLastRun() {
    SkeletonDataset occluded = Tiny.clips(8, 0);
    Preprocessing preprocessing = Preprocessing.published();
    PreparedDataset prepared = runs.prepare(preprocessing, occluded);
    try (Pretrained first = runs.pretrain(Tiny.pstl(), prepared)) {
      Embeddings features = runs.embed(first, prepared);
      int[] calls = {0};
      ClipGroups groups = null;
      for (int i = 0; i < 2; i++) {
        groups =
            runs.cluster(
                "halves",
                new Halves(2, 1),
                features,
                () -> {
                  calls[0]++;
                  return ClipGroups.of(2, features.clipNames(), new int[] {0, 1, 0, 1, 0, 1, 0, 1});
                });
      }
      assertThat(calls[0]).isEqualTo(1);
      assertThat(groups.of("clip3")).isEqualTo(1);
      Grouped imputer = new Grouped(groups, new PlantedImputer(1, new PlantedImputer.Calls()));
      SkeletonDataset completed = runs.impute(imputer, occluded, occluded);
      runs.pretrain(Tiny.pstl(), runs.prepare(preprocessing, completed)).close();
    }
    RunManifest last = runs.list().kind("pretrain").manifests().get(0);
    List<String> chain = new ArrayList<>();
    List<RunParent> parents = last.parents();
    while (!parents.isEmpty()) {
      assertThat(parents).hasSize(1);
      chain.add(parents.get(0).part() + " " + parents.get(0).key().kind());
      parents = parents.get(0).parents();
    }
    assertThat(chain)
        .containsExactly(
            "train impute", "imputer.groups cluster", "features embed", "encoder pretrain");
    RunManifest before = runs.list().kind("pretrain").manifests().get(1);
    assertThat(RunManifest.diff(before, last).rows())
        .extracting(ManifestDiff.Row::what, ManifestDiff.Row::name)
        .contains(tuple("data", "train"), tuple("run", "train"));
    assertThat(RunManifest.read(folder.resolve(last.id()))).isEqualTo(last);
  }
}
