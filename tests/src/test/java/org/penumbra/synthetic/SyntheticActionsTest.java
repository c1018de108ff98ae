package org.penumbra.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.TrainTest;
import org.penumbra.skeleton.Bone;

class SyntheticActionsTest {
  private static final SyntheticActions STANDARD = SyntheticActions.standard();
  private static final SkeletonDataset DATA = STANDARD.generate();

  @Test
  void theStandardSetHasItsSizeNamesAndSplits() {
    assertThat(DATA.size()).isEqualTo(576);
    assertThat(DATA.classNames()).hasSize(12).doesNotHaveDuplicates();
    assertThat(DATA.clips())
        .allMatch(clip -> clip.name().matches("S001C\\d{3}P\\d{3}R\\d{3}A\\d{3}"));
    assertThat(DATA.clips()).allMatch(clip -> clip.frames() >= 30 && clip.frames() <= 120);
    assertThat(DATA.clips().stream().mapToInt(SkeletonClip::frames).distinct().count())
        .isGreaterThan(40);
    for (int label = 0; label < 12; label++) {
      int wanted = label;
      assertThat(IntStream.of(DATA.labels()).filter(found -> found == wanted)).hasSize(48);
    }
    TrainTest subjects = DATA.split(Split.CROSS_SUBJECT);
    assertThat(subjects.train().size()).isEqualTo(360);
    assertThat(subjects.test().size()).isEqualTo(216);
    TrainTest views = DATA.split(Split.CROSS_VIEW);
    assertThat(views.train().size()).isEqualTo(384);
    assertThat(views.test().clips()).allMatch(clip -> clip.info().camera() == 1);
  }

  @Test
  void itOpensByNameWithoutAnyFiles() {
    assertThat(Datasets.open("synthetic", Path.of("no-such-folder")).clips())
        .isEqualTo(DATA.clips());
  }

  @Test
  void aClipDependsOnSeedAndNameOnly() {
    String name = "S001C002P003R001A007";
    SkeletonClip clip = DATA.clip(name);
    assertThat(STANDARD.withSubjects(20).withRepetitions(5).clip(name)).isEqualTo(clip);
    assertThat(STANDARD.withSeed(2).clip(name)).isNotEqualTo(clip);
  }

  @Test
  void aClipIsTheSameOnEveryMachine() {
    SkeletonClip clip = DATA.clip("S001C002P003R001A007");
    assertThat(clip.frames()).isEqualTo(35);
    assertThat(clip.at(0, 0, 0, 0)).isEqualTo(-0.123852275f);
    assertThat(clip.at(1, 10, 11, 0)).isEqualTo(-0.112908825f);
    assertThat(Arrays.hashCode(clip.toArray())).isEqualTo(-1840641859);
  }

  @Test
  void bonesKeepTheirLengthWithoutNoiseAndSubjectsDiffer() {
    SkeletonDataset exact = STANDARD.withNoise(0).withRepetitions(1).generate();
    for (SkeletonClip clip : exact.clips()) {
      for (Bone bone : clip.layout().bones()) {
        double first = length(clip, bone, 0);
        assertThat(first).isBetween(0.02, 0.6);
        for (int t = 1; t < clip.frames(); t++) {
          assertThat(length(clip, bone, t)).isEqualTo(first, within(1e-5));
        }
      }
    }
    Bone thigh = new Bone(13, 12);
    double[] thighs =
        IntStream.rangeClosed(1, 8)
            .mapToDouble(p -> length(exact.clip("S001C001P00" + p + "R001A001"), thigh, 0))
            .distinct()
            .toArray();
    assertThat(thighs).hasSize(8);
  }

  @Test
  void bodiesStandUprightFaceTheCameraAndAreInFrontOfIt() {
    for (SkeletonClip clip : DATA.clips()) {
      assertThat(clip.mask().count(JointState.OBSERVED)).isEqualTo(clip.frames() * 25);
      assertThat(clip.at(1, 0, 3, 0)).as("head above feet").isGreaterThan(clip.at(1, 0, 15, 0));
      assertThat(clip.at(2, 0, 0, 0)).as("distance").isBetween(2f, 4.5f);
      if (clip.info().camera() == 1) {
        assertThat(clip.at(0, 0, 4, 0))
            .as("left shoulder at smaller x in %s", clip.name())
            .isLessThan(clip.at(0, 0, 8, 0));
      }
    }
  }

  @Test
  void nearestNeighbourLearnsButDoesNotSaturate() {
    for (Split split : new Split[] {Split.CROSS_SUBJECT, Split.CROSS_VIEW}) {
      assertThat(NearestNeighbour.accuracy(DATA.split(split)))
          .as("1-NN, %s; chance is 1/12", split.label())
          .isBetween(0.5, 0.9);
    }
  }

  @Test
  void wrongOptionsAreNamed() {
    assertThatThrownBy(() -> STANDARD.withSubjects(0))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessage("subjects must be between 1 and 40, found 0.");
    assertThatThrownBy(() -> STANDARD.withCameras(4)).hasMessageContaining("cameras");
    assertThatThrownBy(() -> STANDARD.withActions(13)).hasMessageContaining("actions");
    assertThatThrownBy(() -> STANDARD.withRepetitions(0)).hasMessageContaining("repetitions");
    assertThatThrownBy(() -> STANDARD.withFrames(0, 10)).hasMessageContaining("minFrames");
    assertThatThrownBy(() -> STANDARD.withFrames(40, 30)).hasMessageContaining("maxFrames");
    assertThatThrownBy(() -> STANDARD.withNoise(Double.NaN)).hasMessageContaining("noise");
    assertThatThrownBy(() -> STANDARD.clip("clip 7")).hasMessageContaining("S001C001P001R001A001");
    assertThatThrownBy(() -> STANDARD.clip("S001C001P009R001A001"))
        .hasMessageContaining("subject of clip S001C001P009R001A001");
  }

  private static double length(SkeletonClip clip, Bone bone, int frame) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      double way = clip.at(c, frame, bone.child(), 0) - clip.at(c, frame, bone.parent(), 0);
      sum += way * way;
    }
    return Math.sqrt(sum);
  }
}
