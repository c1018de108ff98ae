package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.preprocess.Alignment;
import org.penumbra.preprocess.Centring;
import org.penumbra.preprocess.MissingValues;
import org.penumbra.preprocess.Preprocessing;

class PreprocessingFigureTest {
  @ParameterizedTest
  @CsvSource({
    "40,1,3,OBSERVED",
    "40,2,4,OBSERVED",
    "1,1,3,OBSERVED",
    "0,1,3,OBSERVED",
    "9,1,1,OCCLUDED",
    "9,2,3,ABSENT"
  })
  void paintsInsideItsSize(int frames, int bodies, int shown, JointState state) {
    SkeletonClip clip = Clips.clip(frames, bodies, state);
    PreprocessingFigure figure =
        PreprocessingFigure.of(Preprocessing.published().trace(clip)).frames(shown);
    BufferedImage image = figure.image();
    assertThat(image.getWidth()).isEqualTo(2 * figure.width());
    assertThat(image.getHeight()).isEqualTo(2 * figure.height());
    assertThat(figure.width()).isEqualTo(900);
    assertThat(Pixels.whiteEdges(image)).isTrue();
    if (state == JointState.OBSERVED && frames > 0) {
      assertThat(Pixels.count(image, Theme.BLUE)).isGreaterThan(1000);
    }
  }

  @Test
  void aStepThatLeavesTheClipAsItIsTakesNoPictures() {
    SkeletonClip clip = Clips.clip(50);
    Preprocessing nothing =
        Preprocessing.published().withCentring(Centring.NONE).withAlignment(Alignment.NONE);
    PreprocessingFigure idle = PreprocessingFigure.of(nothing.trace(clip));
    assertThat(idle.height()).isLessThan(300);
    assertThat(idle.text()).doesNotContain("before").contains("no number changed");
    PreprocessingFigure busy =
        PreprocessingFigure.of(nothing.withCentring(Centring.EVERY_FRAME).trace(clip));
    assertThat(busy.height()).isGreaterThan(idle.height() + 150);
  }

  @Test
  void textSaysWhereTheObservedJointsAreBeforeAndAfter() {
    SkeletonClip clip = Clips.clip(50);
    String text =
        PreprocessingFigure.of(
                Preprocessing.keepingPath().withAlignment(Alignment.NONE).trace(clip))
            .title("Path")
            .text();
    assertThat(text).startsWith("Path\n1. Hidden joints: ");
    assertThat(text).containsPattern("before: x 0\\.0\\d to 1\\.00, y 0\\.0\\d to 2\\.00, z .* m");
    assertThat(text).containsPattern("after: x −0\\.\\d\\d to 0\\.\\d\\d, y −");
  }

  @Test
  void shouldersAreMarkedOnlyWhereBodiesAreTurned() {
    SkeletonClip clip = Clips.clip(12);
    String turned = PreprocessingFigure.of(Preprocessing.published().trace(clip)).text();
    assertThat(turned).contains("5. Alignment");
    int still =
        Pixels.count(
            PreprocessingFigure.of(
                    Preprocessing.published().withAlignment(Alignment.NONE).trace(clip))
                .image(),
            Theme.INK);
    int marked =
        Pixels.count(
            PreprocessingFigure.of(Preprocessing.published().trace(clip)).image(), Theme.INK);
    assertThat(marked).isGreaterThan(still + 1000);
  }

  @Test
  void hiddenJointsAreRingsOnceTheyHaveAPlace() {
    SkeletonClip clip = Clips.hide(Clips.clip(12), 5);
    BufferedImage image =
        PreprocessingFigure.of(
                Preprocessing.published().withMissing(MissingValues.AT_CENTRE).trace(clip))
            .image();
    assertThat(Pixels.count(image, Theme.ORANGE)).isGreaterThan(200);
    assertThat(
            Pixels.count(
                PreprocessingFigure.of(Preprocessing.published().trace(Clips.clip(12))).image(),
                Theme.ORANGE))
        .isZero();
  }

  @Test
  void badNumberOfFramesIsRefusedByName() {
    PreprocessingFigure figure =
        PreprocessingFigure.of(Preprocessing.published().trace(Clips.clip(3)));
    assertThatThrownBy(() -> figure.frames(5))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("frames must be between 1 and 4, found 5.");
  }
}
