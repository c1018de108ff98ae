package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

/** Shoulder lines of 3-4-5 triangles, so that turned places are round numbers. */
class AlignmentTest {
  private static final Offset<Double> CLOSE = within(1e-6);

  private static double[] turned(
      Alignment alignment, Scene scene, int frames, int frame, int joint, int body) {
    float[] values = Scene.plain(frames).withAlignment(alignment).apply(scene.clip());
    return scene.place(values, frames, frame, joint, body);
  }

  /** Shoulders from the origin along (0.3, 0.4), then (0.3, -0.4) in x and z. */
  private static Scene throughTheFront() {
    return new Scene(Scene.TRUNK, 2, 1)
        .at(0, Scene.RIGHT_SHOULDER, 0, 0.3, 0.1, 0.4)
        .at(1, Scene.RIGHT_SHOULDER, 0, 0.3, 0.1, -0.4);
  }

  @Test
  void theTrueAngleTurnsEveryFrameToTheFront() {
    for (int t = 0; t < 2; t++) {
      assertThat(turned(Alignment.EVERY_FRAME_SIGNED, throughTheFront(), 2, t, 2, 0))
          .containsExactly(new double[] {0.5, 0.1, 0}, CLOSE);
    }
  }

  @Test
  void thePublishedSignTurnsTheOtherFramesTheWrongWay() {
    // z sums to 0: the sign is minus for both frames. cos = 0.6 / (1 + 2e-4), sin = 0.8 nearly.
    double[] right = turned(Alignment.EVERY_FRAME, throughTheFront(), 2, 0, 2, 0);
    assertThat(right).containsExactly(new double[] {0.5, 0.1, 0}, within(1e-3));
    double[] wrong = turned(Alignment.EVERY_FRAME, throughTheFront(), 2, 1, 2, 0);
    assertThat(wrong).containsExactly(new double[] {-0.14, 0.1, -0.48}, within(1e-3));
  }

  @Test
  void aBodyThatFacesAwayIsTurnedRoundByTheTrueAngle() {
    Scene scene = new Scene(Scene.TRUNK, 1, 1).at(0, Scene.RIGHT_SHOULDER, 0, -0.4, 0, -0.3);
    assertThat(turned(Alignment.EVERY_FRAME_SIGNED, scene, 1, 0, 2, 0))
        .containsExactly(new double[] {0.5, 0, 0}, CLOSE);
  }

  @Test
  void aFrameWhoseShouldersCoincideIsNotTurned() {
    Scene scene = new Scene(Scene.TRUNK, 1, 1).at(0, Scene.LEFT_HIP, 0, 1, 2, 3);
    assertThat(turned(Alignment.EVERY_FRAME_SIGNED, scene, 1, 0, Scene.LEFT_HIP, 0))
        .containsExactly(1, 2, 3);
    // As published it is turned by acos(0), a quarter.
    assertThat(turned(Alignment.EVERY_FRAME, scene, 1, 0, Scene.LEFT_HIP, 0))
        .containsExactly(new double[] {3, 2, -1}, CLOSE);
  }

  /** The first body stands askew, the second faces it: its shoulders point the opposite way. */
  private static Scene facing() {
    return new Scene(Scene.TRUNK, 1, 2)
        .at(0, Scene.RIGHT_SHOULDER, 0, 0.3, 0, 0.4)
        .at(0, Scene.RIGHT_SHOULDER, 1, -0.3, 0, -0.4);
  }

  @Test
  void onceTurnsEachBodyByItselfAndSharedKeepsWhoFacesWhom() {
    Offset<Double> guard = within(1e-3); // the reference's 1e-4 in the angle
    assertThat(turned(Alignment.ONCE, facing(), 1, 0, 2, 1))
        .containsExactly(new double[] {0.5, 0, 0}, guard);
    assertThat(turned(Alignment.ONCE_SHARED, facing(), 1, 0, 2, 0))
        .containsExactly(new double[] {0.5, 0, 0}, guard);
    assertThat(turned(Alignment.ONCE_SHARED, facing(), 1, 0, 2, 1))
        .containsExactly(new double[] {-0.5, 0, 0}, guard);
  }

