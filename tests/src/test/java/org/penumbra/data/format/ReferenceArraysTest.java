package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.SplitField;
import org.penumbra.data.SplitRule;
import org.penumbra.data.TrainTest;
import org.penumbra.skeleton.SkeletonLayout;

class ReferenceArraysTest {
  private static final SkeletonLayout NTU = SkeletonLayout.NTU_25;
  private static final ArrayForm SMALL = ArrayForm.published().withFrames(9);

  @TempDir Path folder;

  private static String name(int camera, int subject, int action) {
    return String.format("S001C%03dP%03dR001A%03d", camera, subject, action);
  }

  /** Two cameras, three subjects; lengths 1 to 9; one or two bodies. */
  private static SkeletonDataset set(boolean hidden) {
    List<SkeletonClip> clips = new ArrayList<>();
    for (int subject = 1; subject <= 3; subject++) {
      for (int camera = 1; camera <= 2; camera++) {
        int action = subject * 20 - camera;
        String name = name(camera, subject, action);
        JointMask.Builder mask = JointMask.builder(camera == 1 ? 1 + 2 * subject : 9, 25, camera);
        if (hidden) {
          mask.set(0, 3, 0, JointState.OCCLUDED).set(0, subject, 0, JointState.OCCLUDED);
        }
        SkeletonClip clip = Clips.of(name, action - 1, NTU, mask.build());
        clips.add(clip.withInfo(new ClipInfo(name, action - 1, subject, camera, 1, 1)));
      }
    }
    return new SkeletonDataset(
        "ntu-60-arrays",
        NTU,
        NtuClasses.numbered(60),
        clips,
        List.of(SplitRule.of(Split.CROSS_SUBJECT, SplitField.SUBJECT, List.of(1, 3))));
  }

  private Path write(SkeletonDataset data, ArrayForm form) {
    Path target = folder.resolve("NTU60_frame50/xsub");
    ReferenceArrays.write(data.split(Split.CROSS_SUBJECT), target, form);
    return target;
  }

  private SkeletonDataset read(Path target, ArrayMarker marker) {
    return ReferenceArrays.read(
        target, "arrays", Split.CROSS_SUBJECT, NtuClasses.numbered(60), marker);
  }

  @Test
  void whatIsWrittenOpensByNameWithTheSameClipsAndHalves() {
    SkeletonDataset data = set(false);
    write(data, SMALL);
    SkeletonDataset back = Datasets.open("ntu-60-arrays", folder);
    assertThat(back.isInMemory()).isFalse();
    assertThat(back.clips()).isEqualTo(data.clips());
    TrainTest halves = back.split(Split.CROSS_SUBJECT);
    assertThat(halves.train().infos()).isEqualTo(data.split(Split.CROSS_SUBJECT).train().infos());
    assertThat(back.split(Split.CROSS_VIEW).train().infos()).allMatch(info -> info.camera() == 2);
    assertThat(new Ntu60Arrays().isIn(folder)).isTrue();
    assertThat(new Ntu120Arrays().isIn(folder)).isFalse();
  }

  @Test
  void hiddenJointsComeBackThroughTheTwinOrTheZeroMarkerAndElseAreAtZero() {
    SkeletonDataset data = set(true);
    Path target = write(data, SMALL.withNanTwin(true));
    assertThat(read(target, ArrayMarker.NAN_TWIN).clips()).isEqualTo(data.clips());
    assertThat(read(target, ArrayMarker.ZERO_POSITION).clips()).isEqualTo(data.clips());
    target.resolve("train_data_nan.npy").toFile().delete();
    target.resolve("val_data_nan.npy").toFile().delete();
    SkeletonClip plain = read(target, ArrayMarker.NAN_TWIN).clips().get(0);
    assertThat(plain.mask().count(JointState.OCCLUDED)).isZero();
    assertThat(plain.at(0, 0, 3, 0)).isZero();
  }

