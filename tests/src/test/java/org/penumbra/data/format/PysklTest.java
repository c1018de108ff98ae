package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.skeleton.SkeletonLayout;

class PysklTest {
  private static final String MAKE =
      """
      names = ['S001C001P001R001A001', 'S001C002P003R001A060', 'S002C003P001R002A011']
      def keypoint(m, t):
          return (np.arange(m * t * 75).reshape(m, t, 25, 3) / 4 - 9).astype('<f2')
      two = keypoint(2, 4)
      two[1, 2:] = 0
      two[0, 1, 7] = 0
      keypoints = [keypoint(1, 5), two, keypoint(1, 1)]
      annotations = [dict(frame_dir=n, label=int(n[17:]) - 1, keypoint=k, total_frames=k.shape[1])
                     for n, k in zip(names, keypoints)]
      data = dict(split=dict(xsub_train=[names[0], names[2]], xsub_val=[names[1]],
                             xview_train=names[1:], xview_val=names[:1]),
                  annotations=annotations)
      """;

  @TempDir Path folder;

  private Path make(String change, int protocol) throws IOException {
    Path file = folder.resolve("ntu60_3danno.pkl");
    PythonNumpy.run(
        MAKE + change + "\npickle.dump(data, open(sys.argv[1], 'wb'), " + protocol + ")", file);
    return file;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aFileOfAnyProtocolOpensByName(int protocol) throws IOException {
    make("", protocol);
    SkeletonDataset data = Datasets.open("ntu-60-pyskl", folder);
    assertThat(data.isInMemory()).isFalse();
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.bodies()).isEqualTo(2);
    SkeletonClip one = data.clip("S001C001P001R001A001");
    assertThat(one.info()).isEqualTo(new ClipInfo("S001C001P001R001A001", 0, 1, 1, 1, 1));
    assertThat(one.frames()).isEqualTo(5);
    assertThat(one.at(2, 3, 7, 0)).isEqualTo(((3 * 25 + 7) * 3 + 2) / 4f - 9);
    SkeletonClip two = data.clip("S001C002P003R001A060");
    assertThat(two.mask().state(1, 0, 1)).isEqualTo(JointState.OBSERVED);
    assertThat(two.mask().state(2, 0, 1)).isEqualTo(JointState.ABSENT);
    assertThat(two.mask().count(JointState.ABSENT)).isEqualTo(50);
    assertThat(two.mask().state(1, 7, 0)).isEqualTo(JointState.OBSERVED);
    assertThat(two.at(1, 1, 24, 1)).isEqualTo(((4 * 25 + 25 + 24) * 3 + 1) / 4f - 9);
    assertThat(data.split(Split.CROSS_SUBJECT).test().infos())
        .extracting(ClipInfo::name)
        .containsExactly("S001C002P003R001A060");
    assertThat(data.split(Split.CROSS_VIEW).train().size()).isEqualTo(2);
    assertThatThrownBy(() -> data.split(Split.CROSS_SETUP)).hasMessageContaining("CROSS_VIEW");
  }

  @Test
  void aListAloneIsReadWithoutSplits() throws IOException {
    Path file = make("data = annotations", 4);
    SkeletonDataset data = Pyskl.read(file, "own", SkeletonLayout.NTU_25, NtuClasses.numbered(60));
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.splits()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          del data['annotations']|expected the key 'annotations', found split
          del annotations[1]['label']|annotations[1]: expected the key 'label'
          annotations[1]['label'] = 'x'|annotations[1].label: expected a whole number, found text
          annotations[1]['label'] = 60|annotations[1].label: expected a label from 0 to 59, found 60
          annotations[1]['keypoint'] = [1]|annotations[1].keypoint: expected a NumPy array, found a list
          annotations[1]['keypoint'] = two[..., :2]|[2, 4, 25, 2]; these are 2-D poses
          annotations[1]['keypoint'] = two[:, :, :20]|expected shape (M, T, 25, 3)
          annotations[1]['keypoint'] = two[:, :0]|expected shape (M, T, 25, 3)
          annotations[1]['keypoint'] = two.astype('>f4')|big-endian
          annotations[1]['total_frames'] = 7|annotations[1].total_frames: expected 4
          annotations[1]['frame_dir'] = names[0]|annotations[1]: the clip S001C001P001R001A001 is there twice
          data['split']['xsub_val'] += names[:1]|in either xsub_train or xsub_val, found it in both
          data['split']['xsub_val'] = []|in either xsub_train or xsub_val, found it in neither
          data = 5|expected a list or tuple
          """)
  void aWrongFileIsRefusedByPlace(String change, String problem) throws IOException {
    Path file = make(change, 4);
    assertThatThrownBy(() -> Datasets.open("ntu-60-pyskl", folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(problem);
  }

  @Test
  void infinityInAClipIsNamedWhenItIsRead() throws IOException {
    make("two[0, 1, 7, 2] = 1e9", 4);
    SkeletonDataset data = Datasets.open("ntu-60-pyskl", folder);
    assertThatThrownBy(() -> data.clip("S001C002P003R001A060"))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("annotations[1].keypoint, frame 1, joint 7, body 0")
        .hasMessageContaining("Infinity");
    assertThatThrownBy(() -> Datasets.open("ntu-120-pyskl", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("ntu120_3danno.pkl");
    assertThat(List.of(new Ntu60Pyskl().isIn(folder), new Ntu120Pyskl().isIn(folder)))
        .containsExactly(true, false);
  }
}
