package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class RandomOcclusionTest extends OcclusionContract {
  @Override
  Occlusion occlusion() {
    return RandomOcclusion.of(0.3);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.2, 20", "0.29, 29", "0.999, 99", "1, 100"})
  void hidesExactlyTheFloorOfTheShare(double rate, int hidden) {
    SkeletonClip clip = Clips.random("hundred", 0, SkeletonLayout.KINECT_20, 5, 1);
    assertThat(RandomOcclusion.of(rate).hide(clip).count(JointState.OCCLUDED)).isEqualTo(hidden);
  }

  @Test
  void theShareIsOfWhatIsStillObserved() {
    SkeletonClip clip = Clips.of("half", 0, SkeletonLayout.NTU_25, Clips.mask(1, 40, 25, 2));
    int observed = clip.mask().count(JointState.OBSERVED);
    assertThat(RandomOcclusion.of(0.5).hide(clip).count(JointState.OCCLUDED))
        .isEqualTo(observed / 2);
    assertThat(RandomOcclusion.of(1).apply(clip).mask().count(JointState.OBSERVED)).isZero();
  }

  @Test
  void everyJointIsHiddenAboutEquallyOften() {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 2000, 1);
    JointMask hidden = RandomOcclusion.of(0.2).hide(clip);
    for (int v = 0; v < 25; v++) {
      int count = 0;
      for (int t = 0; t < 2000; t++) {
        count += hidden.isObserved(t, v, 0) ? 0 : 1;
      }
      // Standard deviation about 18.
      assertThat(count).as("frames in which joint %d is hidden", v).isBetween(300, 500);
    }
  }

  @Test
  void aMaskIsTheSameOnEveryMachine() {
    SkeletonClip clip = Clips.random("S001C002P003R001A007", 6, SkeletonLayout.NTU_25, 35, 1);
    assertThat(new RandomOcclusion(0.2, 1).hide(clip).hashCode()).isEqualTo(3120535);
  }

  @Test
  void namesCarryTheShare() {
    assertThat(RandomOcclusion.of(0.2).name()).isEqualTo("random-20");
    assertThat(RandomOcclusion.of(0.125).name()).isEqualTo("random-12.5");
    assertThat(RandomOcclusion.of(1).name()).isEqualTo("random-100");
    assertThat(RandomOcclusion.of(0.29).name()).isEqualTo("random-29");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.0001, Double.NaN, Double.POSITIVE_INFINITY})
  void aWrongRateIsNamed(double rate) {
    assertThatThrownBy(() -> RandomOcclusion.of(rate))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("rate must be between 0.0 and 1.0, found " + rate + ".");
  }
}
