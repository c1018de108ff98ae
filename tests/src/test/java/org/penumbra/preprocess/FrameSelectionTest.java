package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

/** Which frames count: crop and length rule. Each frame holds its own index as x. */
class FrameSelectionTest {
  private static Scene numbered(int frames, int bodies) {
    Scene scene = new Scene(Scene.TRUNK, frames, bodies);
    for (int t = 0; t < frames; t++) {
      for (int m = 0; m < bodies; m++) {
        scene.move(t, m, t, 0, 0);
      }
    }
    return scene;
  }

  private static double[] x(Preprocessing options, Scene scene) {
    float[] values = options.apply(scene.clip());
    double[] x = new double[options.frames()];
    for (int t = 0; t < x.length; t++) {
      x[t] = scene.place(values, x.length, t, Scene.NECK, 0)[0];
    }
    return x;
  }

  @Test
  void emptyFramesAreCutOutWhereverTheyAre() {
    Scene scene = numbered(7, 1).absent(0, 0).absent(3, 0).absent(6, 0);
    Preprocessing options = Scene.plain(5).withLengthRule(LengthRule.NON_EMPTY);
    assertThat(x(options, scene)).containsExactly(1, 2, 4, 5, 0);
    assertThat(x(Scene.plain(7), scene)).containsExactly(0, 1, 2, 0, 4, 5, 0);
  }

  @Test
  void aFrameInWhichEverythingIsHiddenIsNotEmpty() {
    Scene scene = numbered(3, 1);
    for (int v = 0; v < 5; v++) {
      scene.hidden(1, v, 0);
    }
    assertThat(LengthRule.NON_EMPTY.select(new WorkingClip(scene.clip()))).containsExactly(0, 1, 2);
  }

  @Test
  void onlyTheBodiesThatAreKeptMakeAFrameCount() {
    Scene scene = numbered(4, 2).absent(1, 0).absent(3, 0); // the second body is always there
    WorkingClip both = new WorkingClip(scene.clip());
    assertThat(LengthRule.NON_EMPTY.select(both)).containsExactly(0, 1, 2, 3);
    both.keepBodies(1);
    assertThat(LengthRule.NON_EMPTY.select(both)).containsExactly(0, 2);
    assertThat(LengthRule.FRAME_COUNT.select(both)).containsExactly(0, 1, 2);
  }

  @Test
  void centreCropStartsAtHalfOfWhatIsTooMuchRoundedDown() {
    assertThat(FrameCrop.centre(300).rows(405)[0]).isEqualTo(52); // (405 - 300) // 2
    assertThat(FrameCrop.centre(300).rows(405)).hasSize(300);
    assertThat(x(Scene.plain(3).withCrop(FrameCrop.centre(3)), numbered(8, 1)))
        .containsExactly(2, 3, 4);
    assertThat(x(Scene.plain(3).withCrop(FrameCrop.head(3)), numbered(8, 1)))
        .containsExactly(0, 1, 2);
    assertThat(FrameCrop.centre(8).rows(8)).hasSize(8);
    assertThat(FrameCrop.NONE.rows(1000)).hasSize(1000);
  }

  @Test
  void framesAreCroppedBeforeTheyAreCounted() {
    Scene scene = numbered(8, 1).absent(7, 0).absent(6, 0); // counted first, 1 to 4 would be left
    Preprocessing options = Scene.plain(4).withCrop(FrameCrop.centre(4));
    assertThat(x(options, scene)).containsExactly(2, 3, 4, 5);
    assertThat(Preprocessing.publishedForPkuMmd().crop()).isEqualTo(FrameCrop.centre(300));
  }

  @Test
  void firstBodiesAreKeptAndAClipWithFewerKeepsItsOwn() {
    Scene scene = numbered(2, 3);
    assertThat(Scene.plain(2).withBodies(1).apply(scene.clip())).hasSize(3 * 2 * 5);
    assertThat(Scene.plain(2).withBodies(2).apply(scene.clip())).hasSize(3 * 2 * 5 * 2);
    assertThat(Scene.plain(2).withBodies(4).apply(scene.clip())).hasSize(3 * 2 * 5 * 3);
    scene.at(1, Scene.LEFT_HIP, 0, 7, 8, 9);
    float[] first = Scene.plain(2).withBodies(1).apply(scene.clip());
    assertThat(new float[] {first[5 + 3], first[15 + 3], first[25 + 3]}).containsExactly(7, 8, 9);
  }

  @Test
  void badNumbersAreRefusedByName() {
    assertThatThrownBy(() -> FrameCrop.centre(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("longest must be at least 1, found 0.");
    assertThatThrownBy(() -> Preprocessing.published().withBodies(-1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("bodies must be at least 0, found -1.");
  }
}
