package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.penumbra.data.SkeletonClip;

class MissingValuesTest {
  /** One hip: hidden, 2, hidden, hidden, 8, hidden; the other is never seen. */
  private static Scene scene() {
    return new Scene(Scene.TRUNK, 6, 2)
        .at(1, Scene.LEFT_HIP, 0, 2, 20, -2)
        .at(4, Scene.LEFT_HIP, 0, 8, 80, -5)
        .hidden(0, Scene.LEFT_HIP, 0)
        .hidden(2, Scene.LEFT_HIP, 0)
        .hidden(3, Scene.LEFT_HIP, 0)
        .hidden(5, Scene.LEFT_HIP, 0);
  }

  private static double[] hip(MissingValues policy, SkeletonClip clip, int channel) {
    Frames frames = Frames.of(clip);
    policy.fill(clip, frames);
    double[] hip = new double[clip.frames()];
    for (int t = 0; t < hip.length; t++) {
      hip[t] = frames.at(channel, t, Scene.LEFT_HIP, 0);
    }
    return hip;
  }

  @Test
  void interpolationIsEvenBetweenSightingsAndHeldAtTheEnds() {
    SkeletonClip clip = scene().clip();
    assertThat(hip(MissingValues.INTERPOLATE, clip, 0)).containsExactly(2, 2, 4, 6, 8, 8);
    assertThat(hip(MissingValues.INTERPOLATE, clip, 1)).containsExactly(20, 20, 40, 60, 80, 80);
    assertThat(hip(MissingValues.INTERPOLATE, clip, 2)).containsExactly(-2, -2, -3, -4, -5, -5);
  }

  @Test
  void theOtherPoliciesOnTheSameClip() {
    Scene scene = scene();
    for (int t = 0; t < 6; t++) {
      scene.at(t, Scene.NECK, 0, 0.5 + t, 0, 0);
    }
    scene.hidden(3, Scene.NECK, 0);
    SkeletonClip clip = scene.clip();
    assertThat(hip(MissingValues.AS_PUBLISHED, clip, 0)).containsExactly(0, 2, 0, 0, 8, 0);
    assertThat(hip(MissingValues.HOLD, clip, 0)).containsExactly(2, 2, 2, 2, 8, 8);
    assertThat(hip(MissingValues.AT_CENTRE, clip, 0)).containsExactly(0.5, 2, 2.5, 0, 8, 5.5);
  }

  @Test
  void timeIsTheClipsOwnEvenWhereEmptyFramesAreCutOutLater() {
    SkeletonClip clip = scene().absent(2, 0).absent(2, 1).clip();
    float[] values =
        Scene.plain(5)
            .withMissing(MissingValues.INTERPOLATE)
            .withLengthRule(LengthRule.NON_EMPTY)
            .apply(clip);
    assertThat(scene().place(values, 5, 2, Scene.LEFT_HIP, 0)[0]).isEqualTo(6); // frame 3 of 6
  }

  @Test
  void whatIsAbsentOrNeverSeenIsZeroInEveryPolicy() {
    Scene scene = new Scene(Scene.TRUNK, 3, 1).move(0, 0, 1, 1, 1).move(2, 0, 1, 1, 1).absent(1, 0);
    for (int t = 0; t < 3; t += 2) {
      scene.hidden(t, Scene.RIGHT_HIP, 0).hidden(t, Scene.NECK, 0);
    }
    SkeletonClip clip = scene.clip();
    for (MissingValues policy : MissingValues.values()) {
      Frames frames = Frames.of(clip);
      policy.fill(clip, frames);
      for (int v = 0; v < 5; v++) {
        assertThat(frames.place(1, v, 0)).as(policy + ", absent").containsExactly(0, 0, 0);
      }
      assertThat(frames.place(0, Scene.RIGHT_HIP, 0))
          .as(policy + ", never seen")
          .containsExactly(0, 0, 0);
      assertThat(frames.place(2, Scene.LEFT_HIP, 0)).as(policy + ", seen").containsExactly(1, 1, 1);
    }
  }
}
