package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;

class ScalingTest {
  /** Torsos of 0.5 m (a 3-4-5 triangle) and 0.25 m. */
  private static Scene people() {
    return new Scene(Scene.TRUNK, 2, 2)
        .at(1, Scene.LEFT_SHOULDER, 0, -0.2, 0.4, 0.3)
        .at(1, Scene.RIGHT_SHOULDER, 0, 0.2, 0.4, 0.3)
        .at(1, Scene.LEFT_SHOULDER, 1, -0.2, 0.25, 0)
        .at(1, Scene.RIGHT_SHOULDER, 1, 0.2, 0.25, 0)
        .at(1, Scene.NECK, 1, 1, 2, 3);
  }

  private static double[] neck(Scaling scaling, Scene scene) {
    float[] values = Scene.plain(2).withScaling(scaling).apply(scene.clip());
    return scene.place(values, 2, 1, Scene.NECK, 1);
  }

  @Test
  void theFirstBodysTorsoIsTheUnitOfBothInTheFirstFrameWhereItHasALength() {
    assertThat(neck(Scaling.TORSO, people())).containsExactly(2, 4, 6); // frame 0 has length 0
    assertThat(neck(Scaling.NONE, people())).containsExactly(1, 2, 3);
  }

  @Test
  void theNextBodyGivesTheUnitWhereTheFirstIsNotWhole() {
    Scene scene = people().hidden(1, Scene.RIGHT_HIP, 0);
    assertThat(neck(Scaling.TORSO, scene)).containsExactly(4, 8, 12);
    assertThat(neck(Scaling.TORSO, scene.hidden(1, Scene.LEFT_SHOULDER, 1)))
        .containsExactly(1, 2, 3); // nobody: metres
  }

  @Test
  void traceSaysTheUnit() {
    PreprocessingTrace trace = Scene.plain(2).withScaling(Scaling.TORSO).trace(people().clip());
    assertThat(trace.step("Scaling").before().unit()).isEqualTo("m");
    assertThat(trace.step("Scaling").after().unit()).isEqualTo("torsos");
  }

  @Test
  void needsHips() {
    assertThatThrownBy(() -> neck(Scaling.TORSO, new Scene(Scene.STICK, 2, 2)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("scaling TORSO")
        .hasMessageContaining("'stick-5'");
  }
}