  @Test
  void numpySeesTheShapesOfTheReferencePipelines() throws IOException {
    Path target = write(set(true), SMALL.withNanTwin(true));
    String said =
        PythonNumpy.run(
            """
            f = sys.argv[1] + '/'
            d = np.load(f + 'train_data.npy', mmap_mode='r')
            n = np.load(f + 'train_data_nan.npy')
            print(d.dtype.str, d.shape, d.flags.c_contiguous, np.isnan(d).sum(), np.isnan(n).sum())
            print(np.array_equal(np.nan_to_num(n), d), d[0, :, 3:].any(), d[0, :, 0, 3, 0])
            print(np.load(f + 'train_label.npy').tolist(), pickle.load(open(f + 'train_label.pkl', 'rb')))
            """,
            target);
    assertThat(said.lines())
        .containsExactly(
            "<f4 (4, 3, 9, 25, 2) True 0 18", // two joints hidden, or one
            "True False [0. 0. 0.]",
            "[[18], [58], [17], [57]] (['S001C001P001R001A019.skeleton',"
                + " 'S001C001P003R001A059.skeleton', 'S001C002P001R001A018.skeleton',"
                + " 'S001C002P003R001A058.skeleton'], [18, 58, 17, 57])");
  }

  @Test
  void whatNumpyWritesIsReadWithEveryRuleOfTheMask() throws IOException {
    Path target = Files.createDirectories(folder.resolve("x"));
    PythonNumpy.run(
        """
        f = sys.argv[1] + '/'
        d = np.zeros((2, 3, 6, 25, 2), '<f4')
        d[0, :, 0:2, :, 0] = 1      # one body, frames 0, 1 and 3; frame 2 empty; padding from 4 on
        d[0, :, 3, :, 0] = 2
        d[0, :, 1, 20, 0] = 0       # the centre of a centred body
        d[1, :, 0:6, :, 1] = 3      # nobody in the first slot
        np.save(f + 'train_position.npy', d)
        np.save(f + 'train_label.npy', np.array([[4], [0]]))
        np.save(f + 'val_position.npy', d * 0)
        np.save(f + 'val_label.npy', np.array([1, 2], dtype='<i4'))
        """,
        target);
    SkeletonDataset data = read(target, ArrayMarker.NAN_TWIN);
    assertThat(data.infos())
        .extracting(ClipInfo::name)
        .containsExactly("train-000000", "train-000001", "val-000000", "val-000001");
    SkeletonClip first = data.clips().get(0);
    assertThat(first.info()).isEqualTo(new ClipInfo("train-000000", 4, 0, 0, 0, 0));
    assertThat(first.frames()).isEqualTo(4);
    assertThat(first.bodies()).isEqualTo(1);
    assertThat(first.mask().state(2, 0, 0)).isEqualTo(JointState.ABSENT);
    assertThat(first.mask().state(1, 20, 0)).isEqualTo(JointState.OBSERVED);
    assertThat(first.mask().count(JointState.ABSENT)).isEqualTo(25);
    SkeletonClip second = data.clips().get(1);
    assertThat(second.bodies()).isEqualTo(2);
    assertThat(second.mask().count(JointState.ABSENT)).isEqualTo(6 * 25);
    assertThat(second.at(2, 5, 24, 1)).isEqualTo(3);
    SkeletonClip empty = data.clips().get(2);
    assertThat(empty.frames()).isEqualTo(1);
    assertThat(empty.mask().count(JointState.ABSENT)).isEqualTo(25);
    assertThat(data.split(Split.CROSS_SUBJECT).test().size()).isEqualTo(2);
    assertThatThrownBy(() -> read(target, ArrayMarker.ZERO_POSITION))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("train_position.npy")
        .hasMessageContaining("NAN_TWIN");
  }

