package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/** Every combination of forks on clips that lack something. */
class EveryForkTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final int FRAMES = 4;

  private static List<SkeletonClip> clips() {
    JointMask.Builder noSecond = JointMask.builder(6, 25, 2);
    JointMask.Builder noFirst = JointMask.builder(6, 25, 2);
    JointMask.Builder emptyInside = JointMask.builder(6, 25, 2);
    for (int t = 0; t < 6; t++) {
      for (int v = 0; v < 25; v++) {
        noSecond.set(t, v, 1, JointState.ABSENT);
        noFirst.set(t, v, 0, JointState.ABSENT);
        for (int m = 0; m < 2 && t % 2 == 0; m++) {
          emptyInside.set(t, v, m, JointState.ABSENT);
        }
      }
    }
    return List.of(
        Clips.of("no second body", 0, NTU, noSecond.build()),
        Clips.of("no first body", 0, NTU, noFirst.build()),
        Clips.of("empty inside", 0, NTU, emptyInside.build()),
        Clips.of("all states", 0, NTU, Clips.mask(11, 7, 25, 2)),
        Clips.of("no frames", 0, NTU, JointMask.filled(0, 25, 2, JointState.OBSERVED)),
        Clips.of("one frame", 0, NTU, JointMask.filled(1, 25, 2, JointState.OBSERVED)),
        Clips.of("all hidden", 0, NTU, JointMask.filled(3, 25, 2, JointState.OCCLUDED)),
        Clips.of("all absent", 0, NTU, JointMask.filled(3, 25, 2, JointState.ABSENT)));
  }

  static List<Preprocessing> combinations() {
    List<Preprocessing> all = List.of(Preprocessing.published().withFrames(FRAMES));
    List<Preprocessing> next = new ArrayList<>();
    for (LengthRule rule : LengthRule.values()) {
      for (MissingValues missing : MissingValues.values()) {
        for (Centring centring : Centring.values()) {
          next.add(all.get(0).withLengthRule(rule).withMissing(missing).withCentring(centring));
        }
      }
    }
    List<Preprocessing> combinations = new ArrayList<>();
    for (Preprocessing options : next) {
      for (Scaling scaling : Scaling.values()) {
        for (Resampling resampling : Resampling.values()) {
          for (Alignment alignment : Alignment.values()) {
            Preprocessing full =
                options.withScaling(scaling).withResampling(resampling).withAlignment(alignment);
            combinations.add(full);
            combinations.add(full.withBodies(1).withCrop(FrameCrop.centre(3)));
          }
        }
      }
    }
    return combinations;
  }

  @Test
  void isFiniteOfTheRightShapeRepeatableAndLeavesTheClipAlone() {
    List<Preprocessing> combinations = combinations();
    assertThat(combinations).hasSize(3 * 4 * 5 * 2 * 3 * 6 * 2);
    for (SkeletonClip clip : clips()) {
      float[] original = clip.toArray();
      for (Preprocessing options : combinations) {
        float[] values = options.apply(clip);
        int bodies = options.bodies() == 1 ? 1 : 2;
        String context = clip.name() + ":\n" + options.describe();
        assertThat(values.length).as(context).isEqualTo(3 * FRAMES * 25 * bodies);
        for (float value : values) {
          if (!Float.isFinite(value)) {
            throw new AssertionError(value + " in " + context);
          }
        }
        assertThat(options.apply(clip)).as(context).isEqualTo(values);
      }
      assertThat(clip.toArray()).isEqualTo(original);
    }
  }

  @Test
  void traceAndApplyAgreeInEveryCombination() {
    for (SkeletonClip clip : clips()) {
      for (Preprocessing options : combinations()) {
        if (options.lengthRule() == LengthRule.NON_EMPTY
            || options.missing() == MissingValues.INTERPOLATE) {
          List<TraceStep> steps = options.trace(clip).steps();
          assertThat(steps.get(steps.size() - 1).after().toArray())
              .as(clip.name() + ":\n" + options.describe())
              .isEqualTo(options.apply(clip));
        }
      }
    }
  }

  @Test
  void hiddenPlacesLeakIntoNoCombination() {
    JointMask mask = Clips.mask(12, 6, 25, 2);
    SkeletonClip one = Clips.random("one", 0, NTU, 6, 2);
    float[] moved = one.toArray();
    for (int t = 0; t < 6; t++) {
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < 2; m++) {
          if (!mask.isObserved(t, v, m)) {
            moved[(t * 25 + v) * 2 + m] += 50;
          }
        }
      }
    }
    SkeletonClip other = SkeletonClip.of(one.info(), NTU, moved, one.mask());
    SkeletonClip hidden = one.hide(mask);
    SkeletonClip hiddenOther = other.hide(mask);
    assertThat(other).isNotEqualTo(one);
    for (Preprocessing options : combinations()) {
      assertThat(options.apply(hiddenOther))
          .as(options.describe())
          .isEqualTo(options.apply(hidden));
    }
  }
}
