package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.TrainTest;
import org.penumbra.data.report.DatasetReport;

/** The real set, where the user has it: {@code PENUMBRA_DATA} names a folder that holds it. */
class NwUclaRealDataTest {
  private static SkeletonDataset data;

  @BeforeAll
  static void open() {
    Assumptions.assumeTrue(
        new NwUcla().isIn(Datasets.folder()), "PENUMBRA_DATA holds no nw-ucla; nothing to check");
    data = Datasets.open("nw-ucla");
  }

  @Test
  void countsAreThoseOfTheField() {
    assertThat(data.size()).isEqualTo(1484);
    TrainTest views = data.split(Split.CROSS_VIEW);
    assertThat(views.train().size()).isEqualTo(1020);
    assertThat(views.test().size()).isEqualTo(464);
    TrainTest subjects = data.split(Split.CROSS_SUBJECT);
    assertThat(subjects.train().size()).isEqualTo(724);
    assertThat(subjects.test().size()).isEqualTo(760);
    long[] perClass =
        IntStream.range(0, 10)
            .mapToLong(label -> IntStream.of(data.labels()).filter(found -> found == label).count())
            .toArray();
    assertThat(perClass).containsExactly(150, 152, 141, 173, 148, 149, 142, 142, 145, 142);
  }

  @Test
  void testClipsThatAreCopiesOfTrainingClipsAreAsManyAsDocumented() {
    assertThat(data.split(Split.CROSS_VIEW).copiedTestClips()).hasSize(95);
    assertThat(data.split(Split.CROSS_SUBJECT).copiedTestClips()).isEmpty();
  }

  @Test
  void whatIsOddAboutItIsAsDocumented() {
    assertThat(data.clips().stream().mapToInt(SkeletonClip::frames).min()).hasValue(1);
    assertThat(data.clips().stream().mapToInt(SkeletonClip::frames).max()).hasValue(201);
    assertThat(data.clips().stream().filter(clip -> clip.frames() < 10)).hasSize(10);
    assertThat(data.clips().stream().mapToInt(clip -> clip.mask().count(JointState.OCCLUDED)).sum())
        .isEqualTo(12);
    assertThat(data.clip("a04_s01_e01_v01").mask().state(34, 0, 0)).isEqualTo(JointState.OCCLUDED);
  }

  /** Figures found by an independent script over the JSON files. */
  @Test
  void theReportSaysWhatTheDataPageSays() {
    DatasetReport report = data.report();
    assertThat(report.warnings()).hasSize(4);
    assertThat(report.warnings().get(0))
        .contains("cross view: 95 of the 464 test clips (20.5 %) are exact copies");
    assertThat(report.warnings().get(1))
        .startsWith("11 pairs of clips hold the same frames under different labels")
        .contains("a08_s01_e04_v02 with a09_s01_e03_v01: 81 frames");
    assertThat(report.warnings().get(2))
        .isEqualTo("cross view: 4 test clips are degenerate (1 of one frame, 3 under 10 frames).");
    assertThat(report.warnings().get(3))
        .isEqualTo("cross subject: 3 test clips are degenerate (3 under 10 frames).");
    assertThat(report.copiedTestClips().rowCount()).isEqualTo(95);
    assertThat(report.copies().rowCount()).isEqualTo(190);
    assertThat(report.labelConflicts().rowCount()).isZero();
    assertThat(report.sharedFrames().longColumn("shared frames").asList())
        .containsExactly(
            111L, 81L, 71L, 65L, 61L, 56L, 45L, 42L, 42L, 42L, 41L, 38L, 18L, 10L, 10L, 6L, 2L, 1L);
    assertThat(report.sharedFrames().stringColumn("across").unique().asList())
        .as("inside one side of both splits")
        .containsExactly("");
    assertThat(report.degenerate().stringColumn("defect").asList())
        .containsOnly("one frame", "short")
        .hasSize(10)
        .filteredOn("one frame"::equals)
        .hasSize(2);
  }

  @Test
  void oddMovementIsAsDocumented() {
    DatasetReport report = data.report();
    assertThat(report.jumps().rowCount()).isEqualTo(265);
    assertThat(report.jumps().stringColumn("clip").countUnique()).isEqualTo(60);
    assertThat(report.jumps().stringColumn("clip").get(0)).isEqualTo("a04_s01_e01_v01");
    assertThat(report.jumps().longColumn("frame").get(0)).isEqualTo(34);
    assertThat(report.jumps().doubleColumn("metres").get(0)).isBetween(3.931, 3.932);
    assertThat(report.bones().rowCount()).isEqualTo(116);
    assertThat(report.bones().doubleColumn("metres").get(0)).isBetween(3.679, 3.680);
    assertThat(report.farAway().isEmpty()).isTrue();
    assertThat(report.lengths().doubleColumn("1st quartile").get(0)).isEqualTo(21);
    assertThat(report.lengths().doubleColumn("median").get(0)).isEqualTo(31);
    assertThat(report.lengths().doubleColumn("3rd quartile").get(0)).isEqualTo(47);
    assertThat(report.joints().longColumn("frames").get(0)).isEqualTo(1_170_680);
    assertThat(report.missingRuns().longColumn("runs").get(0)).isEqualTo(12);
    assertThat(report.missingRuns().longColumn("longest").get(0)).isEqualTo(1);
  }
}
