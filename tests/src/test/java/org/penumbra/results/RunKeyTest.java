package org.penumbra.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
import org.penumbra.evaluate.LinearEvaluation;
import org.penumbra.impute.ClipGroups;
import org.penumbra.occlusion.MissingJoints;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.pretrain.AimClr;
import org.penumbra.pretrain.CrosSclr;
import org.penumbra.pretrain.CrossMoco;
import org.penumbra.pretrain.Opstl;
import org.penumbra.pretrain.Pstl;
import org.penumbra.pretrain.SkeletonBarlowTwins;
import org.penumbra.pretrain.SkeletonClr;
import org.penumbra.pretrain.SupervisedStGcn;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.pretrain.masking.RandomTemporalMasking;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.train.LearningRate;

class RunKeyTest {
  static Stream<Record> everyMethodAndItsLike() {
    List<Record> all = new ArrayList<>();
    for (Scale scale : new Scale[] {Scale.SMOKE, Scale.PAPER}) {
      all.add(SkeletonClr.preset(scale));
      all.add(CrosSclr.preset(scale));
      all.add(AimClr.preset(scale));
      all.add(SkeletonBarlowTwins.preset(scale));
      all.add(Pstl.preset(scale));
      all.add(Opstl.preset(scale).withMissing(missing("b", true)));
      all.add(CrossMoco.preset(scale));
      all.add(SupervisedStGcn.preset(scale));
      all.add(LinearEvaluation.preset(scale));
    }
    all.add(Preprocessing.published());
    return all.stream();
  }

  private static MissingJoints missing(String clip, boolean hidden) {
    boolean[][] rows = new boolean[1][SkeletonLayout.KINECT_20.size()];
    rows[0][3] = hidden;
    return MissingJoints.of("test", SkeletonLayout.KINECT_20, List.of(clip), rows);
  }

  private static String hash(Object options) {
    return RunKey.of("test", "test").options("options", options).hash();
  }

  @ParameterizedTest
  @MethodSource("everyMethodAndItsLike")
  void anyChangeOfAnyOptionIsAnotherKey(Record options) {
    Map<String, String> seen = new HashMap<>();
    seen.put(hash(options), "itself");
    Map<String, Object> changed = Changed.everyLeaf("options", options);
    changed.forEach((leaf, other) -> assertThat(seen.put(hash(other), leaf)).as(leaf).isNull());

    List<String> unchanged = new ArrayList<>(Changed.leaves("options", options));
    unchanged.removeIf(leaf -> changed.keySet().stream().anyMatch(name -> name.startsWith(leaf)));
    // Two that only go together, and what is no record; both have tests of their own below.
    assertThat(unchanged).allMatch(leaf -> leaf.matches(".*[.](missing|decay|dropEpochs)"));
    assertThat(changed.size()).isGreaterThan(4);
  }

  @Test
  void equalOptionsMadeAnewHaveTheSameKeyOnEveryMachine() {
    assertThat(hash(Pstl.preset(Scale.PAPER))).isEqualTo(hash(Pstl.preset(Scale.PAPER)));
    // By Python's hashlib over the texts, each after its length in four bytes.
    assertThat(hash(List.of(1, 2)))
        .isEqualTo("1be565cf4160846916559e628ecd1245ca661762799b0e8c50fefd5dea64ef0e");
  }

