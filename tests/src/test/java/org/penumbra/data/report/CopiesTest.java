package org.penumbra.data.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.penumbra.data.report.ReportClips.V;
import static org.penumbra.data.report.ReportClips.clip;
import static org.penumbra.data.report.ReportClips.info;
import static org.penumbra.data.report.ReportClips.walk;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import tech.tablesaw.api.Table;

/** Copies, label conflicts and shared frames are put into a clean set and found by name. */
class CopiesTest {
  @Test
  void aTestClipThatCopiesATrainingClip() {
    // clip00: camera 1, subject 1, class 0. The copy is seen by camera 2.
    DatasetReport report = withCopy(0, 1, 2).report();
    assertThat(DefectsTest.found(report))
        .containsExactly(
            "Test clips that are copies of training clips", "Copies: groups of equal clips");
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("cross view: 1 of the 7 test clips (14.3 %) are exact copies")
        .contains("(copy)");
    Table copied = report.copiedTestClips();
    assertThat(copied.rowCount()).isEqualTo(1);
    assertThat(copied.stringColumn("test clip").get(0)).isEqualTo("copy");
    assertThat(copied.stringColumn("training clip").get(0)).isEqualTo("clip00");
    assertThat(report.copies().stringColumn("clip").asList()).containsExactly("clip00", "copy");
    assertThat(report.copies().stringColumn("cross view").asList())
        .containsExactly("train", "test");
    assertThat(cell(report.splits(), "cross view", "test", "copies of training clips"))
        .isEqualTo(1);
    assertThat(cell(report.splits(), "cross subject", "train", "copies on this side")).isEqualTo(1);
    assertThat(cell(report.splits(), "cross subject", "test", "copies of training clips")).isZero();
  }

  @Test
  void theReportCountsAsTheSplitDoes() {
    SkeletonDataset data = withCopy(0, 2, 2);
    for (Split split : List.of(Split.CROSS_VIEW, Split.CROSS_SUBJECT)) {
      assertThat(data.split(split).copiedTestClips())
          .isEqualTo(
              data.report()
                  .copiedTestClips()
                  .where(t -> t.stringColumn("split").isEqualTo(split.label()))
                  .stringColumn("test clip")
                  .asList());
    }
  }

