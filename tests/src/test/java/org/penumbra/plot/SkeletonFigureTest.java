package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

class SkeletonFigureTest {
  @ParameterizedTest
  @CsvSource({"40,1,6", "40,2,3", "1,1,6", "5,1,12", "3,1,1"})
  void paintsInsideItsSize(int frames, int bodies, int shown) {
    SkeletonFigure figure =
        SkeletonFigure.of(Clips.clip(frames, bodies, JointState.OBSERVED)).frames(shown);
    BufferedImage image = figure.image();
    assertThat(image.getWidth()).isEqualTo(2 * figure.width());
    assertThat(image.getHeight()).isEqualTo(2 * figure.height());
    assertThat(figure.width()).isLessThanOrEqualTo(900);
    assertThat(Pixels.count(image, Theme.BLUE)).isGreaterThan(500);
    assertThat(Pixels.whiteEdges(image)).isTrue();
  }

  @Test
  void orangeOnlyWhereJointsAreHidden() {
    SkeletonClip clip = Clips.clip(12);
    assertThat(Pixels.count(SkeletonFigure.of(clip).image(), Theme.ORANGE)).isZero();
    BufferedImage hidden = SkeletonFigure.of(Clips.hide(clip, 5)).image();
    assertThat(Pixels.count(hidden, Theme.ORANGE)).isGreaterThan(100);
    assertThat(Pixels.count(hidden, Theme.BLUE)).isGreaterThan(500);
  }

  @Test
  void allHiddenWithTruthHasNoBlue() {
    BufferedImage image = SkeletonFigure.of(Clips.hide(Clips.clip(12), 20)).image();
    assertThat(Pixels.count(image, Theme.BLUE)).isZero();
    assertThat(Pixels.count(image, Theme.ORANGE)).isGreaterThan(500);
  }

  @Test
  void hiddenWithoutTruthIsNotDrawn() {
    SkeletonFigure figure = SkeletonFigure.of(Clips.clip(4, 1, JointState.OCCLUDED));
    BufferedImage image = figure.image();
    assertThat(Pixels.count(image, Theme.BLUE) + Pixels.count(image, Theme.ORANGE)).isZero();
    assertThat(figure.text()).isEqualTo("All 4 frames of demo: 80 of 80 joints hidden (100 %)");
  }

  @Test
  void textCountsFramesAndJoints() {
    SkeletonClip clip = Clips.hide(Clips.clip(54), 6);
    assertThat(SkeletonFigure.of(clip).title("Sofa").text())
        .isEqualTo("Sofa\n6 of 54 frames of demo: 324 of 1,080 joints hidden (30 %)");
    assertThat(SkeletonFigure.of(Clips.clip(1)).text())
        .isEqualTo("The one frame of demo: all 20 joints observed");
  }

  @Test
  void framesAreSpreadFromFirstToLast() {
    SkeletonClip base = Clips.clip(9);
    SkeletonClip lastHidden = base.hide(onlyFrame(8, base));
    SkeletonClip secondHidden = base.hide(onlyFrame(1, base));
    assertThat(Pixels.count(SkeletonFigure.of(lastHidden).frames(3).image(), Theme.ORANGE))
        .isGreaterThan(100);
    assertThat(Pixels.count(SkeletonFigure.of(secondHidden).frames(3).image(), Theme.ORANGE))
        .isZero();
  }

  private static JointMask onlyFrame(int frame, SkeletonClip clip) {
    JointMask.Builder mask = JointMask.builder(clip.frames(), 20, 1);
    for (int v = 0; v < 20; v++) {
      mask.set(frame, v, 0, JointState.OCCLUDED);
    }
    return mask.build();
  }

  @Test
  void leftOfTheCameraIsLeftOnThePage() {
    // Joint 3 (head) stands to the camera's left of all others: larger x.
    float[] xyz = new float[60];
    xyz[3] = 0.8f;
    for (int v = 0; v < 20; v++) {
      xyz[20 + v] = v * 0.1f;
    }
    SkeletonClip clip =
        SkeletonClip.of(
            new ClipInfo("turn", 0, 1, 1, 0, 0),
            Clips.LAYOUT,
            xyz,
            JointMask.filled(1, 20, 1, JointState.OBSERVED));
    FramePoints points = FramePoints.of(clip, 0);
    assertThat(points.body(0)[3].right()).isLessThan(points.body(0)[4].right());
    assertThat(points.body(0)[19].up()).isGreaterThan(points.body(0)[0].up());
  }

  @Test
  void degenerateClipsGiveAPicture() {
    SkeletonFigure none = SkeletonFigure.of(Clips.clip(0));
    assertThat(none.image().getHeight()).isPositive();
    assertThat(none.title("None").text()).isEqualTo("None\ndemo has no frames");
    SkeletonFigure absent = SkeletonFigure.of(Clips.clip(3, 1, JointState.ABSENT));
    assertThat(Pixels.count(absent.image(), Color.WHITE)).isPositive();
    assertThat(absent.text()).endsWith("nobody there");
  }

  @Test
  void refusesTooManyFrames() {
    SkeletonFigure figure = SkeletonFigure.of(Clips.clip(40));
    assertThatThrownBy(() -> figure.frames(13))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("frames must be between 1 and 12, found 13.");
  }
}