  @Test
  void theOrderOfOptionsDoesNotMatterAndWhichNameHasWhichValueDoes() {
    RunKey empty = RunKey.of("test", "test");
    RunKey one = empty.option("a", "1").option("b", "2");
    assertThat(empty.option("b", "2").option("a", "1").hash()).isEqualTo(one.hash());
    assertThat(empty.option("a", "2").option("b", "1").hash()).isNotEqualTo(one.hash());
    assertThat(empty.option("a", "12").hash()).isNotEqualTo(empty.option("a1", "2").hash());
    assertThat(empty.option("a", "1").parent("b", empty).hash())
        .isNotEqualTo(empty.parent("a", empty).option("b", "1").hash());
    assertThatThrownBy(() -> one.option("a", "1"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("option of a run must be given once, found 'a twice'.");
  }

  @Test
  void kindInputParentAndNumericsCountAndNamesForPeopleDoNot() {
    RunInput input = new RunInput("one", 3, "f1");
    RunKey key = RunKey.of("test", "test").input("train", input);
    RunKey parent = RunKey.of("other", "parent");
    List<RunKey> others =
        List.of(
            RunKey.of("test-2", "test").input("train", input),
            RunKey.of("test", "test").input("test", input),
            RunKey.of("test", "test").input("train", new RunInput("one", 3, "f2")),
            key.parent("first", parent),
            key.parent("first", parent.option("seed", "1")),
            new RunKey(
                "test", "test", new TreeMap<>(), key.inputs(), key.parents(), RunKey.NUMERICS + 1));
    assertThat(others.stream().map(RunKey::hash).distinct()).hasSize(6).doesNotContain(key.hash());
    assertThat(RunKey.of("test", "name").input("train", new RunInput("two", 4, "f1")).hash())
        .isEqualTo(key.hash());
  }

  @Test
  void typesOfOneShapeAreToldApart() {
    Pstl pstl = Pstl.preset(Scale.SMOKE);
    assertThat(hash(pstl.withTemporal(new RandomTemporalMasking(10))))
        .isNotEqualTo(hash(pstl.withTemporal(new MotionAttentionTemporalMasking(10))));
    assertThat(hash("1")).isNotEqualTo(hash(1));
    assertThat(hash(0.1f)).isNotEqualTo(hash(0.1));
    assertThat(hash(-0.0)).isNotEqualTo(hash(0.0));
    assertThat(hash(List.of("a, b"))).isNotEqualTo(hash(List.of("a", "b")));
    assertThat(hash(List.of(List.of(1), List.of(2, 3))))
        .isNotEqualTo(hash(List.of(List.of(1, 2), List.of(3))));
    assertThat(hash(Map.of("a", 1, "b", 2))).isEqualTo(hash(new TreeMap<>(Map.of("b", 2, "a", 1))));
    assertThat(hash(Set.of("a", "b", "c"))).isEqualTo(hash(Set.of("c", "b", "a")));
    assertThat(hash(Optional.empty())).isNotEqualTo(hash(Optional.of(1)));
  }

  @Test
  void theKindOfDecayAndTheEpochsOfDropsCount() {
    LearningRate cosine = LearningRate.cosine(0.1, 0, false);
    LearningRate none = new LearningRate(0.1, LearningRate.Decay.NONE, 0, false, List.of());
    List<Integer> drops = List.of(3, 7);
    LearningRate steps = new LearningRate(0.1, LearningRate.Decay.STEPS, 0, false, drops);
    LearningRate later = new LearningRate(0.1, LearningRate.Decay.STEPS, 0, false, List.of(3, 8));
    assertThat(Stream.of(cosine, none, steps, later).map(RunKeyTest::hash)).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNoRecordCountsByItsContent() {
    Opstl opstl = Opstl.preset(Scale.SMOKE);
    String key = hash(opstl.withMissing(missing("a", true)));
    assertThat(hash(opstl.withMissing(missing("a", true)))).isEqualTo(key);
    assertThat(
            Stream.of(
                    opstl,
                    opstl.withMissing(missing("b", true)),
                    opstl.withMissing(missing("a", false)))
                .map(RunKeyTest::hash))
        .doesNotContain(key)
        .doesNotHaveDuplicates();
    ClipGroups groups = new ClipGroups(2, Map.of("a", 0, "b", 1));
    assertThat(hash(groups)).isEqualTo(hash(new ClipGroups(2, Map.of("b", 1, "a", 0))));
    assertThat(
            Stream.of(
                    new ClipGroups(3, groups.byName()),
                    new ClipGroups(2, Map.of("a", 1, "b", 1)),
                    new ClipGroups(2, Map.of("a", 0)))
                .map(RunKeyTest::hash))
        .doesNotContain(hash(groups))
        .doesNotHaveDuplicates();
  }

  /** Says nothing of its content. */
  private record Holder(Object held) {}

  @Test
  void whatCannotBeToldApartIsRefusedWithItsName() {
    UnaryOperator<String> lambda = text -> text;
    for (Object opaque : List.of(new Object(), lambda, new int[] {1}, new AtomicInteger(1))) {
      for (Object held : List.of(new Holder(opaque), new Holder(List.of(opaque)))) {
        assertThatThrownBy(() -> hash(held))
            .isInstanceOf(InvalidOptionException.class)
            .hasMessageStartingWith("option options.held")
            .hasMessageContaining("org.penumbra.core.Identified")
            .hasMessageContaining(opaque.getClass().getName());
      }
    }
  }

  @Test
  void aKindIsAFolderName() {
    for (String bad : List.of("", "A", "a/b", "..", "a b")) {
      assertThatThrownBy(() -> RunKey.of(bad, "test")).hasMessageStartingWith("kind of a run must");
    }
    RunKey key = RunKey.of("a-1", "test");
    assertThat(key.id()).isEqualTo("a-1/" + key.hash().substring(0, 16));
    assertThat(key.hash()).hasSize(64);
  }
}