  @Test
  void theNextBodyLeadsWhereTheFirstHidesAShoulder() {
    Scene scene = facing().hidden(0, Scene.LEFT_SHOULDER, 0);
    assertThat(turned(Alignment.ONCE_SHARED, scene, 1, 0, 2, 1))
        .containsExactly(new double[] {0.5, 0, 0}, within(1e-3));
    Scene none = scene.hidden(0, Scene.LEFT_SHOULDER, 1);
    for (Alignment alignment : new Alignment[] {Alignment.ONCE, Alignment.ONCE_SHARED}) {
      assertThat(turned(alignment, none, 1, 0, 2, 1))
          .containsExactly(new double[] {-0.3, 0, -0.4}, CLOSE);
    }
  }

  /** Lying on the back, head towards the camera: the spine along -z, the right side at larger x. */
  @Test
  void uprightSetsALyingBodyUpAndTurnsTheSecondAlong() {
    Scene scene =
        new Scene(Scene.TRUNK, 2, 2)
            .at(0, Scene.LEFT_SHOULDER, 0, -0.2, 0, -0.5)
            .at(0, Scene.RIGHT_SHOULDER, 0, 0.2, 0, -0.5)
            .at(0, Scene.LEFT_HIP, 0, -0.1, 0, 0)
            .at(0, Scene.RIGHT_HIP, 0, 0.1, 0, 0)
            .at(1, Scene.NECK, 0, 0, 1, 0)
            .at(1, Scene.NECK, 1, 1, 2, 3);
    assertThat(turned(Alignment.UPRIGHT, scene, 2, 0, Scene.RIGHT_SHOULDER, 0))
        .containsExactly(new double[] {0.2, 0.5, 0}, CLOSE);
    // y is the old -z and z, square to x and y, the old y.
    assertThat(turned(Alignment.UPRIGHT, scene, 2, 1, Scene.NECK, 0))
        .containsExactly(new double[] {0, 0, 1}, CLOSE);
    assertThat(turned(Alignment.UPRIGHT, scene, 2, 1, Scene.NECK, 1))
        .containsExactly(new double[] {1, -3, 2}, CLOSE);
  }

  @Test
  void uprightKeepsTheSpineVerticalWhereTheShouldersSlope() {
    Scene scene =
        new Scene(Scene.TRUNK, 1, 1)
            .at(0, Scene.LEFT_SHOULDER, 0, -0.15, 0.4, -0.2)
            .at(0, Scene.RIGHT_SHOULDER, 0, 0.15, 0.6, 0.2);
    assertThat(turned(Alignment.UPRIGHT, scene, 1, 0, Scene.RIGHT_SHOULDER, 0))
        .containsExactly(new double[] {0.25, 0.6, 0}, CLOSE); // 0.15, 0.2 -> 0.25 along x
  }

  @Test
  void uprightTakesTheFirstFrameThatShowsHipsAndShoulders() {
    Scene scene = new Scene(Scene.TRUNK, 3, 1);
    for (int t = 0; t < 3; t++) {
      scene
          .at(t, Scene.LEFT_SHOULDER, 0, -0.2, t == 1 ? -0.5 : 0.5, 0)
          .at(t, Scene.RIGHT_SHOULDER, 0, 0.2, t == 1 ? -0.5 : 0.5, 0);
    }
    scene.hidden(0, Scene.LEFT_HIP, 0); // so frame 1 counts, in which the body hangs head down
    assertThat(turned(Alignment.UPRIGHT, scene, 3, 2, Scene.RIGHT_SHOULDER, 0))
        .containsExactly(new double[] {0.2, -0.5, 0}, CLOSE);
  }

  @Test
  void uprightNeedsHips() {
    Scene scene = new Scene(Scene.STICK, 1, 1);
    assertThatThrownBy(() -> turned(Alignment.UPRIGHT, scene, 1, 0, 0, 0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(
            "layout for alignment UPRIGHT must be one with joints 'left hip' and 'right hip',"
                + " found 'stick-5'.");
  }
}
