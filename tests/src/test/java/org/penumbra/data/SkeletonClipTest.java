package org.penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.skeleton.SkeletonLayout;

class SkeletonClipTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  private static final ClipInfo INFO = new ClipInfo("walk", 3, 1, 2, 0, 0);

  @Test
  void layoutInMemoryIsChannelsFramesJointsBodies() {
    float[] coordinates = new float[3 * 2 * 20 * 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = i;
    }
    SkeletonClip clip =
        SkeletonClip.of(INFO, LAYOUT, coordinates, JointMask.filled(2, 20, 2, JointState.OBSERVED));
    assertThat(clip.at(2, 1, 19, 1)).isEqualTo(239);
    assertThat(clip.at(1, 0, 3, 1)).isEqualTo(((1 * 2 + 0) * 20 + 3) * 2 + 1);
    coordinates[239] = -1;
    clip.toArray()[239] = -1;
    assertThat(clip.at(2, 1, 19, 1)).as("clips are immutable").isEqualTo(239);
  }

  @Test
  void whatIsNotObservedIsNaNAndTheTruthStays() {
    SkeletonClip clip = Clips.random("walk", 3, LAYOUT, 4, 1);
    JointMask hidden = JointMask.builder(4, 20, 1).set(2, 5, 0, JointState.OCCLUDED).build();
    SkeletonClip occluded = clip.hide(hidden);
    assertThat(occluded.at(0, 2, 5, 0)).isNaN();
    assertThat(occluded.at(2, 2, 5, 0)).isNaN();
    assertThat(occluded.at(0, 2, 6, 0)).isEqualTo(clip.at(0, 2, 6, 0));
    assertThat(occluded.truth()).containsSame(clip);
    assertThat(clip.truth()).isEmpty();
    JointMask more = JointMask.builder(4, 20, 1).set(0, 0, 0, JointState.OCCLUDED).build();
    SkeletonClip twice = occluded.hide(more);
    assertThat(twice.mask().count(JointState.OCCLUDED)).isEqualTo(2);
    assertThat(twice.truth()).as("truth is the clip before any hiding").containsSame(clip);
  }

  @Test
  void hidingKeepsVisibleValuesForAnyMask() {
    for (long seed = 0; seed < 20; seed++) {
      SkeletonClip clip = Clips.of("c" + seed, 0, LAYOUT, Clips.mask(seed, 3, 20, 2));
      SkeletonClip occluded = clip.hide(Clips.mask(seed + 50, 3, 20, 2));
      for (int v = 0; v < 20; v++) {
        boolean seen = occluded.mask().isObserved(1, v, 1);
        Float expected = seen ? clip.at(0, 1, v, 1) : Float.NaN; // boxed: NaN equals NaN
        assertThat(occluded.at(0, 1, v, 1)).isEqualTo(expected);
      }
    }
  }

  @Test
  void completingFillsOnlyWhatIsOccludedAndRemembersWhatItWas() {
    SkeletonClip clip = Clips.of("walk", 3, LAYOUT, Clips.mask(4, 3, 20, 2));
    JointMask hide =
        JointMask.builder(3, 20, 2)
            .set(1, 5, 0, JointState.OCCLUDED)
            .set(2, 6, 0, JointState.OCCLUDED)
            .build();
    SkeletonClip occluded = clip.hide(hide);
    float[] filled = new float[3 * 3 * 20 * 2];
    Arrays.fill(filled, 7);
    for (int c = 0; c < 3; c++) {
      filled[((c * 3 + 2) * 20 + 6) * 2] = Float.NaN;
    }
    SkeletonClip completed = occluded.complete(filled);
    for (int t = 0; t < 3; t++) {
      for (int v = 0; v < 20; v++) {
        for (int m = 0; m < 2; m++) {
          boolean left = t == 2 && v == 6 && m == 0;
          boolean fill = occluded.mask().state(t, v, m) == JointState.OCCLUDED && !left;
          assertThat(completed.isImputed(t, v, m)).isEqualTo(fill);
          assertThat(completed.mask().state(t, v, m))
              .isEqualTo(fill ? JointState.OBSERVED : occluded.mask().state(t, v, m));
          Float expected = fill ? 7f : occluded.at(1, t, v, m);
          assertThat(completed.at(1, t, v, m)).isEqualTo(expected);
        }
      }
    }
    assertThat(completed.incomplete()).containsSame(occluded);
    assertThat(completed.truth()).containsSame(clip);
    Arrays.fill(filled, 8);
    SkeletonClip again = completed.complete(filled);
    assertThat(again.incomplete()).as("before any filling").containsSame(occluded);
    assertThat(again.isImputed(2, 6, 0)).isTrue();
  }

  @Test
  void halfAJointOrInfinityIsNoFilling() {
    SkeletonClip clip = Clips.random("walk", 3, LAYOUT, 1, 1);
    SkeletonClip occluded =
        clip.hide(JointMask.builder(1, 20, 1).set(0, 5, 0, JointState.OCCLUDED).build());
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] filled = new float[60];
      filled[5] = bad;
      assertThatThrownBy(() -> occluded.complete(filled))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("clip walk, frame 0, joint 5, body 0");
    }
    assertThatThrownBy(() -> occluded.complete(new float[59]))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("60");
  }

  @Test
  void wrongCoordinatesAreNamed() {
    JointMask mask = JointMask.filled(2, 20, 1, JointState.OBSERVED);
    float[] coordinates = new float[120];
    coordinates[40 + 20 + 7] = Float.NaN;
    assertThatThrownBy(() -> SkeletonClip.of(INFO, LAYOUT, coordinates, mask))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("clip walk, frame 1, joint 7, body 0")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> SkeletonClip.of(INFO, LAYOUT, new float[60], mask))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("found 60 values");
    assertThatThrownBy(() -> SkeletonClip.of(INFO, SkeletonLayout.NTU_25, coordinates, mask))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("25 joints");
    assertThatThrownBy(() -> new ClipInfo("walk", -1, 1, 1, 0, 0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("label of clip walk");
  }
}
