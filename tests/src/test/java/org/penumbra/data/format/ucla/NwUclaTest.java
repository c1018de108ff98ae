package org.penumbra.data.format.ucla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.skeleton.SkeletonLayout;

/** Reading whole sets. */
class NwUclaTest {
  @TempDir Path folder;

  @Test
  void readsNamesLabelsAndCoordinates() throws IOException {
    SkeletonDataset data = new NwUcla().open(UclaFiles.folder(folder, UclaFiles.set()));
    assertThat(data.layout()).isEqualTo(SkeletonLayout.KINECT_20);
    assertThat(data.clips())
        .extracting(SkeletonClip::name)
        .containsExactly(
            "a01_s01_e00_v01", "a01_s02_e01_v03", "a08_s04_e02_v03", "a12_s03_e00_v02");
    assertThat(data.labels()).containsExactly(0, 0, 6, 9);
    assertThat(data.classNames()).hasSize(10).contains("donning", "carry");
    SkeletonClip clip = data.clip("a12_s03_e00_v02");
    assertThat(clip.frames()).isEqualTo(5);
    assertThat(clip.info().subject()).isEqualTo(3);
    assertThat(clip.info().camera()).isEqualTo(2);
    String json = UclaFiles.json("a12_s03_e00_v02", 10, 5);
    String first = json.substring(json.indexOf("[[[") + 3, json.indexOf(']'));
    for (int c = 0; c < 3; c++) {
      assertThat(clip.at(c, 0, 0, 0)).isEqualTo(Float.parseFloat(first.split(", ", -1)[c]));
    }
  }

  @Test
  void aJointAtExactlyZeroIsOccludedAndNothingElse() throws IOException {
    SkeletonDataset data = new NwUcla().open(UclaFiles.folder(folder, UclaFiles.set()));
    for (SkeletonClip clip : data.clips()) {
      assertThat(clip.mask().state(0, 2, 0)).isEqualTo(JointState.OCCLUDED);
      assertThat(clip.mask().count(JointState.OCCLUDED)).isEqualTo(1);
      assertThat(clip.mask().count(JointState.ABSENT)).isZero();
      assertThat(clip.at(0, 0, 2, 0)).isNaN();
    }
  }

  @Test
  void splitsFollowViewsAndSubjects() throws IOException {
    SkeletonDataset data = new NwUcla().open(UclaFiles.folder(folder, UclaFiles.set()));
    assertThat(data.split(Split.CROSS_VIEW).test().clips())
        .extracting(SkeletonClip::name)
        .containsExactly("a01_s02_e01_v03", "a08_s04_e02_v03");
    assertThat(data.split(Split.CROSS_SUBJECT).train().clips())
        .extracting(SkeletonClip::name)
        .containsExactly("a01_s01_e00_v01", "a12_s03_e00_v02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nw-ucla.zip", "nw-ucla.tar.gz", "nw-ucla.tgz", "nw-ucla.tar.xz"})
  void everyArchiveHoldsTheSameAsTheFolder(String archive) throws IOException {
    Path plain = UclaFiles.folder(folder.resolve("plain"), UclaFiles.set());
    Path packed = Files.createDirectory(folder.resolve("packed"));
    Path file = UclaFiles.archive(packed.resolve(archive), UclaFiles.set());
    SkeletonDataset expected = new NwUcla().open(plain);
    assertThat(Datasets.open("nw-ucla", packed).clips()).isEqualTo(expected.clips());
    assertThat(Datasets.open("nw-ucla", file).clips())
        .as("the data folder may be the archive itself")
        .isEqualTo(expected.clips());
    assertThat(new NwUcla().isIn(packed)).isTrue();
    assertThat(packed).isDirectoryContaining(file::equals);
    assertThat(packed.toFile().list()).as("nothing is unpacked").hasSize(1);
  }

  @Test
  void aFolderThatHoldsAllSqeIsFoundAndAnEmptyOneIsNot() throws IOException {
    UclaFiles.folder(folder, UclaFiles.set());
    assertThat(new NwUcla().open(folder.resolve("nw-ucla")).size()).isEqualTo(4);
    assertThat(new NwUcla().isIn(Files.createDirectory(folder.resolve("empty")))).isFalse();
  }

  @Test
  void fieldsMayComeInAnyOrderWithOthersBetweenThem() throws IOException {
    String json = UclaFiles.json("a01_s01_e00_v01", 1, 3);
    int cut = json.indexOf("\"skeletons\"");
    String other =
        "{\"label\": 1, \"fps\": {\"n\": [30, null]}, "
            + json.substring(cut).replace(", \"label\": 1", "");
    String name = "all_sqe/a01_s01_e00_v01.json";
    Path one = UclaFiles.folder(folder.resolve("one"), Map.of(name, UclaFiles.text(json)));
    Path two = UclaFiles.folder(folder.resolve("two"), Map.of(name, UclaFiles.text(other)));
    assertThat(new NwUcla().open(two).clips()).isEqualTo(new NwUcla().open(one).clips());
  }
}
