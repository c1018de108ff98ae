package org.penumbra.data.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.penumbra.data.report.ReportClips.LAYOUT;
import static org.penumbra.data.report.ReportClips.V;
import static org.penumbra.data.report.ReportClips.clip;
import static org.penumbra.data.report.ReportClips.info;
import static org.penumbra.data.report.ReportClips.walk;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SkippedFile;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import tech.tablesaw.api.Table;

class DatasetReportTest {
  @Test
  void countsByClassSubjectAndCameraWithTheSidesOfEverySplit() {
    DatasetReport report = ReportClips.set(ReportClips.clean()).report();
    Table classes = report.classes();
    assertThat(classes.stringColumn("class").asList()).containsExactly("sit", "stand", "wave");
    assertThat(classes.longColumn("clips").asList()).containsExactly(4L, 4L, 4L);
    assertThat(classes.longColumn("frames").asList()).containsExactly(98L, 102L, 106L);
    assertThat(report.subjects().longColumn("clips").asList()).containsExactly(3L, 3L, 3L, 3L);
    assertThat(report.subjects().longColumn("cross subject train").asList())
        .containsExactly(3L, 0L, 3L, 0L);
    assertThat(report.cameras().longColumn("cross view test").asList()).containsExactly(0L, 6L);
    assertThat(report.setups().longColumn("clips").asList()).containsExactly(12L);
    assertThat(report.splits().longColumn("clips").asList()).containsExactly(6L, 6L, 6L, 6L);
  }

  @Test
  void lengthsAreThoseOfNumpy() {
    // numpy.percentile(range(20, 32), [25, 50, 75]) = 22.75, 25.5, 28.25
    DatasetReport report = ReportClips.set(ReportClips.clean()).report();
    Table lengths = report.lengths();
    assertThat(lengths.longColumn("min").get(0)).isEqualTo(20);
    assertThat(lengths.doubleColumn("1st quartile").get(0)).isEqualTo(22.75);
    assertThat(lengths.doubleColumn("median").get(0)).isEqualTo(25.5);
    assertThat(lengths.doubleColumn("mean").get(0)).isEqualTo(25.5);
    assertThat(lengths.doubleColumn("3rd quartile").get(0)).isEqualTo(28.25);
    assertThat(lengths.longColumn("max").get(0)).isEqualTo(31);
    assertThat(report.histogram().rowCount()).isEqualTo(12);
    assertThat(report.histogram().longColumn("clips").sum()).isEqualTo(12);
  }

  @Test
  void sharesAndRunsOfMissingJoints() {
    int frames = 20;
    JointMask.Builder mask = JointMask.builder(frames, V, 1);
    BitSet inferred = new BitSet();
    for (int t : new int[] {2, 3, 4, 9, 19}) {
      mask.set(t, 7, 0, JointState.OCCLUDED); // runs of 3, 1 and 1
      inferred.set(t * V + 11); // the same for another joint
    }
    for (int v = 0; v < V; v++) {
      mask.set(0, v, 0, JointState.ABSENT);
    }
    float[] coordinates = walk("only", frames);
    for (int c = 0; c < 3; c++) {
      coordinates[ReportClips.at(c, 6, 1, frames)] = 0;
    }
    SkeletonClip clip =
        SkeletonClip.of(info("only", 0, 1, 1), LAYOUT, coordinates, mask.build(), inferred);
    DatasetReport report = ReportClips.set(clip).report();
    Table joints = report.joints();
    assertThat(joints.stringColumn("joint").get(0)).isEqualTo("all joints");
    assertThat(joints.longColumn("frames").get(0)).isEqualTo(19L * V);
    assertThat(joints.longColumn("frames").get(8)).isEqualTo(19);
    assertThat(joints.doubleColumn("occluded").get(8)).isEqualTo(500.0 / 19);
    assertThat(joints.doubleColumn("observed").get(8)).isEqualTo(1400.0 / 19);
    assertThat(joints.doubleColumn("inferred").get(12)).isEqualTo(500.0 / 19);
    assertThat(joints.doubleColumn("observed").get(12)).as("guessed, but there").isEqualTo(100);
    assertThat(joints.doubleColumn("exactly zero").get(2)).isCloseTo(100.0 / 19, within(1e-12));
    assertThat(joints.doubleColumn("absent, % of all").get(0)).isEqualTo(5);
    Table runs = report.missingRuns();
    assertThat(runs.stringColumn("what").asList())
        .containsExactly("occluded", "occluded", "inferred", "inferred");
    assertThat(runs.longColumn("runs").asList()).containsOnly(3L);
    assertThat(runs.longColumn("median").asList()).containsOnly(1L);
    assertThat(runs.longColumn("95 %").asList()).containsOnly(3L);
    assertThat(runs.longColumn("longest").asList()).containsOnly(3L);
    assertThat(runs.stringColumn("joint").get(1)).isEqualTo("left hand");
  }

