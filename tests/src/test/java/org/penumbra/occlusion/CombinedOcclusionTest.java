package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class CombinedOcclusionTest {
  private final SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 40, 1);
  private final Occlusion half = RandomOcclusion.of(0.5);

  private static int count(JointMask mask) {
    return mask.count(JointState.OCCLUDED);
  }

  @Test
  void aUnionSeesTheClipTwiceAndThenSeesWhatIsLeft() {
    // 1000 cells: two independent halves leave a quarter, half of the rest leaves exactly one.
    assertThat(count(half.union(half).hide(clip))).as("seed 0").isBetween(700, 799);
    assertThat(count(half.then(half).hide(clip))).isEqualTo(750);
  }

  @Test
  void oneSeedStandsForTheWhole() {
    Occlusion union = half.withSeed(7).union(half.withSeed(8));
    assertThat(union.seed()).isEqualTo(7);
    assertThat(union).isEqualTo(half.union(half).withSeed(7));
    assertThat(union.name()).isEqualTo("union(random-50,random-50)");
    assertThat(union.describe())
        .isEqualTo(
            "50 % of the observed joints of each clip, drawn one by one together with 50 % of the"
                + " observed joints of each clip, drawn one by one, seed 7");
  }

  @Test
  void aBudgetIsKeptWhereItCanBe() {
    Occlusion markov = MarkovOcclusion.of(0.2, 10);
    int outside = 0;
    for (int i = 0; i < 60; i++) {
      SkeletonClip one = Clips.random("c" + i, 0, SkeletonLayout.NTU_25, 30, 1);
      double plain = markov.apply(one).mask().occludedShare();
      double kept = markov.within(0.18, 0.22).apply(one).mask().occludedShare();
      assertThat(kept).isBetween(0.18, 0.22);
      outside += plain < 0.18 || plain > 0.22 ? 1 : 0;
    }
    assertThat(outside).as("the window does something").isGreaterThan(10);
  }

  @Test
  void anImpossibleBudgetGivesTheClosest() {
    Budget budget = new Budget(MarkovOcclusion.of(0.2, 10), 0.9, 1, 12, 0);
    double kept = budget.apply(clip).mask().occludedShare();
    double most = 0;
    for (int i = 0; i < 12; i++) {
      most = Math.max(most, Parts.seeded(budget.inner(), 0, i).apply(clip).mask().occludedShare());
    }
    assertThat(kept).isEqualTo(most);
    assertThat(budget.withTries(1).apply(clip).mask().occludedShare()).isLessThan(most);
    assertThat(half.within(0.9, 1).hide(clip))
        .as("of equal ones the earliest")
        .isEqualTo(Parts.seeded(half, 0, 0).hide(clip));
  }

  @Test
  void windowsAreChecked() {
    assertThatThrownBy(() -> half.within(0.3, 0.2))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("high must be between 0.3 and 1.0, found 0.2.");
    assertThatThrownBy(() -> half.within(-0.1, 0.2)).hasMessageStartingWith("low must be");
    assertThatThrownBy(() -> half.shared("Batch 3"))
        .hasMessage("group must be lower-case letters, digits, dots and hyphens, found 'Batch 3'.");
  }

  @Test
  void perFrameMeetsTheShareInEachFrameAndDrawsAnew() {
    JointMask mask = JointOcclusion.of(6).perFrame().hide(clip);
    JointMask whole = JointOcclusion.of(6).hide(clip);
    int changes = 0;
    for (int t = 0; t < 40; t++) {
      int hidden = 0;
      for (int v = 0; v < 25; v++) {
        hidden += mask.isObserved(t, v, 0) ? 0 : 1;
        changes += t > 0 && mask.isObserved(t, v, 0) != mask.isObserved(t - 1, v, 0) ? 1 : 0;
        assertThat(whole.isObserved(t, v, 0)).isEqualTo(whole.isObserved(0, v, 0));
      }
      assertThat(hidden).isEqualTo(6);
    }
    assertThat(changes).isGreaterThan(200);
  }

  @Test
  void perSequenceHoldsOneDraw() {
    JointMask mask = half.perSequence().hide(clip);
    int hidden = 0;
    for (int v = 0; v < 25; v++) {
      hidden += mask.isObserved(0, v, 0) ? 0 : 1;
      for (int t = 0; t < 40; t++) {
        assertThat(mask.isObserved(t, v, 0)).isEqualTo(mask.isObserved(0, v, 0));
      }
    }
    assertThat(hidden).isEqualTo(12);
  }

  @Test
  void aSharedDrawIsTheSameForItsGroupOnly() {
    SkeletonClip other = Clips.random("other", 1, SkeletonLayout.NTU_25, 40, 1);
    Occlusion joints = JointOcclusion.of(6);
    assertThat(joints.hide(clip)).isNotEqualTo(joints.hide(other));
    assertThat(joints.shared("b1").hide(clip)).isEqualTo(joints.shared("b1").hide(other));
    assertThat(joints.shared("b1").hide(clip)).isNotEqualTo(joints.shared("b2").hide(clip));
    assertThat(joints.shared("b1").apply(clip).name()).isEqualTo("clip");
  }

  @Test
  void aFramesTruthIsKeptForTheGeometry() {
    SkeletonClip hidden = clip.hide(half.hide(clip));
    SkeletonClip frame = Frames.one(hidden, 7, "frame");
    assertThat(frame.truth()).isPresent();
    assertThat(count(frame.mask())).isEqualTo(count(Frames.one(hidden, 7, "x").mask()));
    for (int v = 0; v < 25; v++) {
      assertThat(frame.mask().state(0, v, 0)).isEqualTo(hidden.mask().state(7, v, 0));
      assertThat(frame.truth().orElseThrow().at(2, 0, v, 0)).isEqualTo(clip.at(2, 7, v, 0));
    }
  }
}
