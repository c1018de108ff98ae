package org.penumbra.data.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.data.report.ReportClips.V;
import static org.penumbra.data.report.ReportClips.at;
import static org.penumbra.data.report.ReportClips.clip;
import static org.penumbra.data.report.ReportClips.walk;
import static org.penumbra.data.report.ReportClips.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import tech.tablesaw.api.Table;

/** Each defect is put into a clean set, and exactly it is found. */
class DefectsTest {
  private static final ClipInfo INFO = ReportClips.clean()[7].info(); // camera 2, subject 4: test
  private static final int FRAMES = 20;
  private static final int HEAD = ReportClips.LAYOUT.joint("head").index();

  @Test
  void aCleanSetHasNoDefectAndNoWarning() {
    DatasetReport report = ReportClips.set(ReportClips.clean()).report();
    assertThat(report.warnings()).isEmpty();
    assertThat(found(report)).isEmpty();
    assertThat(report.verdict()).startsWith("No warning");
    assertThat(report.toString()).contains("No warning").doesNotContain("WARNING");
  }

  @ParameterizedTest
  @CsvSource({
    "1, one frame, 1 of one frame",
    "2, short, 1 under 10 frames",
    "9, short, 1 under 10 frames"
  })
  void aClipOfFewFrames(int frames, String defect, String words) {
    DatasetReport report = with(7, clip(INFO, walk("own", frames))).report();
    assertThat(found(report)).containsExactly("Degenerate clips");
    assertDegenerate(report.degenerate(), frames, defect);
    assertThat(report.warnings())
        .containsExactly(
            "cross view: 1 test clip is degenerate (" + words + ").",
            "cross subject: 1 test clip is degenerate (" + words + ").");
  }

  @Test
  void tenFramesAreEnough() {
    DatasetReport report = with(7, clip(INFO, walk("own", 10))).report();
    assertThat(found(report)).isEmpty();
    assertThat(with(7, clip(INFO, walk("own", 10))).report(shortBelow(11)).degenerate().rowCount())
        .isEqualTo(1);
  }

  private static ReportOptions shortBelow(int frames) {
    return ReportOptions.standard().withShortFrames(frames);
  }

  @Test
  void aClipWithoutAnyFrame() {
    DatasetReport report = with(7, clip(INFO, new float[0])).report();
    assertThat(found(report)).containsExactly("Degenerate clips");
    assertDegenerate(report.degenerate(), 0, "empty");
  }

  @Test
  void aClipInWhichNobodyIsSeen() {
    for (JointState state : List.of(JointState.ABSENT, JointState.OCCLUDED)) {
      SkeletonClip nobody =
          SkeletonClip.of(
              INFO, ReportClips.LAYOUT, walk("own", FRAMES), JointMask.filled(FRAMES, V, 1, state));
      DatasetReport report = with(7, nobody).report();
      assertThat(found(report)).contains("Degenerate clips").doesNotContain("Clips that share");
      assertDegenerate(report.degenerate(), state == JointState.ABSENT ? 0 : FRAMES, "empty");
    }
  }

  @Test
  void aClipAtZeroIsFrozenToo() {
    DatasetReport report = with(7, clip(INFO, new float[3 * FRAMES * V])).report();
    assertThat(found(report)).containsExactly("Degenerate clips");
    assertThat(report.degenerate().stringColumn("defect").asList())
        .containsExactly("all zero", "frozen");
    assertThat(
            report.overview().where(t -> t.stringColumn("what").containsString("zero")).get(0, 1))
        .isEqualTo("400 (6.7 %)");
  }

  @Test
  void aClipThatDoesNotMove() {
    float[] still = walk("own", FRAMES);
    for (int i = 0; i < still.length; i++) {
      int channel = i / (FRAMES * V);
      still[i] = still[at(channel, 0, i % V, FRAMES)];
    }
    DatasetReport report = with(7, clip(INFO, still)).report();
    assertThat(found(report)).containsExactly("Degenerate clips");
    assertDegenerate(report.degenerate(), FRAMES, "frozen");
    still[at(1, 11, 4, FRAMES)] += 0.001f;
    assertThat(found(with(7, clip(INFO, still)).report())).isEmpty();
  }

  @Test
  void aWholeBodyThatJumpsAndStays() {
    float[] jumping = walk("own", FRAMES);
    for (int t = 12; t < FRAMES; t++) {
      for (int v = 0; v < V; v++) {
        jumping[at(0, t, v, FRAMES)] += v == HEAD ? 1.35f : 1.3f;
      }
    }
    DatasetReport report = with(7, clip(INFO, jumping)).report();
    assertThat(found(report)).containsExactly("Jumps of more than 1.0 m in a frame");
    Table jumps = report.jumps();
    assertThat(jumps.rowCount()).isEqualTo(1);
    assertThat(jumps.stringColumn("clip").get(0)).isEqualTo(INFO.name());
    assertThat(jumps.longColumn("frame").get(0)).isEqualTo(12);
    assertThat(jumps.longColumn("joints").get(0)).isEqualTo(V);
    assertThat(jumps.stringColumn("farthest joint").get(0)).isEqualTo("head");
    assertThat(jumps.doubleColumn("metres").get(0)).isCloseTo(1.36, within(0.01));
    assertThat(report.warnings()).as("jumps are noise, not a changed number").isEmpty();
    var wide = ReportOptions.standard().withJumpMetres(1.5);
    assertThat(found(with(7, clip(INFO, jumping)).report(wide))).isEmpty();
  }

