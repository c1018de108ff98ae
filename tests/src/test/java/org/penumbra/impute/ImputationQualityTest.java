package org.penumbra.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Clips;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

class ImputationQualityTest {
  private static final SkeletonLayout LAYOUT = Motions.LAYOUT;

  private static SkeletonDataset set(List<SkeletonClip> clips) {
    return new SkeletonDataset("set", LAYOUT, List.of("a"), clips, List.of());
  }

  private static SkeletonDataset random() {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      SkeletonClip seen =
          Clips.of("clip" + i, 0, LAYOUT, Clips.mask(100 + i, 2 + 7 * i, LAYOUT.size(), 2));
      clips.add(seen.hide(onlyHidden(Clips.mask(i, 2 + 7 * i, LAYOUT.size(), 2))));
    }
    return set(clips);
  }

  private static JointMask onlyHidden(JointMask mask) {
    byte[] codes = mask.toCodes();
    for (int i = 0; i < codes.length; i++) {
      codes[i] = codes[i] == 0 ? (byte) 0 : JointState.OCCLUDED.code();
    }
    return JointMask.ofCodes(mask.frames(), mask.joints(), mask.bodies(), codes);
  }

  @Test
  void aMotionWithErrorsFoundByHand() {
    // Joint 3 (head) stands still; hidden in frames 2 to 4 and 10 to 15, and placed at the mean.
    SkeletonClip clip =
        Motions.clip(20, (t, v) -> new double[] {v, v == 3 ? (t >= 10 && t < 16 ? 0.4 : 0) : 0, 0});
    SkeletonClip hidden =
        Motions.hide(clip, (t, v) -> v == 3 && ((t >= 2 && t <= 4) || (t >= 10 && t < 16)));
    ImputationQuality quality =
        ImputationQuality.of(new SequenceMeanImputer().impute(set(List.of(hidden))));
    assertThat(quality.hidden()).isEqualTo(9);
    assertThat(quality.meanError()).isCloseTo(6 * 400.0 / 9, within(1e-3));
    assertThat(quality.medianError()).isEqualTo(400.0);
    assertThat(quality.quantile(0.3)).isEqualTo(0.0);
    assertThat(quality.meanError(GapLength.TO_5)).isEqualTo(0.0);
    assertThat(quality.meanError(GapLength.TO_10)).isCloseTo(400, within(1e-3));
    assertThat(quality.hidden(GapLength.WHOLE_CLIP)).isZero();
    assertThat(quality.meanError(LAYOUT.joint("head"))).isEqualTo(quality.meanError());
    // The bone from the head (3, y) to the shoulder centre (2, 0): length 1, truly root of 1.16.
    double bone = 6 * 1000 * (Math.sqrt(1.16) - 1) / 9;
    assertThat(quality.boneError()).isCloseTo(bone, within(1e-3));
    assertThat(quality.jerkRatio()).isEqualTo(0.0);
    assertThat(quality.unfilledShare()).isZero();
    assertThat(quality.toString()).contains("9 joints hidden on purpose", "mean 266.7 mm");
  }

  @Test
  void whatIsLeftHiddenIsInNoErrorAndSaidBesideIt() {
    SkeletonClip clip = Motions.clip(8, (t, v) -> new double[] {v, t, 0});
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> v == 5 || (v == 6 && t == 3));
    ImputationQuality quality =
        ImputationQuality.of(new LastSeenImputer().impute(set(List.of(hidden))));
    assertThat(quality.meanError()).isCloseTo(1000, within(1e-3));
    assertThat(quality.unfilledShare()).isCloseTo(8.0 / 9, within(1e-12));
    assertThat(quality.unfilledShare(GapLength.WHOLE_CLIP)).isEqualTo(1);
    assertThat(quality.meanError(GapLength.WHOLE_CLIP)).isNaN();
    assertThat(quality.gaps().doubleColumn("mean error, mm").isMissing(5)).isTrue();
    assertThat(ImputationQuality.of(set(List.of(hidden))).unfilledShare()).isEqualTo(1);
  }

  @Test
  void agreesWithAStraightCount() {
    SkeletonDataset done = InterpolationImputer.linear().impute(random()).data();
    double error = 0;
    double bone = 0;
    long count = 0;
    long bones = 0;
    for (SkeletonClip clip : done.clips()) {
      SkeletonClip truth = clip.truth().orElseThrow();
      for (int m = 0; m < clip.bodies(); m++) {
        for (int t = 0; t < clip.frames(); t++) {
          for (int v = 0; v < LAYOUT.size(); v++) {
            if (clip.isImputed(t, v, m) && truth.mask().isObserved(t, v, m)) {
              count++;
              error += distance(clip, t, v, m, truth, v);
            }
          }
          for (Bone b : LAYOUT.bones()) {
            boolean known = true;
            boolean filled = false;
            for (int end : new int[] {b.child(), b.parent()}) {
              known &= clip.mask().isObserved(t, end, m) && truth.mask().isObserved(t, end, m);
              filled |= clip.isImputed(t, end, m);
            }
            if (known && filled) {
              bones++;
              double found = distance(clip, t, b.child(), m, clip, b.parent());
              bone += Math.abs(found - distance(truth, t, b.child(), m, truth, b.parent()));
            }
          }
        }
      }
    }
    ImputationQuality quality = ImputationQuality.of(done);
    assertThat(quality.filled()).isEqualTo(count).isPositive();
    assertThat(quality.meanError()).isCloseTo(1000 * error / count, within(1e-6));
    assertThat(quality.boneError()).isCloseTo(1000 * bone / bones, within(1e-6));
  }

  private static double distance(SkeletonClip a, int t, int v, int m, SkeletonClip b, int w) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      sum += Math.pow(a.at(c, t, v, m) - (double) b.at(c, t, w, m), 2);
    }
    return Math.sqrt(sum);
  }

  @Test
  void jerkIsThatOfThirdDifferences() {
    // True x = t^3: third difference 6. Frame 4 of joint 0 is filled on the line: 64 becomes 76.
    SkeletonClip clip = Motions.clip(9, (t, v) -> new double[] {t * t * t, v, 0});
    SkeletonClip hidden = Motions.hide(clip, (t, v) -> v == 0 && t == 4);
    ImputationQuality quality =
        ImputationQuality.of(InterpolationImputer.linear().impute(set(List.of(hidden))));
    // Windows that start at 1, 2, 3 and 4: 6 + 12, 6 - 36, 6 + 36, 6 - 12.
    assertThat(quality.jerkRatio()).isCloseTo((18 + 30 + 42 + 6) / 24.0, within(1e-6));
    assertThat(quality.meanError()).isCloseTo(12000, within(1e-6));
  }

  @Test
  void aSetWithoutTruthIsRefused() {
    SkeletonDataset data = set(List.of(Clips.random("seen", 0, LAYOUT, 4, 1)));
    assertThatThrownBy(() -> ImputationQuality.of(data))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("set, clip seen")
        .hasMessageContaining("hide joints with an Occlusion first");
  }

  @Test
  void gapsHaveTheirBins() {
    assertThat(List.of(1, 5, 6, 10, 11, 20, 21, 50, 51, 300).stream().map(GapLength::of))
        .containsExactly(
            GapLength.TO_5,
            GapLength.TO_5,
            GapLength.TO_10,
            GapLength.TO_10,
            GapLength.TO_20,
            GapLength.TO_20,
            GapLength.TO_50,
            GapLength.TO_50,
            GapLength.LONGER,
            GapLength.LONGER);
  }

  @Test
  void comparesImputersOnTheSameJoints() {
    SkeletonDataset data = random();
    ImputationComparison comparison =
        ImputationComparison.empty()
            .judge(new ZeroImputer(), data)
            .judge(new LastSeenImputer(), data);
    assertThat(comparison.table().stringColumn("imputer").asList())
        .containsExactly("zero", "last-seen");
    assertThat(comparison.table().doubleColumn("mean, mm").get(1))
        .isEqualTo(comparison.quality("last-seen").meanError());
    assertThat(comparison.gaps().columnCount()).isEqualTo(1 + GapLength.values().length);
    assertThat(comparison.toString()).contains("zero ", "last-seen").hasLineCount(3);
    assertThatThrownBy(() -> comparison.judge(new ZeroImputer(), data))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("used once");
    SkeletonDataset fewer = data.select(info -> info.name().endsWith("1"));
    assertThatThrownBy(() -> comparison.judge(new SequenceMeanImputer(), fewer))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("hidden joints of mean");
    assertThatThrownBy(() -> comparison.quality("knn"))
        .hasMessageContaining("one of [zero, last-seen]");
  }

  @Test
  void unknownNamesListTheKnownOnes() {
    assertThatThrownBy(() -> Imputers.named("nearest"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("imputer must be one of zero, random, ")
        .hasMessageEndingWith("found 'nearest'.");
    assertThat(Imputers.list().rowCount()).isEqualTo(Imputers.all().size());
  }
}
