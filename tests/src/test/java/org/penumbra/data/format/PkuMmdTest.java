package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitRule;
import org.penumbra.data.TrainTest;
import org.penumbra.skeleton.SkeletonLayout;

class PkuMmdTest {
  @TempDir Path folder;

  @Test
  void clipsAreCutByTheLabels() throws IOException {
    PkuFiles.write(folder.resolve("pku-mmd-1"), PkuFiles.first());
    SkeletonDataset set = Datasets.open("pku-mmd-1", folder);
    assertThat(set.infos())
        .containsExactly(
            new ClipInfo("0002-L_001", 2, 0, 1, 2, 0),
            new ClipInfo("0002-L_002", 50, 0, 1, 2, 0),
            new ClipInfo("0002-M_001", 2, 0, 2, 2, 0),
            new ClipInfo("0002-M_002", 50, 0, 2, 2, 0),
            new ClipInfo("0002-R_001", 2, 0, 3, 2, 0),
            new ClipInfo("0002-R_002", 50, 0, 3, 2, 0),
            new ClipInfo("0010-L_001", 7, 0, 1, 10, 0));
    assertThat(set.isInMemory()).isFalse();
    assertThat(set.classNames()).hasSize(51).contains("drink water").endsWith("writing");
    assertThat(set.classNames().get(7)).isEqualTo("drink water");

    SkeletonClip clip = set.clip("0002-M_001");
    assertThat(clip.layout()).isEqualTo(SkeletonLayout.NTU_25);
    assertThat(clip.mask().shape()).isEqualTo("(T 4, V 25, M 2)");
    assertThat(clip.hasTrackingState()).isFalse();
    int[] counts = new int[3];
    for (int t = 0; t < 4; t++) {
      for (int v = 0; v < 25; v++) {
        for (int m = 0; m < 2; m++) {
          JointState state = clip.mask().state(t, v, m);
          counts[state.code()]++;
          for (int c = 0; c < 3; c++) {
            Float expected = PkuFiles.value("0002-M", t + 1, m * 75 + v * 3 + c);
            assertThat(clip.at(c, t, v, m))
                .as("channel %d, frame %d, joint %d, body %d", c, t, v, m)
                .isEqualTo(state == JointState.OBSERVED ? expected : Float.valueOf(Float.NaN));
          }
        }
      }
    }
    // Body 2 is away in the first frame, body 1 in the third, and one joint was lost.
    assertThat(counts).containsExactly(149, 1, 50);
    assertThat(clip.mask().state(1, 7, 0)).isEqualTo(JointState.OCCLUDED);
    assertThat(clip.mask().state(2, 0, 0)).isEqualTo(JointState.ABSENT);
    assertThat(clip.mask().state(0, 0, 1)).isEqualTo(JointState.ABSENT);
    assertThat(set.clip("0002-M_002").mask().shape()).isEqualTo("(T 7, V 25, M 1)");
    assertThat(set.clip("0010-L_001").frames()).isEqualTo(1);
    assertThat(set.bodies()).isEqualTo(2);
  }

  @Test
  void theSetsOwnTextsDivideIt() throws IOException {
    PkuFiles.write(folder.resolve("pku-mmd-1"), PkuFiles.first());
    SkeletonDataset set = new PkuMmd1().open(folder);
    assertThat(set.splits())
        .extracting(SplitRule::split)
        .containsExactlyInAnyOrder(Split.CROSS_SUBJECT, Split.CROSS_VIEW);
    TrainTest subject = set.split(Split.CROSS_SUBJECT);
    assertThat(subject.train().size()).isEqualTo(6);
    assertThat(subject.test().infos()).extracting(ClipInfo::name).containsExactly("0010-L_001");
    TrainTest view = set.split(Split.CROSS_VIEW);
    assertThat(view.train().size()).isEqualTo(4);
    assertThat(view.test().infos())
        .extracting(ClipInfo::name)
        .containsExactly("0002-L_001", "0002-L_002", "0010-L_001");
    assertThat(view.test().clips().get(0).name()).isEqualTo("0002-L_001");
  }

  @Test
  void partTwoTellsTheSubject() throws IOException {
    PkuFiles.write(folder.resolve("pku_raw/v2"), PkuFiles.second());
    SkeletonDataset set = Datasets.open("pku-mmd-2", folder);
    assertThat(set.infos())
        .containsExactly(
            new ClipInfo("A01N01-L_001", 11, 1, 1, 1, 0),
            new ClipInfo("A14N07-R_001", 0, 7, 3, 14, 0));
    assertThat(set.split(Split.CROSS_SUBJECT).train().infos())
        .extracting(ClipInfo::name)
        .containsExactly("A14N07-R_001");
    assertThat(set.splits()).hasSize(1);
  }

  @Test
  void bothPartsMayLieInOneFolder() throws IOException {
    PkuFiles.write(folder, PkuFiles.first());
    PkuFiles.write(
        folder.resolve("skeleton_v2"), Map.of("A01N01-L.txt", PkuFiles.skeletons("", 3)));
    PkuFiles.write(folder.resolve("Label_v2"), Map.of("A01N01-L.txt", "12,2,3,1\n"));
    assertThat(new PkuMmd1().isIn(folder)).isTrue();
    assertThat(new PkuMmd1().open(folder).size()).isEqualTo(7);
    PkuFiles.write(
        folder,
        Map.of(
            "Split/cross_view_v2.txt", "\nA01N01-L\n\nA01N01-M\n", "Split/cross_subject.txt", ""));
    assertThat(new PkuMmd1().open(folder).splits()).hasSize(2);
    PkuFiles.write(folder, Map.of("Split/cross_subject_v2.txt", "\nA01N01-L\n\nA01N01-M\n"));
    assertThat(new PkuMmd2().open(folder).size()).isEqualTo(1);
  }

  @Test
  void anyOrderAndManyThreadsReadTheSame() throws IOException {
    PkuFiles.write(folder, many(40));
    SkeletonDataset set = new PkuMmd1().open(folder);
    assertThat(set.size()).isEqualTo(80);
    List<SkeletonClip> inOrder = List.copyOf(set.clips());
    assertThat(set.inMemory().clips()).isEqualTo(inOrder);
    List<SkeletonClip> backwards =
        IntStream.range(0, 80).parallel().mapToObj(n -> set.clips().get(79 - n)).toList();
    for (int n = 0; n < 80; n++) {
      assertThat(backwards.get(79 - n)).isEqualTo(inOrder.get(n));
    }
  }

  private static Map<String, String> many(int recordings) {
    Map<String, String> files = new HashMap<>();
    for (int n = 0; n < recordings; n++) {
      String name = "%04d-L.txt".formatted(n);
      files.put("skeleton/" + name, PkuFiles.skeletons(name, 4));
      files.put("label/" + name, "1,1,2,1\n2,2,4,1\n");
    }
    return files;
  }
}