  @Test
  void aCopyOnTheSameSideIsNoWarning() {
    DatasetReport report = withCopy(0, 1, 1).report();
    assertThat(DefectsTest.found(report)).containsExactly("Copies: groups of equal clips");
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void aCopyUnderAnotherLabel() {
    DatasetReport report = withCopy(2, 1, 1).report();
    assertThat(DefectsTest.found(report))
        .containsExactly(
            "Label conflicts: equal clips of different classes", "Copies: groups of equal clips");
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("2 clips have the same coordinates under different labels (clip00, copy)");
    assertThat(report.labelConflicts().stringColumn("class").asList())
        .containsExactly("sit", "wave");
  }

  @Test
  void hidingJointsDoesNotHideACopy() {
    SkeletonDataset data = withCopy(0, 1, 2);
    SkeletonDataset hidden =
        data.map(clip -> clip.hide(hideOne(clip.frames(), clip.name().equals("copy") ? 3 : 5)));
    assertThat(hidden.report().copiedTestClips().rowCount()).isEqualTo(1);
  }

  private static JointMask hideOne(int frames, int joint) {
    JointMask.Builder mask = JointMask.builder(frames, V, 1);
    for (int t = 0; t < frames; t++) {
      mask.set(t, joint, 0, JointState.OCCLUDED);
    }
    return mask.build();
  }

  @Test
  void aClipThatIsTheBeginningOfAnother() {
    float[] beginning = part(walk("clip00", 20), 20, 0, 12);
    DatasetReport report = plus(clip(info("cut", 0, 1, 2), beginning)).report();
    assertThat(DefectsTest.found(report)).containsExactly("Clips that share frames");
    Table shared = report.sharedFrames();
    assertThat(shared.rowCount()).isEqualTo(1);
    assertThat(shared.stringColumn("clip").get(0)).isEqualTo("clip00");
    assertThat(shared.stringColumn("other clip").get(0)).isEqualTo("cut");
    assertThat(shared.longColumn("shared frames").get(0)).isEqualTo(12);
    assertThat(shared.doubleColumn("% of the shorter").get(0)).isEqualTo(100);
    assertThat(shared.stringColumn("across").get(0)).isEqualTo("cross view");
    assertThat(report.warnings())
        .containsExactly(
            "cross view: 1 more test clip shares frames with training clips without being copies"
                + " (cut).");
    var least = ReportOptions.standard().withSharedFrames(13);
    assertThat(plus(clip(info("cut", 0, 1, 2), beginning)).report(least).sharedFrames().isEmpty())
        .isTrue();
  }

  @Test
  void framesUnderTwoLabels() {
    float[] middle = part(walk("clip00", 20), 20, 4, 15);
    DatasetReport report = plus(clip(info("cut", 1, 1, 1), middle)).report();
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("1 pair of clips holds the same frames under different labels")
        .contains("clip00 with cut: 11 frames");
  }

  @Test
  void framesWithoutAnybodyOrRepeatedAreNotShared() {
    float[] zero = new float[3 * 15 * V];
    float[] still = part(walk("still", 15), 15, 0, 15);
    for (int i = 0; i < still.length; i++) {
      still[i] = still[i / (15 * V) * 15 * V + i % V]; // frame 0 again and again
    }
    DatasetReport report =
        plus(
                clip(info("zero a", 0, 1, 1), zero),
                clip(info("zero b", 0, 1, 1), Arrays.copyOf(zero, 3 * 12 * V)),
                clip(info("still a", 0, 1, 1), still),
                clip(info("still b", 0, 1, 1), part(still, 15, 0, 14)))
            .report();
    Table shared = report.sharedFrames();
    assertThat(shared.stringColumn("clip").asList()).containsExactly("still a");
    assertThat(shared.longColumn("shared frames").get(0)).as("one frame, repeated").isEqualTo(1);
  }

  /** An absent second body does not make a frame another one. */
  @Test
  void paddingDoesNotHideAPart() {
    float[] one = walk("clip00", 20);
    int frames = 30;
    float[] padded = new float[3 * frames * V * 2];
    JointMask.Builder mask = JointMask.builder(frames, V, 2).fill(JointState.ABSENT);
    for (int c = 0; c < 3; c++) {
      for (int t = 0; t < 20; t++) {
        for (int v = 0; v < V; v++) {
          padded[((c * frames + t) * V + v) * 2] = one[(c * 20 + t) * V + v];
          mask.set(t, v, 0, JointState.OBSERVED);
        }
      }
    }
    SkeletonClip clip =
        SkeletonClip.of(info("padded", 0, 1, 1), ReportClips.LAYOUT, padded, mask.build());
    DatasetReport report = plus(clip).report();
    assertThat(report.sharedFrames().longColumn("shared frames").asList()).containsExactly(20L);
    assertThat(report.lengths().longColumn("max").get(0)).as("without padding").isEqualTo(31);
    assertThat(report.bodies().rowCount()).isEqualTo(2);
    assertThat(report.bodies().longColumn("clips").asList()).containsExactly(13L, 0L);
  }

  private static float[] part(float[] coordinates, int frames, int from, int to) {
    float[] part = new float[3 * (to - from) * V];
    for (int c = 0; c < 3; c++) {
      System.arraycopy(
          coordinates, (c * frames + from) * V, part, c * (to - from) * V, (to - from) * V);
    }
    return part;
  }

  private static SkeletonDataset withCopy(int label, int subject, int camera) {
    return plus(ReportClips.clean()[0].withInfo(info("copy", label, subject, camera)));
  }

  private static SkeletonDataset plus(SkeletonClip... more) {
    SkeletonClip[] clean = ReportClips.clean();
    SkeletonClip[] all = Arrays.copyOf(clean, clean.length + more.length);
    System.arraycopy(more, 0, all, clean.length, more.length);
    return ReportClips.set(all);
  }

  private static long cell(Table splits, String split, String side, String column) {
    return splits
        .where(
            t ->
                t.stringColumn("split")
                    .isEqualTo(split)
                    .and(t.stringColumn("side").isEqualTo(side)))
        .longColumn(column)
        .get(0);
  }
}
