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
}
