package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.Stream;

class StreamDerivationTest {
  private static final int T = 2;
  private static final int V = 20;

  private static PreparedDataset counting() {
    float[] values = new float[3 * T * V];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * i;
    }
    return new PreparedDataset(
        "d", SkeletonLayout.KINECT_20, List.of("a"), List.of("c"), new int[] {0}, T, 1, values);
  }

  @Test
  void boneIsChildMinusParentAndTheCentreIsZero() {
    PreparedDataset joints = counting();
    float[] bones = StreamDerivation.derive(joints, Stream.BONE).values();
    float[] x = joints.values();
    assertThat(bones[V + 6]).isEqualTo(x[V + 6] - x[V + 5]); // left wrist minus left elbow
    assertThat(bones[2]).isZero();
  }

  @Test
  void motionIsNextMinusThisAndTheLastFrameIsZero() {
    PreparedDataset joints = counting();
    float[] motion = StreamDerivation.derive(joints, Stream.MOTION).values();
    float[] x = joints.values();
    for (int v = 0; v < V; v++) {
      assertThat(motion[v]).as("joint %d", v).isEqualTo(x[V + v] - x[v]);
      assertThat(motion[V + v]).as("joint %d of the last frame", v).isZero();
    }
    assertThat(motion[2 * T * V + 3]).isEqualTo(x[2 * T * V + V + 3] - x[2 * T * V + 3]);
  }

  @Test
  void jointStreamIsTheSetItself() {
    PreparedDataset joints = counting();
    assertThat(StreamDerivation.derive(joints, Stream.JOINT)).isSameAs(joints);
  }
}
