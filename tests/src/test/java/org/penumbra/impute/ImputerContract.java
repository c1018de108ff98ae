package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.SkeletonLayout;

/** What holds for every {@link Imputer}. */
abstract class ImputerContract {
  private final SkeletonDataset train = ContractClips.train(SkeletonLayout.NTU_25);
  private final SkeletonDataset test = ContractClips.test(SkeletonLayout.NTU_25);
  private FittedImputer fitted;

  /** An imputer that fills something of most clips. */
  abstract Imputer imputer();

  /** Whether training clips matter to it, so that none or others than fit must be refused. */
  boolean learns() {
    return !(imputer() instanceof ClipImputer);
  }

  private FittedImputer fitted() {
    if (fitted == null) {
      fitted = imputer().fit(train);
    }
    return fitted;
  }

  private List<SkeletonClip> all() {
    List<SkeletonClip> clips = new ArrayList<>(test.clips());
    clips.addAll(train.clips());
    return clips;
  }

  @Test
  void fillsHiddenJointsAndChangesNoBitOfTheOthers() {
    long filled = 0;
    for (SkeletonClip clip : all()) {
      SkeletonClip done = fitted().impute(clip).clip();
      assertThat(done.info()).isEqualTo(clip.info());
      assertThat(done.mask().shape()).isEqualTo(clip.mask().shape());
      byte[] before = clip.mask().toCodes();
      byte[] after = done.mask().toCodes();
      int[] bitsBefore = bits(clip);
      int[] bitsAfter = bits(done);
      for (int i = 0; i < before.length; i++) {
        if (before[i] != JointState.OCCLUDED.code()) {
          assertThat(after[i]).as("%s, cell %d", clip.name(), i).isEqualTo(before[i]);
          for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
            int at = c * before.length + i;
            assertThat(bitsAfter[at]).as("%s, %d", clip.name(), at).isEqualTo(bitsBefore[at]);
          }
        } else {
          assertThat(after[i]).isNotEqualTo(JointState.ABSENT.code());
          filled += after[i] == JointState.OBSERVED.code() ? 1 : 0;
        }
      }
    }
    assertThat(filled).as("joints filled").isPositive();
  }

  private static int[] bits(SkeletonClip clip) {
    float[] values = clip.toArray();
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }

  @Test
  void truthTrackingAndWhatTheClipWasStayKnown() {
    for (SkeletonClip clip : all()) {
      SkeletonClip done = fitted().impute(clip).clip();
      assertThat(done.truth()).isEqualTo(clip.truth());
      done.incomplete().ifPresent(was -> assertThat(was).isEqualTo(clip));
      assertThat(done.incomplete().isPresent() || done.equals(clip)).as(clip.name()).isTrue();
      assertThat(done.hasTrackingState()).isEqualTo(clip.hasTrackingState());
    }
  }

  @Test
  void saysOfEachJointHowItCameAbout() {
    for (SkeletonClip clip : all()) {
      ImputedClip done = fitted().impute(clip);
      FillMap fills = done.fills();
      assertThat(fills.hidden()).isEqualTo(clip.mask());
      assertThat(fills.hiddenJoints()).isEqualTo(clip.mask().count(JointState.OCCLUDED));
      for (int t = 0; t < clip.frames(); t++) {
        for (int v = 0; v < clip.layout().size(); v++) {
          for (int m = 0; m < clip.bodies(); m++) {
            boolean hidden = clip.mask().state(t, v, m) == JointState.OCCLUDED;
            boolean seen = done.clip().mask().isObserved(t, v, m);
            FillReason reason = fills.reason(t, v, m);
            assertThat(reason == FillReason.NOT_HIDDEN).isEqualTo(!hidden);
            assertThat(reason.isFilled()).isEqualTo(hidden && seen);
            assertThat(fills.donors(t, v, m)).isNotNegative();
            if (fills.donors(t, v, m) > 0) {
              assertThat(fills.meanDonorDistance(t, v, m)).isNotNegative();
            }
          }
        }
      }
    }
  }

  @Test
  void inputsAreUntouched() {
    List<SkeletonClip> clips = all();
    List<float[]> values = clips.stream().map(SkeletonClip::toArray).toList();
    List<JointMask> masks = clips.stream().map(SkeletonClip::mask).toList();
    imputer().fit(train).imputeBlock(clips);
    for (int n = 0; n < clips.size(); n++) {
      assertThat(clips.get(n).toArray()).isEqualTo(values.get(n));
      assertThat(clips.get(n).mask()).isEqualTo(masks.get(n));
    }
  }

  @Test
  void aBlockGivesTheSameAsOneByOneInAnyOrder() {
    List<SkeletonClip> clips = all();
    List<ImputedClip> together = fitted().imputeBlock(clips);
    assertThat(together).hasSameSizeAs(clips);
    for (int n = 0; n < clips.size(); n++) {
      same(together.get(n), fitted().impute(clips.get(n)));
    }
    List<Integer> order = new ArrayList<>();
    for (int n = 0; n < clips.size(); n++) {
      order.add(n);
    }
    Collections.shuffle(order, new Random(3));
    List<ImputedClip> shuffled =
        fitted().imputeBlock(order.stream().<SkeletonClip>map(clips::get).toList());
    for (int i = 0; i < order.size(); i++) {
      same(shuffled.get(i), together.get(order.get(i)));
    }
    assertThat(fitted().imputeBlock(List.of())).isEmpty();
  }

  @Test
  void threadsDoNotMatter() throws Exception {
    List<SkeletonClip> clips = all();
    List<ImputedClip> expected = fitted().imputeBlock(clips);
    for (int threads : new int[] {1, 2, 8}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        Callable<List<ImputedClip>> work = () -> imputer().fit(train).imputeBlock(clips);
        same(pool.submit(work).get(), expected);
      } finally {
        pool.shutdown();
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<ImputedClip>> work = new ArrayList<>();
      clips.forEach(clip -> work.add(() -> fitted().impute(clip)));
      List<ImputedClip> found = new ArrayList<>();
      for (Future<ImputedClip> future : pool.invokeAll(work)) {
        found.add(future.get());
      }
      same(found, expected);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aSetThatIsNotInMemoryIsFilledAlike() {
    FittedImputer lazily = imputer().fit(ContractClips.lazily(train));
    same(lazily.impute(ContractClips.lazily(test)).clips(), fitted().impute(test).clips());
    same(lazily.impute(ContractClips.lazily(train)).clips(), fitted().impute(train).clips());
  }

  @Test
  void aClipWithoutHolesAndAnEmptyOneComeBackAsTheyWere() {
    for (String name : List.of("test-whole", "test-nobody", "test-nothing")) {
      ImputedClip done = fitted().impute(test.clip(name));
      assertThat(done.clip()).isEqualTo(test.clip(name));
      assertThat(done.fills().hiddenJoints()).isZero();
    }
  }

  @Test
  void trainingClipsMustBeThereAndHaveTheLayout() {
    SkeletonDataset none = train.select(info -> false);
    SkeletonClip other = ContractClips.test(SkeletonLayout.KINECT_20).clip("test3");
    if (learns()) {
      assertThatThrownBy(() -> imputer().fit(none))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("clips");
      assertThatThrownBy(() -> fitted().impute(other))
          .isInstanceOf(InvalidOptionException.class)
          .hasMessageContaining("ntu-25")
          .hasMessageContaining("kinect-20");
    } else {
      assertThat(imputer().fit(none).impute(other).clip().name()).isEqualTo("test3");
    }
  }

  @Test
  void saysWhatItIs() {
    assertThat(imputer().name()).matches("[a-z0-9.,()-]+");
    assertThat(imputer().describe()).isNotBlank().doesNotContain("\n");
    assertThat(fitted().imputer()).isEqualTo(imputer());
    assertThat(imputer()).isEqualTo(imputer());
  }

  private static void same(List<ImputedClip> found, List<ImputedClip> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int n = 0; n < found.size(); n++) {
      same(found.get(n), expected.get(n));
    }
  }

  /** Equal to the bit, with the same reasons, donors and distances. */
  private static void same(ImputedClip found, ImputedClip expected) {
    SkeletonClip clip = expected.clip();
    assertThat(found.clip()).isEqualTo(clip);
    for (int t = 0; t < clip.frames(); t++) {
      for (int v = 0; v < clip.layout().size(); v++) {
        for (int m = 0; m < clip.bodies(); m++) {
          FillMap a = found.fills();
          FillMap b = expected.fills();
          assertThat(a.reason(t, v, m)).isEqualTo(b.reason(t, v, m));
          assertThat(a.step(t, v, m)).isEqualTo(b.step(t, v, m));
          assertThat(a.donors(t, v, m)).isEqualTo(b.donors(t, v, m));
          assertThat(Float.compare(a.meanDonorDistance(t, v, m), b.meanDonorDistance(t, v, m)))
              .isZero();
        }
      }
    }
  }
}
