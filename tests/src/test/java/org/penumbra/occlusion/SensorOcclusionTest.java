package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class SensorOcclusionTest {
  /** Degrees to the left and up of a joint 2 m away. */
  private static SkeletonClip at(double left, double up, double depth) {
    float[] xyz = new float[60];
    for (int v = 0; v < 20; v++) {
      xyz[v] = (float) (depth * Math.tan(Math.toRadians(left)));
      xyz[20 + v] = (float) (depth * Math.tan(Math.toRadians(up)));
      xyz[40 + v] = (float) depth;
    }
    return SkeletonClip.of(
        new ClipInfo("point", 0, 1, 1, 0, 0),
        SkeletonLayout.KINECT_20,
        xyz,
        JointMask.filled(1, 20, 1, JointState.OBSERVED));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 2, 0, 0, true",
    "35.2, 0, 2, 0, 0, true",
    "35.4, 0, 2, 0, 0, false",
    "-35.2, 0, 2, 0, 0, true",
    "-35.4, 0, 2, 0, 0, false",
    "0, 29.9, 2, 0, 0, true",
    "0, -30.1, 2, 0, 0, false",
    "0, 0, -2, 0, 0, false",
    "60, 0, 2, 30, 0, true",
    "-10, 0, 2, 30, 0, false",
    "0, 49, 2, 0, 20, true",
    "0, -11, 2, 0, 20, false"
  })
  void theViewIsAPyramid(
      double left, double up, double depth, double yaw, double pitch, boolean seen) {
    JointMask hidden = FieldOfViewOcclusion.kinectV2().turned(yaw, pitch).hide(at(left, up, depth));
    assertThat(hidden.isObserved(0, 0, 0)).isEqualTo(seen);
  }

  @Test
  void anglesAreChecked() {
    FieldOfViewOcclusion view = FieldOfViewOcclusion.kinectV2();
    assertThatThrownBy(() -> view.narrowed(0, 60))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("width must be above 0 and below 180 degrees, found 0.0.");
    assertThatThrownBy(() -> view.narrowed(60, 180)).hasMessageStartingWith("height must be");
    assertThatThrownBy(() -> view.turned(91, 0)).hasMessageStartingWith("yaw must be");
    assertThat(view.narrowed(57, 43).name()).isEqualTo("fov-57-43");
  }

  @Test
  void inferredJointsAreHiddenAndStayAsTruth() {
    SkeletonClip clip =
        OcclusionContract.tracked(Clips.random("kinect", 0, SkeletonLayout.NTU_25, 6, 2));
    SkeletonClip occluded = new InferredOcclusion().apply(clip);
    int inferred = 0;
    for (int t = 0; t < 6; t++) {
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < 2; m++) {
          assertThat(occluded.mask().isObserved(t, v, m)).isEqualTo(!clip.isInferred(t, v, m));
          inferred += clip.isInferred(t, v, m) ? 1 : 0;
          assertThat(occluded.truth().orElseThrow().at(0, t, v, m)).isEqualTo(clip.at(0, t, v, m));
        }
      }
    }
    assertThat(inferred).isBetween(70, 130);
  }

  @Test
  void aSourceWithoutTrackingStateIsNamed() {
    SkeletonClip clip = Clips.random("plain", 0, SkeletonLayout.NTU_25, 6, 1);
    assertThatThrownBy(() -> new InferredOcclusion().hide(clip))
        .isInstanceOf(DataFormatException.class)
        .hasMessageStartingWith("clip plain: has no tracking state, which kinect-inferred needs");
  }
}
