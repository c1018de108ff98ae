package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** Random masks, Trans4SOAR's and PSTL's. */
class PaperOcclusionTest {
  private final SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 300, 2);

  private static int count(JointMask mask) {
    return mask.count(JointState.OCCLUDED);
  }

  @Test
  void byCoordinatesMoreJointsAreHidden() {
    // 1 - 0.8^3; standard deviation below 0.004 of 15,000 cells.
    double share = RandomCoordinateOcclusion.of(0.2).apply(clip).mask().occludedShare();
    assertThat(share).isCloseTo(0.488, within(0.015));
    assertThat(count(RandomCoordinateOcclusion.of(1).hide(clip))).isEqualTo(15_000);
    assertThat(count(RandomCoordinateOcclusion.of(0).hide(clip))).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.2, 3000", "0.77, 11550", "1, 15000"})
  void aBoxHoldsTheShareAndAllInsideItAreHidden(double rate, int expected) {
    JointMask hidden = RandomBoxOcclusion.of(rate).hide(clip);
    assertThat(count(hidden)).isBetween(expected, expected + 2);
    float[] low = {9, 9, 9};
    float[] high = {-9, -9, -9};
    for (int pass = 0; pass < 2; pass++) {
      for (int t = 0; t < 300; t++) {
        for (int v = 0; v < 25; v++) {
          for (int m = 0; m < 2; m++) {
            boolean inside = true;
            for (int c = 0; c < 3; c++) {
              float x = clip.at(c, t, v, m);
              inside &= x >= low[c] && x <= high[c];
              if (pass == 0 && !hidden.isObserved(t, v, m)) {
                low[c] = Math.min(low[c], x);
                high[c] = Math.max(high[c], x);
              }
            }
            if (pass == 1) {
              assertThat(hidden.isObserved(t, v, m)).isEqualTo(!inside);
            }
          }
        }
      }
    }
  }

  @Test
  void soarCellsAreDrawnFromTheWholeArray() {
    assertThat(count(SoarRandomOcclusion.of(0.1).hide(clip))).isEqualTo(1500);
    SkeletonClip half = secondBodyAbsent();
    assertThat(count(SoarRandomOcclusion.of(0.1).hide(half)))
        .as("half of the draws are lost")
        .isBetween(670, 830);
  }

  private static SkeletonClip secondBodyAbsent() {
    JointMask.Builder mask = JointMask.builder(300, 25, 2);
    for (int t = 0; t < 300; t++) {
      for (int v = 0; v < 25; v++) {
        mask.set(t, v, 1, JointState.ABSENT);
      }
    }
    return Clips.of("one", 0, SkeletonLayout.NTU_25, mask.build());
  }

  @Test
  void soarPatchesAreRunsOfOneJoint() {
    JointMask hidden = SoarPatchOcclusion.of(0.004, 3).hide(clip);
    // 60 patches of 3 frames; few meet or are cut.
    assertThat(count(hidden)).isBetween(165, 180);
    for (int v = 0; v < 25; v++) {
      for (int t = 1; t < 299; t++) {
        for (int m = 0; m < 2; m++) {
          boolean alone = hidden.isObserved(t - 1, v, m) && hidden.isObserved(t + 1, v, m);
          assertThat(alone && !hidden.isObserved(t, v, m) && t < 298).isFalse();
        }
      }
    }
    assertThat(SoarPatchOcclusion.released().name()).isEqualTo("soar-patch");
    assertThat(SoarPatchOcclusion.released().withSeed(4).name()).isEqualTo("soar-patch");
    assertThatThrownBy(() -> SoarPatchOcclusion.of(2, 3)).hasMessageStartingWith("rate must be");
    assertThatThrownBy(() -> SoarPatchOcclusion.of(0.1, 0)).hasMessageStartingWith("length must");
  }

  @Test
  void soarColumnsAndFramesAreWhole() {
    assertThat(count(SoarSpatialOcclusion.of(5).hide(clip))).isEqualTo(5 * 300);
    assertThat(count(SoarTemporalOcclusion.of(10).hide(clip))).isEqualTo(10 * 50);
    SkeletonClip brief = Clips.random("brief", 0, SkeletonLayout.NTU_25, 7, 1);
    assertThat(count(SoarTemporalOcclusion.of(10).hide(brief))).isEqualTo(7 * 25);
    assertThatThrownBy(() -> SoarSpatialOcclusion.of(26).hide(brief))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("columns of clip brief must be between 0 and 25, found 26.");
  }

  @ParameterizedTest
  @CsvSource({"0", "2", "4", "6", "8", "10", "24"})
  void pstlJointsAreWholeColumns(int joints) {
    JointMask hidden = JointOcclusion.of(joints).hide(clip);
    assertThat(count(hidden)).isEqualTo(joints * 600);
    for (int v = 0; v < 25; v++) {
      for (int t = 0; t < 300; t++) {
        assertThat(hidden.isObserved(t, v, 0)).isEqualTo(hidden.isObserved(0, v, 1));
      }
    }
  }

  @Test
  void oneJointStays() {
    assertThatThrownBy(() -> JointOcclusion.of(25).hide(clip))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("joints for layout ntu-25 must be between 0 and 24, found 25.");
    assertThatThrownBy(() -> JointOcclusion.of(-1))
        .hasMessage("joints must be at least 0, found -1.");
  }
}
