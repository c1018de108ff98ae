package org.penumbra.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

class PreprocessingTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final int LEFT_SHOULDER = 4;
  private static final int RIGHT_SHOULDER = 8;
  private static final int CENTRE = 20;
  private static final int OTHER = 11;

  /** One frame: shoulders 0.3 and 0.1 apart in x and z about a centre two metres away. */
  private static float[] oneFrame() {
    float[] x = new float[3 * 25];
    set(x, CENTRE, 1, 0.5f, 2);
    for (int v = 0; v < 25; v++) {
      set(x, v, 1, 0.5f, 2);
    }
    set(x, RIGHT_SHOULDER, 1.3f, 0.55f, 2.1f);
    set(x, OTHER, 1.3f, 0.55f, 2.1f);
    return x;
  }

  private static void set(float[] x, int joint, float a, float b, float c) {
    x[joint] = a;
    x[25 + joint] = b;
    x[50 + joint] = c;
  }

  private static SkeletonClip clip(float[] x, JointMask mask) {
    return SkeletonClip.of(new ClipInfo("c", 0, 1, 1, 0, 0), NTU, x, mask);
  }

  private static SkeletonClip seen(float[] x) {
    return clip(x, JointMask.filled(x.length / 75, 25, 1, JointState.OBSERVED));
  }

  @Test
  void shouldersTurnParallelToXAsInTheReference() {
    float[] y = Preprocessing.published().withFrames(1).apply(seen(oneFrame()));
    assertThat((double) y[OTHER]).isCloseTo(0.316228, within(1e-6));
    assertThat((double) y[25 + OTHER]).isCloseTo(0.05, within(1e-6));
    assertThat((double) y[50 + OTHER]).isCloseTo(-0.000299, within(1e-6));
    assertThat(y[LEFT_SHOULDER]).isZero();
  }

  @Test
  void alignmentCanBeLeftOut() {
    float[] y =
        Preprocessing.published()
            .withFrames(1)
            .withAlignment(Alignment.NONE)
            .apply(seen(oneFrame()));
    assertThat((double) y[OTHER]).isCloseTo(0.3, within(1e-6));
    assertThat((double) y[50 + OTHER]).isCloseTo(0.1, within(1e-6));
  }

  @Test
  void publishedFillPutsAHiddenJointAtMinusTheCentre() {
    JointMask hidden = JointMask.builder(1, 25, 1).set(0, OTHER, 0, JointState.OCCLUDED).build();
    Preprocessing plain = Preprocessing.published().withFrames(1).withAlignment(Alignment.NONE);
    float[] published = plain.apply(clip(oneFrame(), hidden));
    assertThat(new float[] {published[OTHER], published[25 + OTHER], published[50 + OTHER]})
        .containsExactly(-1, -0.5f, -2);
    float[] centred = plain.withMissing(MissingValues.AT_CENTRE).apply(clip(oneFrame(), hidden));
    assertThat(centred[OTHER]).isZero();
  }

  @Test
  void holdTakesTheLastSightingElseTheFirst() {
    float[] x = randomClip(4, RandomKey.of(3));
    JointMask mask =
        JointMask.builder(4, 25, 1)
            .set(0, OTHER, 0, JointState.OCCLUDED)
            .set(2, OTHER, 0, JointState.OCCLUDED)
            .build();
    SkeletonClip clip = clip(x, mask);
    Frames frames = Frames.of(clip);
    MissingValues.HOLD.fill(clip, frames);
    assertThat(frames.at(0, 0, OTHER, 0)).isEqualTo(clip.at(0, 1, OTHER, 0));
    assertThat(frames.at(0, 2, OTHER, 0)).isEqualTo(clip.at(0, 1, OTHER, 0));
  }

  @Test
  void framesAfterTheEndDoNotCount() {
    float[] x = randomClip(6, RandomKey.of(4));
    JointMask.Builder mask = JointMask.builder(6, 25, 1);
    for (int v = 0; v < 25; v++) {
      mask.set(4, v, 0, JointState.ABSENT).set(5, v, 0, JointState.ABSENT);
    }
    float[] shorter = new float[3 * 4 * 25];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(x, c * 150, shorter, c * 100, 100);
    }
    Preprocessing published = Preprocessing.published();
    assertThat(published.apply(clip(x, mask.build()))).isEqualTo(published.apply(seen(shorter)));
  }

  @Test
  void releasedLengthRuleLosesFramesWhereTheFirstJointIsHidden() {
    float[] x = randomClip(6, RandomKey.of(5));
    JointMask hidden = JointMask.builder(6, 25, 1).set(1, 0, 0, JointState.OCCLUDED).build();
    SkeletonClip clip = clip(x, hidden);
    assertThat(LengthRule.FRAME_COUNT.select(new WorkingClip(clip))).hasSize(6);
    assertThat(LengthRule.FIRST_JOINT_OBSERVED.select(new WorkingClip(clip)))
        .containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aClipWithoutFramesIsAllZero() {
    SkeletonClip empty = clip(new float[0], JointMask.filled(0, 25, 1, JointState.OBSERVED));
    assertThat(Preprocessing.published().apply(empty)).hasSize(3 * 50 * 25).containsOnly(0);
  }

  @Test
  void keepingPathTurnsTheFirstFrameToTheFrontAndLeavesLaterTurningIn() {
    // A person who turns: shoulders along (cos a, sin a) in x and z, a from 1.2 down to -1.2
    // radians.
    int frames = 50;
    float[] x = new float[3 * frames * 25];
    for (int t = 0; t < frames; t++) {
      double angle = 1.2 - 2.4 * t / (frames - 1);
      for (int v = 0; v < 25; v++) {
        x[(2 * frames + t) * 25 + v] = 3;
      }
      x[t * 25 + RIGHT_SHOULDER] = (float) (0.4 * Math.cos(angle));
      x[(2 * frames + t) * 25 + RIGHT_SHOULDER] = (float) (3 + 0.4 * Math.sin(angle));
    }
    float[] y = Preprocessing.keepingPath().apply(seen(x));
    assertThat((double) y[RIGHT_SHOULDER]).isCloseTo(0.4, within(1e-3));
    assertThat((double) y[2 * frames * 25 + RIGHT_SHOULDER]).isCloseTo(0, within(1e-3));
    double last = y[(2 * frames + 49) * 25 + RIGHT_SHOULDER];
    assertThat(last).isCloseTo(0.4 * Math.sin(-2.4), within(1e-3)); // 2.4 radians on
  }

  @Test
  void aPersonTurnedTheOtherWayIsTurnedToTheFrontToo() {
    float[] x = oneFrame();
    set(x, RIGHT_SHOULDER, 1.3f, 0.55f, 1.9f); // z of the shoulder line below 0
    for (Alignment alignment : List.of(Alignment.EVERY_FRAME, Alignment.ONCE)) {
      float[] y = Preprocessing.published().withFrames(1).withAlignment(alignment).apply(seen(x));
      assertThat((double) y[RIGHT_SHOULDER]).isCloseTo(0.316228, within(1e-6));
      assertThat((double) y[50 + RIGHT_SHOULDER]).isCloseTo(0.000299, within(1e-6));
    }
  }

  @Test
  void keepingPathKeepsThePath() {
    float[] walk = new float[3 * 50 * 25];
    for (int t = 0; t < 50; t++) {
      for (int v = 0; v < 25; v++) {
        walk[(100 + t) * 25 + v] = 2 + 0.02f * t;
      }
    }
    float[] path = Preprocessing.keepingPath().apply(seen(walk));
    assertThat((double) path[(100 + 49) * 25 + CENTRE]).isCloseTo(0.98, within(1e-5));
    assertThat(Preprocessing.published().apply(seen(walk))[(100 + 49) * 25 + CENTRE]).isZero();
  }

  @Test
  void firstSightingOfTheCentreIsTheOriginAndAbsentJointsStayZero() {
    float[] x = new float[3 * 4 * 25];
    Arrays.fill(x, 2);
    JointMask.Builder mask = JointMask.builder(4, 25, 1).set(0, CENTRE, 0, JointState.OCCLUDED);
    for (int v = 0; v < 25; v++) {
      mask.set(2, v, 0, JointState.ABSENT);
    }
    float[] y =
        Preprocessing.keepingPath()
            .withFrames(4)
            .withAlignment(Alignment.NONE)
            .apply(clip(x, mask.build()));
    assertThat(y[OTHER]).isZero(); // at the origin, not at 2
    assertThat(y[2 * 25 + OTHER]).isZero(); // absent, not at -2
  }

  /**
   * Every combination on clips with everything missing somewhere: no error, finite, absent stays 0.
   */
  @Test
  void everyCombinationSurvivesWhateverIsMissing() {
    for (int seed = 0; seed < 20; seed++) {
      JointMask mask = Clips.mask(seed, 1 + seed, 25, 2);
      SkeletonClip clip = Clips.of("c" + seed, 0, NTU, mask);
      for (LengthRule length : LengthRule.values()) {
        for (MissingValues missing : MissingValues.values()) {
          for (Centring centring : Centring.values()) {
            for (Alignment alignment : Alignment.values()) {
              Preprocessing options =
                  Preprocessing.published()
                      .withFrames(1 + seed)
                      .withLengthRule(length)
                      .withMissing(missing)
                      .withCentring(centring)
                      .withAlignment(alignment);
              float[] y = options.apply(clip);
              String context = "seed " + seed + ", " + options.describe();
              for (float value : y) {
                assertThat(value).as(context).isFinite().isBetween(-10f, 10f);
              }
              if (length == LengthRule.FRAME_COUNT) {
                assertAbsentIsZero(y, mask, context);
              }
            }
          }
        }
      }
    }
  }

  /**
   * As many frames as the clip has, so that resizing changes nothing, unless it ends in absence.
   */
  private static void assertAbsentIsZero(float[] y, JointMask mask, String context) {
    int last = mask.frames() - 1;
    boolean whole = false;
    for (int v = 0; v < 25; v++) {
      whole |= mask.state(last, v, 0) != JointState.ABSENT;
    }
    for (int t = 0; whole && t <= last; t++) {
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < 2; m++) {
          if (mask.state(t, v, m) == JointState.ABSENT) {
            assertThat(y[(t * 25 + v) * 2 + m]).as(context).isZero();
          }
        }
      }
    }
  }

  @Test
  void hidingFirstLeaksNothing() {
    float[] x = randomClip(20, RandomKey.of(7));
    JointMask hidden = JointMask.builder(20, 25, 1).set(3, 2, 0, JointState.OCCLUDED).build();
    float[] changed = x.clone();
    changed[3 * 25 + 2] += 100;
    Preprocessing published = Preprocessing.published();
    assertThat(published.apply(seen(changed).hide(hidden)))
        .isEqualTo(published.apply(seen(x).hide(hidden)));
  }

  @Test
  void resultDoesNotDependOnThreads() throws Exception {
    List<SkeletonClip> clips =
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(
                i ->
                    SkeletonClip.of(
                        new ClipInfo("c" + i, 0, 1, 1, 0, 0),
                        NTU,
                        randomClip(10 + i, RandomKey.of(i)),
                        JointMask.filled(10 + i, 25, 1, JointState.OBSERVED)))
            .toList();
    SkeletonDataset data = new SkeletonDataset("d", NTU, List.of("a"), clips, List.of());
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool four = new ForkJoinPool(4);
    try {
      float[] alone = one.submit(() -> Preprocessing.published().apply(data).values()).get();
      float[] together = four.submit(() -> Preprocessing.published().apply(data).values()).get();
      assertThat(together).isEqualTo(alone);
    } finally {
      one.shutdown();
      four.shutdown();
    }
  }

  @Test
  void badNumberOfFramesIsRefusedByName() {
    assertThatThrownBy(() -> Preprocessing.published().withFrames(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("frames must be between 1 and 100000, found 0.");
  }

  private static float[] randomClip(int frames, RandomKey key) {
    SplittableRandom random = key.generator();
    float[] x = new float[3 * frames * 25];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (random.nextDouble() * 2 - 1);
    }
    return x;
  }
}
