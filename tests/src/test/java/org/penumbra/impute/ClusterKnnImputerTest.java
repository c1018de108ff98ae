package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.impute.KnnScenes.HAND;
import static org.penumbra.impute.KnnScenes.LAYOUT;
import static org.penumbra.impute.KnnScenes.clip;
import static org.penumbra.impute.KnnScenes.hide;
import static org.penumbra.impute.KnnScenes.home;
import static org.penumbra.impute.KnnScenes.knn;
import static org.penumbra.impute.KnnScenes.moved;
import static org.penumbra.impute.KnnScenes.set;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.space.ComparisonSpace;
import org.penumbra.skeleton.SkeletonLayout;

class ClusterKnnImputerTest extends ImputerContract {
  private static final ClipGroups CONTRACT = contractGroups();

  private static ClipGroups contractGroups() {
    Map<String, Integer> groups = new HashMap<>();
    for (SkeletonDataset data :
        List.of(
            ContractClips.train(SkeletonLayout.NTU_25),
            ContractClips.test(SkeletonLayout.NTU_25))) {
      data.infos().forEach(info -> groups.put(info.name(), groups.size() % 3));
    }
    return new ClipGroups(4, groups); // the last one is empty
  }

  @Override
  Imputer imputer() {
    return ClusterKnnImputer.of(knn(3)).withGroups(CONTRACT);
  }

  /** A body at rest whose hand is raised by a constant of its group. */
  private static SkeletonClip resting(String name, double raised) {
    return clip(name, 9, (t, v) -> moved(home(v), 0, v == HAND ? raised : 0, 0));
  }

  private static ClipGroups groups(int count, String... namesOfGroup) {
    Map<String, Integer> groups = new HashMap<>();
    for (int group = 0; group < namesOfGroup.length; group++) {
      for (String name : List.of(namesOfGroup[group].split(" ", -1))) {
        groups.put(name, group);
      }
    }
    groups.remove("");
    return new ClipGroups(count, groups);
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void everyClipIsFilledFromItsOwnGroupInTrainingAndTest(ComparisonSpace space) {
    List<SkeletonClip> train = new ArrayList<>();
    for (String name : List.of("a1", "a2", "a3")) {
      train.add(resting(name, 1));
      train.add(resting(name.replace('a', 'b'), -1));
    }
    train.set(0, hide(train.get(0), HAND, 2, 6)); // a1
    train.set(1, hide(train.get(1), HAND, 0, 9)); // b1
    SkeletonDataset test =
        set(hide(resting("ta", 0), HAND, 0, 9), hide(resting("tb", 0), HAND, 3, 5));
    ClipGroups groups = groups(2, "a1 a2 a3 ta", "b1 b2 b3 tb");
    FittedImputer fitted = ClusterKnnImputer.of(knn(5).withSpace(space)).fit(set(train), groups);
    for (SkeletonDataset data :
        List.of(fitted.impute(set(train)).data(), fitted.impute(test).data())) {
      for (SkeletonClip clip : data.clips()) {
        double own = home(HAND)[1] + (clip.name().contains("a") ? 1 : -1);
        for (int t = 0; t < 9; t++) {
          if (clip.isImputed(t, HAND, 0)) {
            assertThat((double) clip.at(1, t, HAND, 0))
                .as(clip.name())
                .isCloseTo(own, within(1e-6));
          }
        }
        assertThat(clip.mask().occludedShare()).isZero();
      }
    }
  }

  static List<ComparisonSpace> spaces() {
    return List.of(ComparisonSpace.RAW, ComparisonSpace.RELATIVE_50, ComparisonSpace.TURNED_50);
  }

  @Test
  void whatAGroupCannotFillIsSaidAndLeftToAFallback() {
    SkeletonDataset train =
        set(
            hide(resting("one", 1), HAND, 0, 4),
            hide(resting("c1", 2), HAND, 0, 9),
            hide(resting("c2", 2), HAND, 0, 9),
            resting("whole", 3),
            resting("sound", 3));
    SkeletonDataset test = set(hide(resting("lost", 3), HAND, 0, 9), resting("fine", 3));
    ClusterKnnImputer own =
        ClusterKnnImputer.of(knn(1)).withGroups(groups(4, "one", "", "c1 c2", "whole sound fine"));
    ClipGroups withTest = own.groups().orElseThrow().and(groups(4, "", "lost"));
    FittedClusterKnnImputer fitted = own.withGroups(withTest).fit(train);

    assertThat(fitted.groups().get(1)).isEqualTo(GroupSummary.empty(1));
    assertThat(fitted.groups().get(1).isTooSmall()).isTrue();
    assertThat(fitted.groups().get(2).neverSeen())
        .containsExactly(LAYOUT.joints().get(HAND).name());
    assertThat(fitted.groups().get(2).hiddenShare()).isCloseTo(1.0 / 20, within(1e-12));
    assertThat(fitted.summary().lines())
        .containsExactly(
            "group 0: 1 clips, 2.2 % hidden, which has no other clip to be filled from",
            "group 1: no training clips, so its clips stay hidden",
            "group 2: 2 clips, 5.0 % hidden, never seen: left hand",
            "group 3: 2 clips, 0.0 % hidden");
    FillSummary training = fitted.impute(train).summary();
    assertThat(training.count(FillReason.NO_DONOR)).isEqualTo(4 + 9 + 9);
    assertThat(fitted.impute(test).summary().count(FillReason.NO_DONOR)).isEqualTo(9);

    ImputedDataset all = own.withGroups(withTest).orElse(knn(1)).fit(train).impute(test);
    assertThat(all.summary().unfilledShare()).isZero();
    assertThat(all.clips().get(1).fills().step(0, HAND, 0)).isEqualTo(1);
  }

  @Test
  void groupsThatDoNotMatchTheClipsAreRefused() {
    SkeletonDataset train = set(resting("a", 1), resting("b", 1));
    ClusterKnnImputer own = ClusterKnnImputer.of(knn(1));
    assertThatThrownBy(() -> own.fit(train))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("withGroups");
    assertThatThrownBy(() -> own.fit(train, groups(1, "a")))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("group of clip b");
    assertThatThrownBy(() -> own.fit(train, groups(1, "a b")).impute(resting("c", 1)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("group of clip c");
  }

  @Test
  void roomIsFoundForAllGroupsBeforeTheFirst(@TempDir Path folder) {
    SkeletonDataset train = set(resting("a", 1), resting("b", 1));
    RowMemory forOne = new RowMemory(12_000, 0, folder); // 50 x 20 cells of 3 floats
    assertThatThrownBy(
            () -> ClusterKnnImputer.of(knn(1)).withGroups(groups(2, "a", "b")).fit(train, forOne))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("memory for 1 donors");
    assertThat(ClusterKnnImputer.of(knn(1)).withGroups(groups(1, "a b")).fit(train).groups())
        .hasSize(1);
  }
}
