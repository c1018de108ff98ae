package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.Stream;

/** Pre-processing and streams of a five-joint stick figure read from JSON. */
class AnyLayoutTest {
  private static final int LEFT_HAND = 1;
  private static final int RIGHT_HAND = 2;

  /** The belly walks along z from 2 m, a hand goes up; the other is 0.6 m to its right. */
  private static PreparedDataset prepared(Preprocessing options) {
    Scene scene = new Scene(Scene.STICK, 3, 1);
    for (int t = 0; t < 3; t++) {
      scene.at(t, LEFT_HAND, 0, -0.25, 0.5 * t, 0).at(t, RIGHT_HAND, 0, 0.25, 0, 0);
      scene.move(t, 0, 1, 0, 2 + t);
    }
    return options
        .withFrames(3)
        .apply(
            new SkeletonDataset(
                "sticks", Scene.STICK, List.of("a"), List.of(scene.clip()), List.of()));
  }

  private static double at(PreparedDataset data, int channel, int frame, int joint) {
    return data.values()[(channel * 3 + frame) * 5 + joint];
  }

  @Test
  void jointsAreCentredOnItsOwnCentre() {
    PreparedDataset joints =
        prepared(Preprocessing.published().withAlignment(Alignment.EVERY_FRAME_SIGNED));
    for (int t = 0; t < 3; t++) {
      assertThat(at(joints, 0, t, LEFT_HAND)).isEqualTo(-0.25);
      assertThat(at(joints, 1, t, LEFT_HAND)).isEqualTo(0.5 * t);
      assertThat(at(joints, 2, t, LEFT_HAND)).isZero();
    }
    assertThat(joints.toString()).isEqualTo("sticks: 1 clips as (C 3, T 3, V 5, M 1)");
  }

  @Test
  void bonesFollowItsOwnTree() {
    PreparedDataset bones =
        StreamDerivation.derive(
            prepared(Scene.plain(3).withCentring(Centring.FIRST_FRAME)), Stream.BONE);
    assertThat(at(bones, 2, 2, LEFT_HAND)).isZero(); // the path is no bone
    assertThat(at(bones, 1, 2, LEFT_HAND)).isEqualTo(1);
    assertThat(at(bones, 0, 2, RIGHT_HAND)).isEqualTo(0.25);
    assertThat(at(bones, 2, 2, 0)).isZero();
  }

  @Test
  void motionIsPerFrame() {
    PreparedDataset motion =
        StreamDerivation.derive(
            prepared(Scene.plain(3).withCentring(Centring.FIRST_FRAME)), Stream.MOTION);
    assertThat(at(motion, 2, 0, RIGHT_HAND)).isEqualTo(1);
    assertThat(at(motion, 1, 1, LEFT_HAND)).isEqualTo(0.5);
    assertThat(at(motion, 2, 2, RIGHT_HAND)).isZero();
  }
}