  @Test
  void aJumpOverAHiddenFrameIsNone() {
    float[] jumping = walk("own", FRAMES);
    JointMask.Builder mask = JointMask.builder(FRAMES, V, 1);
    for (int v = 0; v < V; v++) {
      mask.set(12, v, 0, JointState.OCCLUDED);
      for (int t = 12; t < FRAMES; t++) {
        jumping[at(0, t, v, FRAMES)] += 1.3f;
      }
    }
    SkeletonClip clip = SkeletonClip.of(INFO, ReportClips.LAYOUT, jumping, mask.build());
    assertThat(with(7, clip).report().jumps().isEmpty()).isTrue();
  }

  @Test
  void aBoneThatGrowsInOneFrame() {
    float[] grown = walk("own", FRAMES);
    grown[at(2, 5, HEAD, FRAMES)] += 0.7f;
    DatasetReport report = with(7, clip(INFO, grown)).report();
    assertThat(found(report)).containsExactly("Bones of impossible length");
    Table bones = report.bones();
    assertThat(bones.rowCount()).isEqualTo(1);
    assertThat(bones.stringColumn("worst bone").get(0)).isEqualTo("head to shoulder centre");
    assertThat(bones.longColumn("in frame").get(0)).isEqualTo(5);
    assertThat(bones.longColumn("frames").get(0)).isEqualTo(1);
    assertThat(bones.longColumn("bones").get(0)).isEqualTo(1);
    assertThat(bones.doubleColumn("usual metres").get(0)).isCloseTo(0.25, within(0.01));
    assertThat(bones.doubleColumn("metres").get(0)).isCloseTo(0.743, within(0.01));
    var patient = ReportOptions.standard().withBoneChange(4, 0.3);
    assertThat(found(with(7, clip(INFO, grown)).report(patient))).isEmpty();
  }

  @Test
  void aBoneThatIsAlwaysTooLong() {
    float[] long1 = walk("own", FRAMES);
    for (int t = 0; t < FRAMES; t++) {
      long1[at(2, t, HEAD, FRAMES)] += 1.3f;
    }
    DatasetReport report = with(7, clip(INFO, long1)).report();
    assertThat(found(report)).containsExactly("Bones of impossible length");
    assertThat(report.bones().longColumn("frames").get(0)).isEqualTo(FRAMES);
  }

  @Test
  void aBodyOutsideOfTheRoom() {
    float[] far = walk("own", FRAMES);
    for (int t = 0; t < FRAMES; t++) {
      for (int v = 0; v < V; v++) {
        far[at(1, t, v, FRAMES)] -= 12;
      }
    }
    DatasetReport report = with(7, clip(INFO, far)).report();
    assertThat(found(report)).containsExactly("Coordinates beyond 10.0 m");
    assertThat(report.farAway().longColumn("joint positions").get(0)).isEqualTo(400);
    assertThat(report.farAway().doubleColumn("metres").get(0)).isBetween(11.5, 13.5);
  }

  @Test
  void millimetresAreSaidAloud() {
    SkeletonClip[] clips = ReportClips.clean();
    for (int n = 0; n < clips.length; n++) {
      float[] coordinates = clips[n].toArray();
      for (int i = 0; i < coordinates.length; i++) {
        coordinates[i] *= 1000;
      }
      clips[n] = clip(clips[n].info(), coordinates);
    }
    assertThat(ReportClips.set(clips).report().warnings())
        .singleElement()
        .asString()
        .contains("half of the bones are longer than 250")
        .contains("seem not to be metres");
  }

  private static void assertDegenerate(Table table, int frames, String defect) {
    assertThat(table.rowCount()).isEqualTo(1);
    assertThat(table.stringColumn("clip").get(0)).isEqualTo(INFO.name());
    assertThat(table.stringColumn("class").get(0)).isEqualTo("stand");
    assertThat(table.longColumn("frames").get(0)).isEqualTo(frames);
    assertThat(table.stringColumn("defect").get(0)).isEqualTo(defect);
  }

  /** Titles of the tables of findings that have rows. */
  static List<String> found(DatasetReport report) {
    return List.of(
            report.copiedTestClips(),
            report.labelConflicts(),
            report.degenerate(),
            report.jumps(),
            report.bones(),
            report.farAway(),
            report.sharedFrames(),
            report.copies())
        .stream()
        .filter(table -> !table.isEmpty())
        .map(Table::name)
        .toList();
  }
}
