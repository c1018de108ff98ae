package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

class CrossMocoOcclusionTest {
  private static final CrossMocoReadings READ = CrossMocoReadings.DEFAULT;

  /** Expected shares: 4000 draws of an independent program over the paper's 24 bones. */
  @ParameterizedTest
  @CsvSource({"BONE_BUDGET, 0.61", "BONES, 0.80", "JOINTS_AND_NEIGHBOURS, 0.93"})
  void theReadingsOfTheSpatialRateHideTheKnownShares(
      CrossMocoReadings.Units units, double expected) {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 4000, 1);
    double share =
        CrossMocoOcclusion.of(0.6, 1)
            .withReadings(READ.with(units))
            .apply(clip)
            .mask()
            .occludedShare();
    assertThat(share).isCloseTo(expected, within(0.006));
  }

  /** (spatial 0.6, temporal 0.5): 30 % or 80 % of the joints are gone. */
  @ParameterizedTest
  @CsvSource({"INSIDE, 0.305", "WHOLE, 0.805"})
  void theReadingsOfTheTwoMasksTogetherHideTheKnownShares(
      CrossMocoReadings.Frames frames, double expected) {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 2000, 1);
    double share =
        CrossMocoOcclusion.of(0.6, 0.5)
            .withReadings(READ.with(frames))
            .apply(clip)
            .mask()
            .occludedShare();
    assertThat(share).isCloseTo(expected, within(0.006));
  }

  @Test
  void exactlyTheShareOfFramesIsSampledAndEachHasItsOwnBones() {
    SkeletonClip clip = Clips.random("fifty", 0, SkeletonLayout.NTU_25, 50, 1);
    JointMask hidden = CrossMocoOcclusion.of(0.6, 0.5).hide(clip);
    Set<Set<Integer>> sets = new java.util.HashSet<>();
    int touched = 0;
    for (int t = 0; t < 50; t++) {
      Set<Integer> joints = joints(hidden, t, 0);
      touched += joints.isEmpty() ? 0 : 1;
      if (!joints.isEmpty()) {
        sets.add(joints);
        assertThat(joints.size()).as("frame %d", t).isBetween(15, 16);
        assertThat(joints).allMatch(v -> hasNeighbour(joints, v));
      }
    }
    assertThat(touched).isEqualTo(25);
    assertThat(sets.size()).as("different sets").isGreaterThan(20);
    JointMask once =
        CrossMocoOcclusion.of(0.6, 0.5)
            .withReadings(READ.with(CrossMocoReadings.Redraw.ONCE))
            .hide(clip);
    Set<Set<Integer>> same = new java.util.HashSet<>();
    for (int t = 0; t < 50; t++) {
      same.add(joints(once, t, 0));
    }
    assertThat(same).as("none and the one set").hasSize(2);
  }

  @Test
  void bodiesShareADrawUnlessToldOtherwise() {
    SkeletonClip clip = Clips.random("two", 0, SkeletonLayout.NTU_25, 20, 2);
    CrossMocoOcclusion shared = CrossMocoOcclusion.of(0.4, 0.6);
    JointMask one = shared.hide(clip);
    JointMask two = shared.withReadings(READ.with(CrossMocoReadings.Bodies.INDEPENDENT)).hide(clip);
    boolean differ = false;
    for (int t = 0; t < 20; t++) {
      assertThat(joints(one, t, 1)).isEqualTo(joints(one, t, 0));
      differ |= !joints(two, t, 1).equals(joints(two, t, 0));
    }
    assertThat(differ).isTrue();
  }

  @Test
  void framesWithNobodyAreNotSampled() {
    SkeletonLayout layout = SkeletonLayout.NTU_25;
    JointMask.Builder mask = JointMask.builder(20, 25, 1);
    for (int t = 10; t < 20; t++) {
      for (int v = 0; v < 25; v++) {
        mask.set(t, v, 0, JointState.ABSENT);
      }
    }
    SkeletonClip clip = Clips.of("padded", 0, layout, mask.build());
    JointMask hidden = CrossMocoOcclusion.of(0.6, 0.5).hide(clip);
    long touched =
        java.util.stream.IntStream.range(0, 20)
            .filter(t -> !joints(hidden, t, 0).isEmpty())
            .count();
    assertThat(touched).isEqualTo(5);
  }

  @Test
  void aRandomRateHidesAboutHalf() {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 4000, 1);
    CrossMocoReadings random = READ.with(CrossMocoReadings.Rate.RANDOM);
    double share =
        CrossMocoOcclusion.of(0.6, 1).withReadings(random).apply(clip).mask().occludedShare();
    assertThat(share).isBetween(0.26, 0.34);
  }

  @Test
  void namesAndRates() {
    assertThat(CrossMocoOcclusion.of(0.6, 0.5).name()).isEqualTo("crossmoco-0.6-0.5");
    CrossMocoReadings other =
        READ.with(CrossMocoReadings.Units.BONES).with(CrossMocoReadings.Redraw.ONCE);
    assertThat(CrossMocoOcclusion.of(0.6, 0.5).withReadings(other).name())
        .isEqualTo("crossmoco-0.6-0.5-bones-once");
    assertThatThrownBy(() -> CrossMocoOcclusion.of(0.6, 1.5))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("temporal rate must be between 0.0 and 1.0, found 1.5.");
    assertThatThrownBy(() -> CrossMocoOcclusion.of(-0.6, 0.5))
        .hasMessage("spatial rate must be between 0.0 and 1.0, found -0.6.");
  }

  private static boolean hasNeighbour(Set<Integer> joints, int v) {
    for (Bone bone : SkeletonLayout.NTU_25.bones()) {
      if ((bone.child() == v && joints.contains(bone.parent()))
          || (bone.parent() == v && joints.contains(bone.child()))) {
        return true;
      }
    }
    return false;
  }

  private static Set<Integer> joints(JointMask mask, int frame, int body) {
    Set<Integer> joints = new TreeSet<>();
    for (int v = 0; v < mask.joints(); v++) {
      if (!mask.isObserved(frame, v, body)) {
        joints.add(v);
      }
    }
    return joints;
  }
}
