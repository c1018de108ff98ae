package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.Stream;

class AbsoluteMotionTest {
  /** A neck at x = 0, 1, 4, 9 and z = 3; everything else moves along. */
  private static Scene walk(int frames) {
    Scene scene = new Scene(Scene.TRUNK, frames, 1);
    for (int t = 0; t < frames; t++) {
      scene.move(t, 0, t * t, 0, 3);
    }
    return scene;
  }

  private static double[] x(Preprocessing options, Scene scene) {
    float[] values = options.absoluteMotion(scene.clip());
    double[] x = new double[options.frames()];
    for (int t = 0; t < x.length; t++) {
      x[t] = scene.place(values, x.length, t, Scene.NECK, 0)[0];
    }
    return x;
  }

  @Test
  void stepsAcrossTheRoomAreMotionThoughPositionsAreCentred() {
    Preprocessing options = Preprocessing.published().withFrames(4);
    assertThat(x(options, walk(4))).containsExactly(1, 3, 5, 0);
    PreparedDataset joints =
        options.apply(
            new SkeletonDataset(
                "d", Scene.TRUNK, List.of("a"), List.of(walk(4).clip()), List.of()));
    assertThat(StreamDerivation.derive(joints, Stream.MOTION).values()).containsOnly(0);
  }

  @Test
  void motionIsTakenBeforeResizing() {
    // 1, 3, 5, 0 at positions 0.5 and 2.5.
    assertThat(x(Preprocessing.published().withFrames(2), walk(4))).containsExactly(2, 2.5);
  }

  @Test
  void whoComesOrGoesDoesNotJump() {
    assertThat(x(Scene.plain(4), walk(4).absent(1, 0))).containsExactly(0, 0, 5, 0);
    assertThat(x(Scene.plain(4), walk(4).absent(3, 0))).containsExactly(1, 3, 0, 0);
  }

  @Test
  void aHiddenJointMovesAsItsFillDoes() {
    Scene scene = walk(4).hidden(2, Scene.NECK, 0);
    assertThat(x(Scene.plain(4), scene)).containsExactly(1, -1, 9, 0);
    assertThat(x(Scene.plain(4).withMissing(MissingValues.INTERPOLATE), scene))
        .containsExactly(1, 4, 4, 0);
  }

  @Test
  void croppedClipsEndAtTheirLastFrame() {
    assertThat(x(Scene.plain(2).withCrop(FrameCrop.head(2)), walk(4))).containsExactly(1, 0);
  }

  @Test
  void aWholeSetHasTheSameNumbers() {
    Scene scene = walk(4);
    SkeletonDataset data =
        new SkeletonDataset("d", Scene.TRUNK, List.of("a"), List.of(scene.clip()), List.of());
    Preprocessing options = Preprocessing.published().withFrames(3);
    assertThat(options.absoluteMotion(data).values())
        .isEqualTo(options.absoluteMotion(scene.clip()));
  }
}
