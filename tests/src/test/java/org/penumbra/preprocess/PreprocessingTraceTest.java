package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

class PreprocessingTraceTest {
  private static final SkeletonClip CLIP =
      Clips.of("mixed", 0, SkeletonLayout.NTU_25, Clips.mask(5, 30, 25, 2));

  private static final Preprocessing EVERYTHING =
      Preprocessing.keepingScene()
          .withBodies(1)
          .withCrop(FrameCrop.centre(20))
          .withScaling(Scaling.TORSO)
          .withMissing(MissingValues.INTERPOLATE);

  @Test
  void theLastAfterIsWhatApplyReturnsAndEachBeforeIsTheFormerAfter() {
    for (Preprocessing options :
        new Preprocessing[] {Preprocessing.published(), Preprocessing.keepingPath(), EVERYTHING}) {
      PreprocessingTrace trace = options.trace(CLIP);
      int last = trace.steps().size() - 1;
      assertThat(trace.steps().get(last).after().toArray()).isEqualTo(options.apply(CLIP));
      for (int i = 1; i <= last; i++) {
        assertThat(trace.steps().get(i).before()).isSameAs(trace.steps().get(i - 1).after());
      }
    }
  }

  @Test
  void stepsComeInTheOrderOfTheReference() {
    assertThat(Preprocessing.published().trace(CLIP).steps().stream().map(TraceStep::name))
        .containsExactly(
            "Hidden joints",
            "Frames that count",
            "Centring",
            "Resampling to 50 frames",
            "Alignment");
    assertThat(EVERYTHING.trace(CLIP).steps().stream().map(TraceStep::name))
        .containsExactly(
            "Bodies",
            "Hidden joints",
            "Crop",
            "Frames that count",
            "Centring",
            "Scaling",
            "Resampling to 50 frames",
            "Alignment");
  }

  @Test
  void beforeTheFirstStepHiddenJointsHaveNoPlaceAndAbsentOnesAreZero() {
    TraceFrames raw = Preprocessing.published().trace(CLIP).steps().get(0).before();
    for (int t = 0; t < 30; t++) {
      for (int v = 0; v < 25; v++) {
        JointState state = CLIP.mask().state(t, v, 1);
        float expected =
            switch (state) {
              case OBSERVED -> CLIP.at(2, t, v, 1);
              case OCCLUDED -> Float.NaN;
              case ABSENT -> 0;
            };
        assertThat(Float.compare(raw.at(2, t, v, 1), expected))
            .as("frame %d joint %d", t, v)
            .isZero();
      }
    }
    assertThat(raw.mask()).isEqualTo(CLIP.mask());
  }

  @Test
  void changesAreCounted() {
    Scene scene = new Scene(Scene.TRUNK, 4, 1).at(1, Scene.NECK, 0, 1, 0, 0).hidden(2, 3, 0);
    for (int t = 0; t < 4; t++) {
      scene.at(t, Scene.LEFT_HIP, 0, 5, 5, 5);
    }
    PreprocessingTrace trace =
        Scene.plain(6).withCentring(Centring.EVERY_FRAME).trace(scene.absent(3, 0).clip());
    assertThat(trace.step("Hidden").changed()).isEqualTo(3); // one joint
    assertThat(trace.step("Frames").changed()).isZero();
    assertThat(trace.step("Frames").summary()).isEqualTo("4 frames became 3; no number changed");
    assertThat(trace.step("Centring").changed()).isEqualTo(5); // x of five joints in frame 1
    assertThat(trace.step("Centring").summary()).isEqualTo("5 of 45 numbers changed");
    assertThat(trace.step("Resampling").changed()).isEqualTo(45); // frames that were not there
    assertThat(trace.step("Resampling").after().mask().count(JointState.ABSENT)).isEqualTo(15);
  }

  @Test
  void everyStepAndEveryOptionSaysWhatItDoes() {
    for (TraceStep step : EVERYTHING.trace(CLIP).steps()) {
      assertThat(step.explanation()).as(step.name()).hasSizeGreaterThan(15);
    }
    for (Preprocessing options : new Preprocessing[] {Preprocessing.published(), EVERYTHING}) {
      assertThat(options.describe())
          .contains(options.crop().describe())
          .contains(options.lengthRule() + ", " + options.lengthRule().describe())
          .contains(options.missing() + ", " + options.missing().describe())
          .contains(options.centring() + ", " + options.centring().describe())
          .contains(options.scaling() + ", " + options.scaling().describe())
          .contains("50 frames, " + options.resampling() + ", " + options.resampling().describe())
          .contains(options.alignment() + ", " + options.alignment().describe());
    }
    assertThat(EVERYTHING.describe()).contains("only the first body", "the middle 20");
  }

  @Test
  void textIsOneLinePerStepAndUnknownStepsAreRefused() {
    PreprocessingTrace trace = Preprocessing.published().trace(CLIP);
    assertThat(trace.toString().lines()).hasSize(6);
    assertThat(trace.toString()).startsWith("Pre-processing of mixed\n1. Hidden joints: ");
    assertThatThrownBy(() -> trace.step("Scaling"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("Centring")
        .hasMessageContaining("'Scaling'");
  }
}
