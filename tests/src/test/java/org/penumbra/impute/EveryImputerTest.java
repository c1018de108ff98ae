package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** What holds for every imputer of the list, on every built-in layout. */
class EveryImputerTest {
  record Case(Imputer imputer, SkeletonLayout layout) {
    @Override
    public String toString() {
      return imputer.name() + " on " + layout.name();
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Imputer imputer : Imputers.all()) {
      SkeletonLayout.builtIn().forEach(layout -> cases.add(new Case(imputer, layout)));
    }
    return cases;
  }

  private static SkeletonDataset data(SkeletonLayout layout) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clips.add(Clips.of("clip" + i, 0, layout, Clips.mask(i, 1 + 3 * i, layout.size(), 2)));
    }
    clips.add(Clips.random("whole", 0, layout, 9, 1));
    clips.add(Clips.random("nothing", 0, layout, 0, 1));
    for (JointState state : List.of(JointState.OCCLUDED, JointState.ABSENT)) {
      clips.add(Clips.of("all " + state, 0, layout, JointMask.filled(4, layout.size(), 1, state)));
    }
    return new SkeletonDataset("contract", layout, List.of("a"), clips, List.of());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fillsHiddenJointsAndTouchesNothingElse(Case given) {
    SkeletonDataset data = data(given.layout());
    ImputedDataset done = given.imputer().fit(data).impute(data);
    for (ImputedClip imputed : done.clips()) {
      SkeletonClip before = data.clip(imputed.clip().name());
      SkeletonClip after = imputed.clip();
      assertThat(after.incomplete()).containsSame(before);
      for (int t = 0; t < before.frames(); t++) {
        for (int v = 0; v < given.layout().size(); v++) {
          for (int m = 0; m < before.bodies(); m++) {
            checkJoint(imputed, before, t, v, m);
          }
        }
      }
    }
    assertThat(done.summary().count(FillReason.FILLED)).isPositive();
  }

  private static void checkJoint(ImputedClip imputed, SkeletonClip before, int t, int v, int m) {
    SkeletonClip after = imputed.clip();
    FillReason reason = imputed.fills().reason(t, v, m);
    JointState state = before.mask().state(t, v, m);
    if (state == JointState.OCCLUDED) {
      assertThat(after.mask().isObserved(t, v, m)).isEqualTo(reason.isFilled());
      assertThat(reason.isFilled() || reason.isLeft()).isTrue();
    } else {
      assertThat(reason).isEqualTo(FillReason.NOT_HIDDEN);
      assertThat(after.mask().state(t, v, m)).isEqualTo(state);
    }
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      if (state == JointState.OBSERVED) {
        assertThat(Float.floatToRawIntBits(after.at(c, t, v, m)))
            .isEqualTo(Float.floatToRawIntBits(before.at(c, t, v, m)));
      } else if (reason.isFilled()) {
        assertThat(after.at(c, t, v, m)).isFinite();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aClipIsFilledAlikeWhateverTheOrderAndThreads(Case given) throws Exception {
    SkeletonDataset data = data(given.layout());
    FittedImputer fitted = given.imputer().fit(data);
    List<SkeletonClip> alone = data.clips().stream().map(c -> fitted.impute(c).clip()).toList();
    List<SkeletonClip> shuffled = new ArrayList<>(data.clips());
    Collections.shuffle(shuffled, new Random(3));
    for (ImputedClip clip : fitted.imputeBlock(shuffled)) {
      assertThat(alone).contains(clip.clip());
    }
    FittedImputer again = given.imputer().fit(data);
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<SkeletonClip>> work = new ArrayList<>();
      data.clips().forEach(clip -> work.add(() -> again.impute(clip).clip()));
      List<SkeletonClip> found = new ArrayList<>();
      for (Future<SkeletonClip> future : pool.invokeAll(work)) {
        found.add(future.get());
      }
      assertThat(found).isEqualTo(alone);
    } finally {
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aBodyThatShowsNothingStaysHiddenUnlessThePlaceNeedsNone(Case given) {
    SkeletonDataset data = data(given.layout());
    ImputedClip clip = given.imputer().fit(data).impute(data.clip("all OCCLUDED"));
    boolean needsNone = List.of("zero", "random-training").contains(given.imputer().name());
    int hidden = clip.fills().hiddenJoints();
    assertThat(clip.fills().count(FillReason.NOTHING_TO_GO_BY)).isEqualTo(needsNone ? 0 : hidden);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatItIs(Case given) {
    assertThat(given.imputer().name()).matches("[a-z0-9.-]+");
    assertThat(given.imputer().describe()).isNotBlank().doesNotContain("\n");
    assertThat(Imputers.named(given.imputer().name())).isEqualTo(given.imputer());
  }
}