  @Test
  void filesThatContradictEachOtherAreRefusedByName() throws IOException {
    Path target = write(set(false), SMALL);
    PythonNumpy.run("np.save(sys.argv[1], np.array([[1], [2]]))", target.resolve("val_label.npy"));
    refused(target, "val_label.npy, item 1", "expected label");
    PythonNumpy.run(
        "np.save(sys.argv[1], np.array([[1], [2], [3]]))", target.resolve("val_label.npy"));
    refused(target, "val_label.npy", "expected 2 entries");
    PythonNumpy.run("np.save(sys.argv[1], np.array([1., 2.]))", target.resolve("val_label.npy"));
    refused(target, "val_label.npy", "expected whole numbers");
    Files.delete(target.resolve("val_label.npy"));
    PythonNumpy.run(
        "pickle.dump((['S001C001P001R001A007.skeleton', 'b'], [0, 0]), open(sys.argv[1], 'wb'))",
        target.resolve("val_label.pkl"));
    refused(target, "val_label.pkl[1][0]", "expected label 6 as the name");
    PythonNumpy.run(
        "pickle.dump((['a', 'b'], [0, -1]), open(sys.argv[1], 'wb'))",
        target.resolve("val_label.pkl"));
    refused(target, "item 1", "expected a label from 0 on, found -1");
    PythonNumpy.run(
        "pickle.dump(['a', 'b'], open(sys.argv[1], 'wb'))", target.resolve("val_label.pkl"));
    refused(target, "val_label.pkl[0]", "expected a list or tuple, found text");
    Files.delete(target.resolve("val_label.pkl"));
    assertThatThrownBy(() -> read(target, ArrayMarker.NAN_TWIN))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("val_label.pkl");
    Files.delete(target.resolve("val_data.npy"));
    assertThatThrownBy(() -> read(target, ArrayMarker.NAN_TWIN))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("val_data.npy");
    assertThatThrownBy(() -> Datasets.open("ntu-60-arrays", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("NTU60_frame50");
  }

  private void refused(Path target, String place, String problem) {
    assertThatThrownBy(() -> read(target, ArrayMarker.NAN_TWIN))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(problem);
  }

  @Test
  void aDamagedClipIsNamedAndTheOthersLoadWhenAskedTo() throws IOException {
    Path target = write(set(false), SMALL);
    Path file = target.resolve("val_data.npy");
    byte[] bytes = Files.readAllBytes(file);
    int last = bytes.length - 4 * 2 * 25 * 2; // in the last frame of z of the last clip
    bytes[last + 2] = (byte) 0xc0;
    bytes[last + 3] = 0x7f; // NaN
    Files.write(file, bytes);
    SkeletonDataset data = Datasets.open("ntu-60-arrays", folder);
    assertThatThrownBy(() -> data.clip(name(2, 2, 38)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("val_data.npy, sample 1, frame 7, joint 0, body 0")
        .hasMessageContaining("found 0.")
        .hasMessageContaining("NaN");
    SkeletonDataset others =
        Datasets.open(
            "ntu-60-arrays", folder, OpenOptions.published().withDamaged(DamagedFiles.SKIP));
    assertThat(others.size()).isEqualTo(5);
    assertThat(others.skipped()).hasSize(1);
    assertThat(others.skipped().get(0).problem()).contains("val_data.npy, sample 1");
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> Datasets.open("ntu-60-arrays", folder))
        .hasMessageContaining("val_data.npy")
        .hasMessageContaining("cut off");
  }

  @Test
  void anotherShapeAndAClipThatDoesNotFitAreRefused() throws IOException {
    Path target = write(set(false), SMALL);
    PythonNumpy.run(
        "np.save(sys.argv[1], np.zeros((2, 3, 9, 20, 2), '<f4'))", target.resolve("val_data.npy"));
    refused(target, "val_data.npy", "(N, 3, T, 25, M), found <f4 (2, 3, 9, 20, 2)");
    assertThatThrownBy(() -> write(set(false), SMALL.withFrames(8)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("at most 8 frames and 2 bodies, found 9 and 2");
    assertThatThrownBy(() -> SMALL.withBodies(0)).hasMessageContaining("bodies");
  }
}
