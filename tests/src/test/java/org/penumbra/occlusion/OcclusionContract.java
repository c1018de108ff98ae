package org.penumbra.occlusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.penumbra.core.RandomKey;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.skeleton.SkeletonLayout;

/** What holds for every {@link Occlusion}. */
abstract class OcclusionContract {
  private final SkeletonDataset data = data();

  /** A clip as this occlusion needs it; some need bodies at the place of real ones. */
  SkeletonClip arranged(SkeletonClip clip) {
    return clip;
  }

  /** An occlusion that hides something of most clips. */
  abstract Occlusion occlusion();

  private SkeletonDataset data() {
    SkeletonLayout layout = SkeletonLayout.NTU_25;
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String name = "clip" + i;
      clips.add(
          i % 2 == 0
              ? Clips.random(name, i % 3, layout, 1 + i, 1 + i % 4 / 2)
              : Clips.of(name, i % 3, layout, Clips.mask(i, 1 + i, layout.size(), 2)));
    }
    clips.add(
        Clips.of("gone", 0, layout, JointMask.filled(5, layout.size(), 1, JointState.OCCLUDED)));
    clips.add(
        Clips.of("nobody", 0, layout, JointMask.filled(5, layout.size(), 1, JointState.ABSENT)));
    clips.add(Clips.random("nothing", 0, layout, 0, 1));
    clips.add(Clips.random("long", 0, layout, 60, 1));
    return new SkeletonDataset(
        "contract",
        layout,
        List.of("a", "b", "c"),
        clips.stream().map(OcclusionContract::tracked).map(this::arranged).toList(),
        List.of(SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, List.of(1))));
  }

  /** The clip with a tracking state that depends on its name: about a third is inferred. */
  static SkeletonClip tracked(SkeletonClip clip) {
    SplittableRandom random = RandomKey.of(5).with(clip.name()).generator();
    BitSet inferred = new BitSet();
    for (int i = 0; i < clip.toArray().length / 3; i++) {
      inferred.set(i, random.nextInt(3) == 0);
    }
    return SkeletonClip.of(clip.info(), clip.layout(), clip.toArray(), clip.mask(), inferred);
  }

  @Test
  void hidesOnlyWhatIsObserved() {
    boolean any = false;
    for (SkeletonClip clip : data.clips()) {
      JointMask hidden = occlusion().hide(clip);
      assertThat(hidden.shape()).isEqualTo(clip.mask().shape());
      assertThat(hidden.count(JointState.ABSENT)).isZero();
      any |= hidden.count(JointState.OCCLUDED) > 0;
      for (int t = 0; t < hidden.frames(); t++) {
        for (int v = 0; v < hidden.joints(); v++) {
          for (int m = 0; m < hidden.bodies(); m++) {
            if (!hidden.isObserved(t, v, m)) {
              assertThat(clip.mask().isObserved(t, v, m)).isTrue();
            }
          }
        }
      }
    }
    assertThat(any).as("hides something").isTrue();
  }

  @Test
  void visibleJointsKeepTheirValuesAndTheTruthStays() {
    for (SkeletonClip clip : data.clips()) {
      SkeletonClip occluded = occlusion().apply(clip);
      assertThat(occluded.truth()).containsSame(clip);
      for (int t = 0; t < clip.frames(); t++) {
        for (int v = 0; v < clip.layout().size(); v++) {
          for (int m = 0; m < clip.bodies(); m++) {
            boolean seen = occluded.mask().isObserved(t, v, m);
            Float expected = seen ? clip.at(1, t, v, m) : Float.NaN; // boxed: NaN equals NaN
            assertThat(occluded.at(1, t, v, m)).isEqualTo(expected);
            if (clip.mask().state(t, v, m) == JointState.ABSENT) {
              assertThat(occluded.mask().state(t, v, m)).isEqualTo(JointState.ABSENT);
            }
          }
        }
      }
    }
  }

  @Test
  void inputsAreUntouched() {
    List<float[]> before = data.clips().stream().map(SkeletonClip::toArray).toList();
    List<JointMask> masks = data.clips().stream().map(SkeletonClip::mask).toList();
    occlusion().apply(data);
    for (int i = 0; i < data.size(); i++) {
      assertThat(data.clips().get(i).toArray()).isEqualTo(before.get(i));
      assertThat(data.clips().get(i).mask()).isEqualTo(masks.get(i));
    }
  }

  @Test
  void aMaskDoesNotDependOnSubsetOrderOrThreads() throws Exception {
    List<JointMask> alone = data.clips().stream().map(occlusion()::hide).toList();
    for (int threads : new int[] {1, 2, 8}) {
      assertThat(withThreads(threads)).as("%d threads", threads).isEqualTo(alone);
    }
    List<SkeletonClip> shuffled = new ArrayList<>(data.clips());
    Collections.shuffle(shuffled, new Random(3));
    Occlusion one = occlusion();
    for (SkeletonClip clip : shuffled) {
      assertThat(one.hide(clip)).isEqualTo(alone.get(data.clips().indexOf(clip)));
    }
    SkeletonDataset few = data.where(clip -> clip.name().endsWith("7"));
    for (SkeletonClip clip : occlusion().apply(few).clips()) {
      assertThat(clip).isEqualTo(occlusion().apply(data).clip(clip.name()));
    }
    assertThat(occlusion().apply(data.split(Split.CROSS_SUBJECT)).test().clips())
        .isEqualTo(occlusion().apply(data).split(Split.CROSS_SUBJECT).test().clips());
  }

  private List<JointMask> withThreads(int threads) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Occlusion one = occlusion();
      List<Callable<JointMask>> work = new ArrayList<>();
      data.clips().forEach(clip -> work.add(() -> one.hide(clip)));
      List<JointMask> masks = new ArrayList<>();
      for (Future<JointMask> future : pool.invokeAll(work)) {
        masks.add(future.get());
      }
      return masks;
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void hidingTwiceHidesNothingThatIsNotThere() {
    for (SkeletonClip clip : data.clips()) {
      SkeletonClip once = occlusion().apply(clip);
      SkeletonClip twice = occlusion().apply(once);
      assertThat(twice.truth()).containsSame(clip);
      assertThat(twice.mask().count(JointState.ABSENT))
          .isEqualTo(clip.mask().count(JointState.ABSENT));
      assertThat(twice.mask().and(once.mask())).as("nothing comes back").isEqualTo(twice.mask());
    }
  }

  @Test
  void seedsDifferAndTheSameSeedIsTheSameValue() {
    SkeletonClip clip = data.clip("clip22");
    Set<JointMask> masks = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      masks.add(occlusion().withSeed(seed).hide(clip));
    }
    assertThat(occlusion().withSeed(5)).isEqualTo(occlusion().withSeed(5));
    assertThat(occlusion().withSeed(5).name()).isEqualTo(occlusion().name());
    if (occlusion().isRandom()) {
      assertThat(masks).as("masks of 20 seeds").hasSizeGreaterThan(4);
      assertThat(occlusion().withSeed(5).seed()).isEqualTo(5);
    } else {
      assertThat(masks).as("masks of 20 seeds").hasSize(1);
      assertThat(occlusion().withSeed(5)).isEqualTo(occlusion());
      assertThat(occlusion().seed()).isZero();
    }
  }

  @Test
  void clipsDrawApart() {
    SkeletonClip clip = data.clip("clip22");
    Set<JointMask> masks = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      ClipInfo info = new ClipInfo("n" + i, 0, 1, 1, 0, 0);
      masks.add(occlusion().hide(clip.withInfo(info)));
    }
    boolean apart = occlusion().isRandom() && !occlusion().name().startsWith("shared(");
    assertThat(masks.size())
        .as("masks of one motion under 20 names")
        .matches(count -> apart ? count > 4 : count == 1);
  }

  @Test
  void saysWhatItIs() {
    assertThat(occlusion().name()).matches("[a-z0-9.,()-]+");
    assertThat(occlusion().withSeed(77).describe())
        .doesNotContain("\n")
        .matches(line -> line.contains("seed 77") == occlusion().isRandom());
  }
}
