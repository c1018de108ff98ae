package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two people: necks at (t, 1, 3) and (t + 2, 1.5, 4); hips half a metre below their necks. */
class CentringTest {
  private static final int FRAMES = 4;

  private static Scene people() {
    Scene scene = new Scene(Scene.TRUNK, FRAMES, 2);
    for (int t = 0; t < FRAMES; t++) {
      scene.at(t, Scene.LEFT_HIP, 0, 0, -0.5, 0).at(t, Scene.LEFT_HIP, 1, 0, -0.5, 0);
      scene.move(t, 0, t, 1, 3).move(t, 1, t + 2, 1.5, 4);
    }
    return scene;
  }

  private static double[] hip(Centring centring, Scene scene, int frame, int body) {
    float[] values = Scene.plain(FRAMES).withCentring(centring).apply(scene.clip());
    return scene.place(values, FRAMES, frame, Scene.LEFT_HIP, body);
  }

  @Test
  void noneLeavesPlacesAsTheyAre() {
    assertThat(hip(Centring.NONE, people(), 3, 1)).containsExactly(5, 1, 4);
  }

  @Test
  void everyFrameLosesPathAndDistance() {
    assertThat(hip(Centring.EVERY_FRAME, people(), 3, 0)).containsExactly(0, -0.5, 0);
    assertThat(hip(Centring.EVERY_FRAME, people(), 3, 1)).containsExactly(0, -0.5, 0);
  }

  @Test
  void firstFrameKeepsThePathAndLosesTheDistance() {
    assertThat(hip(Centring.FIRST_FRAME, people(), 3, 0)).containsExactly(3, -0.5, 0);
    assertThat(hip(Centring.FIRST_FRAME, people(), 3, 1)).containsExactly(3, -0.5, 0);
  }

  @Test
  void sharedEveryFrameLosesThePathAndKeepsTheDistance() {
    assertThat(hip(Centring.EVERY_FRAME_SHARED, people(), 3, 0)).containsExactly(0, -0.5, 0);
    assertThat(hip(Centring.EVERY_FRAME_SHARED, people(), 3, 1)).containsExactly(2, 0, 1);
  }

  @Test
  void sharedFirstFrameKeepsBoth() {
    assertThat(hip(Centring.FIRST_FRAME_SHARED, people(), 3, 0)).containsExactly(3, -0.5, 0);
    assertThat(hip(Centring.FIRST_FRAME_SHARED, people(), 3, 1)).containsExactly(5, 0, 1);
  }

  @Test
  void whereTheFirstBodyIsAwayItsNearestOriginStays() {
    Scene scene = people().absent(0, 0).absent(3, 0);
    // Origins by frame: that of frame 1, of 1, of 2, of 2.
    assertThat(hip(Centring.EVERY_FRAME_SHARED, scene, 0, 1)).containsExactly(1, 0, 1);
    assertThat(hip(Centring.EVERY_FRAME_SHARED, scene, 3, 1)).containsExactly(3, 0, 1);
    assertThat(hip(Centring.EVERY_FRAME_SHARED, scene, 3, 0)).containsExactly(0, 0, 0); // absent
    assertThat(hip(Centring.FIRST_FRAME_SHARED, scene, 3, 1)).containsExactly(4, 0, 1);
  }

  @Test
  void whereTheFirstBodyIsNeverThereTheSecondLeads() {
    Scene scene = people();
    for (int t = 0; t < FRAMES; t++) {
      scene.absent(t, 0);
    }
    assertThat(hip(Centring.EVERY_FRAME_SHARED, scene, 3, 1)).containsExactly(0, -0.5, 0);
    assertThat(hip(Centring.FIRST_FRAME_SHARED, scene, 3, 1)).containsExactly(3, -0.5, 0);
  }

  @Test
  void aHiddenCentreIsReplacedByItsFillInFramesButNeverTheFirstSighting() {
    Scene scene = people().hidden(0, Scene.NECK, 0);
    assertThat(hip(Centring.EVERY_FRAME_SHARED, scene, 0, 1)).containsExactly(2, 1, 4); // fill 0
    assertThat(hip(Centring.FIRST_FRAME_SHARED, scene, 0, 1)).containsExactly(1, 0, 1);
  }
}
