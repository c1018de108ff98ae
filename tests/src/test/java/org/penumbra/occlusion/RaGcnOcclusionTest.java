package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class RaGcnOcclusionTest {
  /** The published lists, counted from 1. */
  @ParameterizedTest
  @CsvSource({
    "1, 5 6 7 8 22 23",
    "2, 9 10 11 12 24 25",
    "3, 22 23 24 25",
    "4, 13 14 15 16 17 18 19 20",
    "5, 1 2 3 4 21"
  })
  void partsAreThePublishedLists(int part, String published) {
    SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.NTU_25, 3, 2);
    JointMask hidden = new RaGcnPartOcclusion(part).hide(clip);
    for (int t = 0; t < 3; t++) {
      for (int m = 0; m < 2; m++) {
        int frame = t;
        int body = m;
        String found =
            IntStream.range(0, 25)
                .filter(v -> !hidden.isObserved(frame, v, body))
                .mapToObj(v -> String.valueOf(v + 1))
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(published);
      }
    }
  }

  @Test
  void handsOfALayoutWithoutTipsAreItsHands() {
    assertThat(new RaGcnPartOcclusion(3).joints(SkeletonLayout.KINECT_20))
        .isEqualTo(List.of(7, 11));
    assertThatThrownBy(() -> new RaGcnPartOcclusion(6))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("part must be between 1 and 5, found 6.");
  }

  @ParameterizedTest
  @CsvSource({
    "100, 30, false, 35, 65",
    "300, 50, false, 25, 75",
    "60, 30, false, 35, 60",
    "30, 30, false, 30, 30",
    "60, 30, true, 21, 39",
    "300, 10, true, 135, 165",
    "100, 0, false, 50, 50"
  })
  void timeHidesTheWindow(int length, int frames, boolean scaled, int from, int to) {
    SkeletonClip clip = Clips.random("clip", 0, SkeletonLayout.KINECT_20, length, 1);
    JointMask hidden = new RaGcnTimeOcclusion(frames, scaled).hide(clip);
    for (int t = 0; t < length; t++) {
      for (int v = 0; v < 20; v++) {
        assertThat(hidden.isObserved(t, v, 0)).as("frame %d", t).isEqualTo(t < from || t >= to);
      }
    }
  }

  @Test
  void blockHidesRowsAboveTheLowestJointOfTheClip() {
    // Heights 0, 0.1, ... 1.9 m at 2 m: one joint every 54 rows of pixels.
    float[] xyz = new float[60];
    for (int v = 0; v < 20; v++) {
      xyz[20 + v] = v * 0.1f;
      xyz[40 + v] = 2;
    }
    xyz[40 + 19] = -2; // behind the camera: no row
    SkeletonClip clip =
        SkeletonClip.of(
            new ClipInfo("ladder", 0, 1, 1, 0, 0),
            SkeletonLayout.KINECT_20,
            xyz,
            JointMask.filled(1, 20, 1, JointState.OBSERVED));
    for (int threshold = 1; threshold <= 6; threshold++) {
      double rows = 50 * (threshold + 2);
      int expected = (int) Math.ceil(rows / (1081.37 * 0.1 / 2));
      JointMask hidden = new RaGcnBlockOcclusion(threshold).hide(clip);
      for (int v = 0; v < 20; v++) {
        assertThat(hidden.isObserved(0, v, 0))
            .as("threshold %d, joint %d", threshold, v)
            .isEqualTo(v >= expected);
      }
    }
  }

  @Test
  void randomHidesAboutTheProbabilityAndTheSharedMaskIsOneForAll() {
    SkeletonClip clip = Clips.random("long", 0, SkeletonLayout.NTU_25, 2000, 2);
    RaGcnRandomOcclusion random = RaGcnRandomOcclusion.of(0.3);
    // Standard deviation 0.0014.
    assertThat(random.apply(clip).mask().occludedShare()).isBetween(0.293, 0.307);
    JointMask longer = random.sharedMask().hide(clip);
    JointMask shorter =
        random.sharedMask().hide(Clips.random("other", 1, SkeletonLayout.NTU_25, 70, 1));
    JointMask own = random.hide(Clips.random("other", 1, SkeletonLayout.NTU_25, 70, 1));
    boolean ownDiffers = false;
    for (int t = 0; t < 70; t++) {
      for (int v = 0; v < 25; v++) {
        assertThat(shorter.state(t, v, 0)).isEqualTo(longer.state(t, v, 0));
        ownDiffers |= own.state(t, v, 0) != longer.state(t, v, 0);
      }
    }
    assertThat(ownDiffers).isTrue();
  }
}
