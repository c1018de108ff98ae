package org.penumbra.impute.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.preprocess.Alignment;
import org.penumbra.preprocess.Preprocessing;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.synthetic.SyntheticActions;

class ComparisonSpaceTest {
  private static final SkeletonLayout LAYOUT = SkeletonLayout.KINECT_20;
  private static final int CENTRE = LAYOUT.centre();

  private static RowPlan plan(ComparisonSpace space, Padding padding, SkeletonClip... clips) {
    SkeletonDataset train =
        new SkeletonDataset("s", clips[0].layout(), List.of("a", "b"), List.of(clips), List.of());
    return new RowPlan(space, padding, TrainingFacts.of(train));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 49, 50, 51, 100, 131, 300})
  void theRelativeGridOfAWholeClipIsThePublishedPreprocessingWithoutTurning(int frames) {
    SkeletonClip clip = Clips.random("c", 0, LAYOUT, frames, 2);
    float[] expected = Preprocessing.published().withAlignment(Alignment.NONE).apply(clip);
    PlacedClip placed = plan(ComparisonSpace.RELATIVE_50, Padding.EXCLUDED, clip).place(clip);
    assertThat(placed.values()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) placed.values()[i]).isCloseTo(expected[i], within(1e-6));
    }
    for (int cell = 0; cell < placed.shape().cells(); cell++) {
      assertThat(placed.isPresent(cell)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 49, 50, 51, 100, 131})
  void theWayBackLeadsToEveryFrame(int frames) {
    // A path that is straight in time is kept by mixing, but for the ends that a coarse grid cuts.
    float[] values = new float[3 * frames * LAYOUT.size()];
    for (int i = 0; i < values.length; i++) {
      int t = i / LAYOUT.size() % frames;
      int channel = i / (frames * LAYOUT.size());
      values[i] = 0.01f * t * (i % LAYOUT.size()) + channel;
    }
    SkeletonClip clip = clip(frames, values, mask(frames).build());
    for (ComparisonSpace space : List.of(ComparisonSpace.RELATIVE_50, ComparisonSpace.RAW)) {
      PlacedClip placed = plan(space, Padding.EXCLUDED, clip).place(clip);
      int cells = placed.shape().cells();
      for (int t = frames / 50; t < frames - frames / 50; t++) {
        int first = placed.shape().cell(placed.gridFrame(t), 7, 0);
        double weight = placed.gridWeight(t);
        int second = weight == 0 ? first : first + LAYOUT.size();
        double[] place = new double[3];
        for (int c = 0; c < 3; c++) {
          double from = placed.values()[c * cells + first];
          place[c] = from + weight * (placed.values()[c * cells + second] - from);
        }
        placed.leave(t, 0, place);
        for (int c = 0; c < 3; c++) {
          assertThat(place[c]).isCloseTo(clip.at(c, t, 7, 0), within(2e-5));
        }
      }
    }
  }

  @Test
  void aCellIsPresentIfTheFramesItMixesAreObserved() {
    // 3 frames on 6 cells: positions 0, 0.25, 0.75, 1.25, 1.75, 2.
    JointMask.Builder mask = mask(3).set(2, 7, 0, JointState.OCCLUDED);
    PlacedClip placed = placed(mask, ComparisonSpace.RELATIVE_50.withGridFrames(6));
    boolean[] seen = {true, true, true, false, false, false};
    for (int d = 0; d < 6; d++) {
      assertThat(placed.isPresent(placed.shape().cell(d, 7, 0))).isEqualTo(seen[d]);
      assertThat(placed.mixesHidden(d, 7, 0)).isEqualTo(!seen[d]);
    }
    // 3 frames on 3 cells: each falls on a frame.
    PlacedClip same = placed(mask, ComparisonSpace.RELATIVE_50.withGridFrames(3));
    for (int d = 0; d < 3; d++) {
      assertThat(same.isPresent(same.shape().cell(d, 7, 0))).isEqualTo(d < 2);
    }
  }

  private static PlacedClip placed(JointMask.Builder mask, ComparisonSpace space) {
    SkeletonClip clip = Clips.of("c", 0, LAYOUT, mask.build());
    return plan(space, Padding.EXCLUDED, clip).place(clip);
  }

  @Test
  void absentFramesAndBodiesAreLeftOutOrCountAsZeros() {
    JointMask.Builder mask = JointMask.builder(4, LAYOUT.size(), 2);
    for (int v = 0; v < LAYOUT.size(); v++) {
      mask.set(3, v, 0, JointState.ABSENT).set(0, v, 1, JointState.ABSENT);
      mask.set(3, v, 1, JointState.ABSENT);
    }
    SkeletonClip clip = Clips.of("c", 0, LAYOUT, mask.build());
    SkeletonClip longer = Clips.random("d", 0, LAYOUT, 6, 2);
    PlacedClip left = plan(ComparisonSpace.RAW, Padding.EXCLUDED, clip, longer).place(clip);
    PlacedClip zeros = plan(ComparisonSpace.RAW, Padding.OBSERVED_ZERO, clip, longer).place(clip);
    assertThat(left.length()).isEqualTo(3);
    assertThat(left.shape()).isEqualTo(new RowShape(6, LAYOUT.size(), 2));
    for (int t = 0; t < 6; t++) {
      for (int m = 0; m < 2; m++) {
        int cell = left.shape().cell(t, 5, m);
        boolean there = t < 3 && !(t == 0 && m == 1);
        assertThat(left.isPresent(cell)).isEqualTo(there);
        assertThat(zeros.isPresent(cell)).isTrue();
        assertThat(zeros.values()[cell]).isEqualTo(there ? clip.at(0, t, 5, m) : 0);
      }
    }
  }

  @Test
  void aBodyThatOnlyOtherClipsHaveCountsAsZerosIfAskedFor() {
    SkeletonClip one = Clips.random("c", 0, LAYOUT, 4, 1);
    SkeletonClip two = Clips.random("d", 0, LAYOUT, 4, 2);
    for (Padding padding : Padding.values()) {
      PlacedClip placed = plan(ComparisonSpace.RAW, padding, one, two).place(one);
      assertThat(placed.isPresent(placed.shape().cell(2, 3, 0))).isTrue();
      assertThat(placed.isPresent(placed.shape().cell(2, 3, 1)))
          .isEqualTo(padding == Padding.OBSERVED_ZERO);
    }
  }

  @Test
  void aHiddenCentreIsEstimatedBetweenItsSightings() {
    JointMask.Builder mask = mask(9);
    for (int t = 3; t < 6; t++) {
      mask.set(t, CENTRE, 0, JointState.OCCLUDED);
    }
    double[] place = origin(mask.build(), 4);
    assertThat(place[0]).isCloseTo(walked(4, CENTRE, 0), within(1e-6));
  }

  @Test
  void beforeAndAfterThemANeighboursMeanOffsetPlacesIt() {
    JointMask.Builder mask = mask(9);
    for (int t = 4; t < 9; t++) {
      mask.set(t, CENTRE, 0, JointState.OCCLUDED);
    }
    double[] place = origin(mask.build(), 7);
    assertThat(place[0]).isCloseTo(walked(7, CENTRE, 0), within(1e-6));
  }

  @Test
  void aCentreThatIsNeverSeenIsPlacedByTheTrainingClips() {
    JointMask.Builder mask = mask(9);
    for (int t = 0; t < 9; t++) {
      mask.set(t, CENTRE, 0, JointState.OCCLUDED);
    }
    double[] place = origin(mask.build(), 7);
    assertThat(place[0]).isCloseTo(walked(7, CENTRE, 0), within(1e-6));
  }

  /** A body in a pose that walks along x without moving its limbs. */
  private static double walked(int frame, int joint, int channel) {
    return Math.sin(joint + 2.0 * channel) + (channel == 0 ? 0.1 * frame : 0);
  }

  private static double[] origin(JointMask mask, int frame) {
    float[] values = new float[3 * 9 * LAYOUT.size()];
    for (int c = 0; c < 3; c++) {
      for (int t = 0; t < 9; t++) {
        for (int v = 0; v < LAYOUT.size(); v++) {
          values[(c * 9 + t) * LAYOUT.size() + v] = (float) walked(t, v, c);
        }
      }
    }
    SkeletonClip training =
        SkeletonClip.of(new ClipInfo("t", 0, 1, 1, 0, 0), LAYOUT, values, mask(9).build());
    PlacedClip placed =
        plan(ComparisonSpace.RELATIVE_50, Padding.EXCLUDED, training).place(clip(9, values, mask));
    double[] place = new double[3];
    placed.leave(frame, 0, place);
    return place;
  }

  @Test
  void theSamePerformanceSeenByThreeCamerasIsNearlyTheSameRowOnceTurned() {
    SkeletonDataset data =
        SyntheticActions.small()
            .withSubjects(2)
            .withActions(3)
            .withNoise(0)
            .withInference(0)
            .generate();
    TrainingFacts facts = TrainingFacts.of(data);
    for (SkeletonClip clip : data.clips()) {
      if (clip.info().camera() == 1) {
        SkeletonClip other = data.clip(clip.name().replace("C001", "C002"));
        assertThat(apart(ComparisonSpace.TURNED_50, facts, clip, other))
            .as(clip.name())
            .isLessThan(apart(ComparisonSpace.RELATIVE_50, facts, clip, other) / 2);
      }
    }
  }

  private static double apart(
      ComparisonSpace space, TrainingFacts facts, SkeletonClip a, SkeletonClip b) {
    RowPlan plan = new RowPlan(space, Padding.EXCLUDED, facts);
    float[] first = plan.place(a).values();
    float[] second = plan.place(b).values();
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.pow((double) first[i] - second[i], 2);
    }
    return Math.sqrt(sum / first.length);
  }

  @Test
  void spacesHaveNamesAndRefuseWhatMakesNoGrid() {
    assertThat(ComparisonSpace.RELATIVE_50.name()).isEqualTo("relative-50");
    assertThat(ComparisonSpace.TURNED_50.withGridFrames(0).name()).isEqualTo("turned");
    assertThat(ComparisonSpace.RAW.name()).isEqualTo("raw");
    assertThatThrownBy(() -> ComparisonSpace.RAW.withGridFrames(-1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("gridFrames");
  }

  private static JointMask.Builder mask(int frames) {
    return JointMask.builder(frames, LAYOUT.size(), 1);
  }

  private static SkeletonClip clip(int frames, float[] values, JointMask mask) {
    assertThat(mask.frames()).isEqualTo(frames);
    return SkeletonClip.of(new ClipInfo("c", 0, 1, 1, 0, 0), LAYOUT, values, mask);
  }
}
