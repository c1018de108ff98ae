package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.impute.KnnScenes.HAND;
import static org.penumbra.impute.KnnScenes.LAYOUT;
import static org.penumbra.impute.KnnScenes.TRUNK;
import static org.penumbra.impute.KnnScenes.clip;
import static org.penumbra.impute.KnnScenes.hide;
import static org.penumbra.impute.KnnScenes.holes;
import static org.penumbra.impute.KnnScenes.home;
import static org.penumbra.impute.KnnScenes.knn;
import static org.penumbra.impute.KnnScenes.moved;
import static org.penumbra.impute.KnnScenes.set;
import static org.penumbra.impute.KnnScenes.worst;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.knn.FillSink;
import org.penumbra.impute.knn.KnnOptions;
import org.penumbra.impute.knn.MaskedRows;
import org.penumbra.impute.space.ComparisonSpace;
import org.penumbra.impute.space.Padding;
import org.penumbra.skeleton.SkeletonLayout;

class KnnImputerTest {
  private static final ComparisonSpace RELATIVE = ComparisonSpace.RELATIVE_50;
  private static final int CENTRE = LAYOUT.centre();

  static List<ComparisonSpace> spaces() {
    return List.of(ComparisonSpace.RAW, RELATIVE, ComparisonSpace.TURNED_50);
  }

  /** A walk in which every joint goes its own straight way. */
  private static SkeletonClip walk(String name, int frames) {
    return clip(
        name, frames, (t, v) -> moved(home(v), 0.02 * t, 0.003 * t * Math.sin(v), -0.001 * t * v));
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void copiesWithOtherHolesCompleteEachOther(ComparisonSpace space) {
    List<SkeletonClip> copies = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      copies.add(holes(walk("copy" + i, 33), 0.15, TRUNK, i));
    }
    for (ImputedClip done : knn(3).withSpace(space).fit(set(copies)).impute(set(copies)).clips()) {
      FillMap fills = done.fills();
      assertThat(fills.count(FillReason.EXACT_DONORS)).isEqualTo(fills.hiddenJoints());
      assertThat(worst(done)).isLessThan(1e-6);
    }
  }