  @Test
  void countsThatDifferFromTheLiteratureAreExplained() {
    SkeletonDataset data =
        ReportClips.set(ReportClips.clean())
            .withSplits(
                List.of(
                    new SplitRule(
                        Split.CROSS_SUBJECT, SplitField.SUBJECT, Set.of("1", "3", "9"), 8, 5),
                    new SplitRule(Split.CROSS_VIEW, SplitField.CAMERA, Set.of("1"), 6, 6)))
            .withSkipped(List.of(new SkippedFile("bad.skeleton", "cut off")));
    DatasetReport report = data.report();
    assertThat(report.warnings())
        .containsExactly(
            "cross subject: 6 train clips, but the literature counts 8 (-2): 1 damaged file of the"
                + " set left out; no clip of 1 subject: 9.",
            "cross subject: 6 test clips, but the literature counts 5 (+1): cause unknown: compare"
                + " the names with the list of who counted 5.",
            "1 damaged file left out of the set (bad.skeleton); see skipped().");
    assertThat(report.splits().longColumn("difference").asList()).containsExactly(-2L, 1L, 0L, 0L);
    assertThat(data.select(info -> info.subject() % 2 == 1).report().warnings())
        .as("one half of a split is not short of the other")
        .noneMatch(warning -> warning.contains("cross subject"));
  }

  @Test
  void aSetReadWhenAskedForGivesTheSameReportInOnePass() {
    SkeletonDataset held = ReportClips.with(7, ReportClips.clean()[7].withInfo(info("x", 1, 1, 1)));
    AtomicInteger reads = new AtomicInteger();
    SkeletonDataset lazy =
        SkeletonDataset.lazy(
            held.name(),
            LAYOUT,
            held.classNames(),
            held.infos(),
            1,
            info -> {
              reads.incrementAndGet();
              return held.clip(info.name());
            },
            held.splits());
    DatasetReport report = lazy.report();
    assertThat(reads).as("each clip is read once").hasValue(held.size());
    assertThat(report).isEqualTo(held.report()).hasSameHashCodeAs(held.report());
    assertThat(report).hasToString(held.report().toString());
    assertThat(report).isNotEqualTo(ReportClips.set(ReportClips.clean()).report());
    assertThat(report).isNotEqualTo(held.report(ReportOptions.standard().withRoomMetres(9)));
  }

  @Test
  void threadsDoNotChangeAnything() throws Exception {
    SkeletonClip[] clips = new SkeletonClip[200];
    for (int n = 0; n < clips.length; n++) {
      String name = "c%03d".formatted(n);
      clips[n] =
          clip(info(name, n % 3, n % 7, n % 2), walk(n % 9 == 0 ? "same" : name, 5 + n % 13));
    }
    SkeletonDataset data = ReportClips.set(clips);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool many = new ForkJoinPool(5);
    try {
      DatasetReport alone = one.submit(() -> data.report()).get();
      assertThat(many.submit(() -> data.report()).get()).isEqualTo(alone);
      assertThat(alone.copies().isEmpty()).isFalse();
    } finally {
      one.shutdown();
      many.shutdown();
    }
  }

  @Test
  void theTextHasWarningsFirstAndUnderSixtyLines() {
    SkeletonClip[] clips = new SkeletonClip[80];
    for (int n = 0; n < clips.length; n++) {
      String name = "c%03d".formatted(n);
      float[] coordinates = walk(n % 2 == 0 ? "same" : name, n < 40 ? 5 : 5 + 3 * n);
      coordinates[20] += 30;
      clips[n] = clip(info(name, n % 3, n % 7, 1 + n % 2 * (n % 4 / 2)), coordinates);
    }
    String text = ReportClips.set(clips).report().toString();
    assertThat(text.lines().count()).as(text).isLessThan(60);
    assertThat(text.lines().toList().get(1)).startsWith("WARNING: ");
    assertThat(text).contains("80 clips", "rows, first 3");
  }

  @Test
  void tablesThatAreChangedDoNotChangeTheReport() {
    DatasetReport report = ReportClips.set(ReportClips.clean()).report();
    report.classes().longColumn("clips").set(0, 99L);
    report.tables().forEach(Table::clear);
    assertThat(report).isEqualTo(ReportClips.set(ReportClips.clean()).report());
  }

  @Test
  void anEmptySetIsReportedToo() {
    DatasetReport report = ReportClips.set().report();
    assertThat(report.warnings()).containsExactly("The set holds no clip at all.");
    assertThat(report.lengths().isEmpty()).isTrue();
    assertThat(report.classes().longColumn("clips").asList()).containsExactly(0L, 0L, 0L);
    assertThat(report.toString()).startsWith("made: 0 clips");
  }

  @Test
  void wrongOptionsAreNamed() {
    ReportOptions options = ReportOptions.standard();
    assertThatThrownBy(() -> options.withShortFrames(1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("shortFrames must be at least 2, found 1.");
    assertThatThrownBy(() -> options.withBoneChange(1, 0.3)).hasMessageContaining("boneFactor");
    assertThatThrownBy(() -> options.withJumpMetres(Double.NaN)).hasMessageContaining("jumpMetres");
    assertThat(options.describe()).contains("under 10 frames", "1.2 m");
  }
}