  @Test
  void cellsOfTheRawSpaceAreThoseOfThePlainReference() {
    List<SkeletonClip> train = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      train.add(ContractClips.holed(ContractClips.moving("a" + i, LAYOUT, 6 + i, 1 + i % 2)));
    }
    SkeletonClip receiver = ContractClips.holed(ContractClips.moving("b", LAYOUT, 11, 2));
    KnnImputer imputer = knn(4).withSpace(ComparisonSpace.RAW);
    SkeletonClip done = imputer.fit(set(train)).impute(receiver).clip();
    int frames = 14;
    MaskedRows donors = rows(train, frames, null);
    int[] compared = {0};
    FillSink sink =
        (row, cell, x, y, z, n, d, reason) -> {
          double[] place = {x, y, z};
          int t = cell / 2 / LAYOUT.size();
          for (int c = 0; c < 3; c++) {
            Float expected = (float) place[c]; // boxed: NaN equals NaN
            assertThat(done.at(c, t, cell / 2 % LAYOUT.size(), cell % 2)).isEqualTo(expected);
          }
          compared[0]++;
        };
    PlainSearch.fit(donors, KnnOptions.neighbours(4))
        .fill(rows(List.of(receiver), frames, null), new int[] {-1}, sink);
    assertThat(compared[0]).isEqualTo(receiver.mask().count(JointState.OCCLUDED)).isPositive();
  }

  @Test
  void onAGridOfTheClipsOwnLengthTheRelativeSpaceIsThePlainReferenceOnDifferences() {
    int frames = 12;
    List<SkeletonClip> train = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      SkeletonClip whole = ContractClips.moving("a" + i, LAYOUT, frames, 1);
      train.add(holes(whole, 0.3, TRUNK, 4));
    }
    SkeletonClip receiver = holes(ContractClips.moving("b", LAYOUT, frames, 1), 0.3, TRUNK, 4);
    KnnImputer imputer = knn(4).withSpace(RELATIVE.withGridFrames(frames));
    SkeletonClip done = imputer.fit(set(train)).impute(receiver).clip();
    int[] compared = {0};
    FillSink sink =
        (row, cell, x, y, z, n, d, reason) -> {
          double[] place = {x, y, z};
          int t = cell / LAYOUT.size();
          for (int c = 0; c < 3; c++) {
            double expected = place[c] + receiver.at(c, t, CENTRE, 0);
            float found = done.at(c, t, cell % LAYOUT.size(), 0);
            assertThat((double) found).isCloseTo(expected, within(1e-6));
          }
          compared[0]++;
        };
    PlainSearch.fit(rows(train, frames, CENTRE), KnnOptions.neighbours(4))
        .fill(rows(List.of(receiver), frames, CENTRE), new int[] {-1}, sink);
    assertThat(compared[0]).isEqualTo(receiver.mask().count(JointState.OCCLUDED)).isPositive();
  }

  /** Rows made here: cell (t, v, m), relative to a joint if one is given. */
  private static MaskedRows rows(List<SkeletonClip> clips, int frames, Integer centre) {
    int bodies = clips.stream().mapToInt(SkeletonClip::bodies).max().orElseThrow();
    int width = centre == null ? 2 : bodies;
    return new MaskedRows() {
      @Override
      public int size() {
        return clips.size();
      }

      @Override
      public int cells() {
        return frames * LAYOUT.size() * width;
      }

      @Override
      public String name(int row) {
        return clips.get(row).name();
      }

      @Override
      public void read(int row, float[] values, long[] present, long[] wanted) {
        SkeletonClip clip = clips.get(row);
        for (int cell = 0; cell < cells(); cell++) {
          int t = cell / width / LAYOUT.size();
          int v = cell / width % LAYOUT.size();
          int m = cell % width;
          boolean there = t < clip.frames() && m < clip.bodies();
          if (there && clip.mask().state(t, v, m) == JointState.OCCLUDED) {
            wanted[cell / 64] |= 1L << cell;
          }
          if (there && clip.mask().isObserved(t, v, m)) {
            present[cell / 64] |= 1L << cell;
            for (int c = 0; c < 3; c++) {
              double origin = centre == null ? 0 : clip.at(c, t, centre, m);
              values[c * cells() + cell] = (float) (clip.at(c, t, v, m) - origin);
            }
          }
        }
      }
    };
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void aCleanCopyUnderTheSameNameIsNoDonor(ComparisonSpace space) {
    SkeletonClip receiver = holes(ContractClips.moving("same", LAYOUT, 20, 1), 0.3, TRUNK, 1);
    List<SkeletonClip> others = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      others.add(ContractClips.moving("other" + i, LAYOUT, 20, 1));
    }
    List<SkeletonClip> withClean = new ArrayList<>(others);
    withClean.add(receiver.truth().orElseThrow());
    KnnImputer imputer = knn(3).withSpace(space).withMeetingEnds();
    assertThat(imputer.fit(set(withClean)).impute(receiver).clip())
        .isEqualTo(imputer.fit(set(others)).impute(receiver).clip());
    SkeletonClip renamed = receiver.truth().orElseThrow().withInfo(walk("another", 1).info());
    withClean.add(renamed);
    assertThat(worst(imputer.fit(set(withClean)).impute(receiver)))
        .isLessThan(0.01); // a grid cuts corners
  }

  @Test
  void aSceneAKilometreAwayIsFilledAlikeRelativeToTheCentre() {
    for (ComparisonSpace space : List.of(RELATIVE, ComparisonSpace.TURNED_50)) {
      SkeletonClip[] near = new SkeletonClip[2];
      for (int far = 0; far < 2; far++) {
        List<SkeletonClip> train = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          train.add(shifted(ContractClips.moving("a" + i, LAYOUT, 15 + i, 1), 1000 * far));
        }
        SkeletonClip receiver =
            holes(shifted(ContractClips.moving("b", LAYOUT, 18, 1), 1000 * far), 0.3, TRUNK, 2);
        near[far] = knn(3).withSpace(space).fit(set(train)).impute(receiver).clip();
      }
      for (int t = 0; t < 18; t++) {
        for (int v = 0; v < LAYOUT.size(); v++) {
          for (int c = 0; c < 3; c++) {
            double here = near[0].at(c, t, v, 0) - near[0].at(c, t, CENTRE, 0);
            double there = near[1].at(c, t, v, 0) - near[1].at(c, t, CENTRE, 0);
            assertThat(there).isCloseTo(here, within(5e-4)); // floats at 1000 m are 6e-5 apart
          }
        }
      }
    }
  }

  private static SkeletonClip shifted(SkeletonClip clip, float metres) {
    float[] values = clip.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += metres;
    }
    return SkeletonClip.of(clip.info(), clip.layout(), values, clip.mask());
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void meetingEndsTakesOutAnOffsetThatGrowsEvenly(ComparisonSpace space) {
    SkeletonClip truth = walk("b", 40);
    SkeletonClip donor =
        clip(
            "a",
            40,
            (t, v) ->
                moved(
                    new double[] {truth.at(0, t, v, 0), truth.at(1, t, v, 0), truth.at(2, t, v, 0)},
                    0,
                    v == HAND ? 0.2 + 0.01 * t : 0,
                    v == HAND ? 0.1 : 0));
    for (int[] gap : new int[][] {{10, 25}, {0, 12}, {30, 40}}) {
      SkeletonClip receiver = hide(truth, HAND, gap[0], gap[1]);
      KnnImputer plain = knn(1).withSpace(space);
      double off = worst(plain.fit(set(donor)).impute(receiver));
      double met = worst(plain.withMeetingEnds().fit(set(donor)).impute(receiver));
      assertThat(off).isGreaterThan(0.19);
      boolean bothEnds = gap[0] > 0 && gap[1] < 40;
      assertThat(met).isLessThan(bothEnds ? 2e-6 : 0.125).isLessThan(off / 2);
    }
    SkeletonClip never = hide(truth, HAND, 0, 40);
    assertThat(knn(1).withSpace(space).withMeetingEnds().fit(set(donor)).impute(never).clip())
        .isEqualTo(knn(1).withSpace(space).fit(set(donor)).impute(never).clip());
  }

  @Test
  void whatALongerClipHidesAfterTheLongestTrainingClipStaysHiddenInTheRawSpace() {
    FittedImputer raw =
        knn(1).withSpace(ComparisonSpace.RAW).fit(set(walk("a", 10), walk("c", 12)));
    ImputedClip done = raw.impute(hide(walk("b", 20), HAND, 5, 20));
    for (int t = 5; t < 20; t++) {
      assertThat(done.clip().mask().isObserved(t, HAND, 0)).isEqualTo(t < 12);
      assertThat(done.fills().reason(t, HAND, 0) == FillReason.NO_DONOR).isEqualTo(t >= 12);
    }
    ImputedClip onGrid = knn(1).fit(set(walk("a", 10))).impute(hide(walk("b", 20), HAND, 5, 20));
    assertThat(onGrid.fills().hasLeft()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("spaces")
  void aClipThatShowsNothingStaysHidden(ComparisonSpace space) {
    SkeletonClip nothing =
        walk("b", 6).hide(JointMask.filled(6, LAYOUT.size(), 1, JointState.OCCLUDED));
    ImputedClip done = knn(1).withSpace(space).fit(set(walk("a", 6))).impute(nothing);
    assertThat(done.clip()).isEqualTo(nothing);
    assertThat(done.fills().count(FillReason.NOTHING_TO_GO_BY)).isEqualTo(6 * LAYOUT.size());
  }

  @Test
  void moreNeighboursThanThereAreIsSaid() {
    SkeletonDataset test = set(hide(walk("b", 20), HAND, 5, 15));
    FillSummary summary =
        knn(50)
            .fit(set(ContractClips.moving("a", LAYOUT, 9, 1), walk("c", 21)))
            .impute(test)
            .summary();
    assertThat(summary.count(FillReason.FEW_DONORS)).isEqualTo(10);
    assertThat(summary.toString()).contains("fewer neighbours than asked for");
  }

  @Test
  void aFrameBesideASightingLiesBetweenItAndTheDonors() {
    // Grid of 2 cells over 4 frames: at 0.5, between frames 0 and 1, and at 2.5.
    SkeletonClip still = clip("b", 4, (t, v) -> home(v));
    SkeletonClip donor = clip("a", 4, (t, v) -> moved(home(v), 0, v == HAND ? 1 : 0, 0));
    KnnImputer imputer = knn(1).withSpace(RELATIVE.withGridFrames(2));
    SkeletonClip done = imputer.fit(set(donor)).impute(hide(still, HAND, 2, 4)).clip();
    double rest = home(HAND)[1];
    assertThat((double) done.at(1, 2, HAND, 0)).isCloseTo(rest + 0.75, within(1e-6));
    assertThat((double) done.at(1, 3, HAND, 0)).isCloseTo(rest + 1, within(1e-6));
  }

  @Test
  void rowsInAFileGiveTheSameAsRowsInMemory(@TempDir Path folder) {
    SkeletonDataset train = ContractClips.train(LAYOUT);
    SkeletonDataset test = ContractClips.test(LAYOUT);
    RowMemory noHeap = new RowMemory(0, 1L << 40, folder.resolve("new"));
    assertThat(knn(3).fit(train, noHeap).impute(test).data().clips())
        .isEqualTo(knn(3).fit(train).impute(test).data().clips());
    assertThat(folder.resolve("new")).isEmptyDirectory(); // made for a file that left no trace
  }

  @Test
  void moreDonorsThanThereIsRoomForAreRefusedBeforehand(@TempDir Path folder) {
    RowMemory tight = new RowMemory(1 << 20, 1 << 19, folder);
    assertThatThrownBy(
            () -> knn(3).fit(ContractClips.train(LAYOUT), new RowMemory(100, 100, folder)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("15 donors of 6,000 numbers")
        .hasMessageContaining("-Xmx");
    assertThat(tight.reserve(2, 1000).heap()).isEqualTo((1 << 20) - 8000);
  }

  @Test
  void anotherLayoutIsRefusedByName() {
    SkeletonClip other = ContractClips.moving("x", SkeletonLayout.NTU_25, 5, 1);
    assertThatThrownBy(() -> knn(1).fit(set(walk("a", 5))).impute(other))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage(
            "layout of clip x must be kinect-20 as that of the training clips, found 'ntu-25'.");
  }

  @Test
  void aBodyThatTrainingClipsDoNotHaveStaysHidden() {
    SkeletonClip two = ContractClips.holed(ContractClips.moving("b", LAYOUT, 20, 2));
    ImputedClip done = knn(1).fit(set(ContractClips.moving("a", LAYOUT, 20, 1))).impute(two);
    for (int t = 0; t < 20; t++) {
      for (int v = 0; v < LAYOUT.size(); v++) {
        assertThat(done.clip().mask().state(t, v, 0)).isNotEqualTo(JointState.OCCLUDED);
        assertThat(done.clip().mask().state(t, v, 1)).isEqualTo(two.mask().state(t, v, 1));
      }
    }
    assertThat(done.fills().count(FillReason.NO_DONOR)).isPositive();
  }

  @Test
  void publishedPaddingDonatesZerosAfterTheEndOfAClip() {
    SkeletonClip receiver = hide(walk("b", 20), HAND, 12, 20);
    KnnImputer raw = knn(1).withSpace(ComparisonSpace.RAW);
    SkeletonDataset train = set(walk("a", 10), hide(clip("z", 20, (t, v) -> home(v)), HAND, 0, 20));
    SkeletonClip zeros = raw.withPadding(Padding.OBSERVED_ZERO).fit(train).impute(receiver).clip();
    assertThat(zeros.at(2, 15, HAND, 0)).isZero();
    assertThat(raw.fit(train).impute(receiver).fills().reason(15, HAND, 0))
        .isEqualTo(FillReason.NO_DONOR);
  }

  @Test
  void theGridItselfCanBeHad() {
    SkeletonClip receiver = holes(walk("b", 31), 0.3, TRUNK, 5);
    FittedKnnImputer fitted = knn(1).fit(set(walk("a", 31)));
    float[] grid = fitted.grid(receiver);
    float[] whole = fitted.grid(receiver.truth().orElseThrow());
    assertThat(grid).hasSize(3 * 50 * LAYOUT.size());
    for (int i = 0; i < grid.length; i++) {
      assertThat((double) grid[i]).isCloseTo(whole[i], within(1e-6));
    }
  }
}
