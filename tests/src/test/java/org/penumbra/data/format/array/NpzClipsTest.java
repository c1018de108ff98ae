package org.penumbra.data.format.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.Clips;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.LayoutJson;
import org.penumbra.skeleton.SkeletonLayout;
import org.penumbra.skeleton.SourceFrame;

class NpzClipsTest {
  private static final SkeletonLayout STICK =
      LayoutJson.read(
          "stick.json",
          new StringReader(
              """
              {"name": "stick-3", "joints": ["hip", "left hand", "right hand"],
               "bones": [["left hand", "hip"], ["right hand", "hip"]],
               "centre": "hip", "shoulders": ["left hand", "right hand"],
               "mirror": [["left hand", "right hand"]],
               "parts": {"all": ["hip", "left hand", "right hand"]}}
              """));
  private static final String MAKE =
      """
      c = np.arange(2 * 3 * 4 * 3 * 2, dtype='<f4').reshape(2, 3, 4, 3, 2)
      c[0, :, 3] = np.nan
      c[0, :, :, :, 1] = np.nan
      c[0, :, 1, 2, 0] = np.nan
      a = dict(coordinates=c, names=np.array(['one', 'zwölf']), labels=np.array([2, 0]))
      """;

  @TempDir Path folder;

  private Path make(String change, String save) throws IOException {
    Path file = folder.resolve("own.npz");
    PythonNumpy.run(MAKE + change + "\nnp." + save + "(sys.argv[1], **a)", file);
    return file;
  }

  @Test
  void aSetOfOnesOwnIsFoundByNameInItsUnitsAndAxes() throws IOException {
    NpzClips.write(set(true), folder.resolve("mine.npz"));
    LayoutFile centimetres =
        new LayoutFile(
            STICK, new SourceFrame(0.01, List.of("x", "-y", "z")), List.of("p", "q", "r"));
    centimetres.write(folder.resolve("mine.layout.json"));
    SkeletonDataset mine = Datasets.open("mine", folder);
    assertThat(mine.classNames()).as("the file's own classes").containsExactly("x", "y", "z");
    SkeletonDataset metres = read(folder.resolve("mine.npz"));
    assertThat(mine.size()).isEqualTo(3);
    for (SkeletonClip clip : mine.clips()) {
      SkeletonClip same = metres.clip(clip.name());
      assertThat(clip.mask()).isEqualTo(same.mask());
      float[] found = clip.toArray();
      float[] expected = same.toArray();
      int cells = found.length / 3;
      for (int i = 0; i < found.length; i++) {
        float wanted = (float) (expected[i] * (i / cells == 1 ? -0.01 : 0.01));
        assertThat(Float.floatToIntBits(found[i])).isEqualTo(Float.floatToIntBits(wanted));
      }
    }
  }

  private static SkeletonDataset read(Path file) {
    return NpzClips.read(file, "own", STICK, List.of());
  }

  private static SkeletonDataset set(boolean tracked) {
    SkeletonClip one = Clips.of("a", 1, STICK, Clips.mask(3, 5, 3, 2));
    SkeletonClip two = Clips.of("b grün", 0, STICK, Clips.mask(4, 7, 3, 1));
    SkeletonClip three = Clips.of("c", 2, STICK, JointMask.filled(2, 3, 2, JointState.ABSENT));
    List<SkeletonClip> clips = List.of(one, two, three);
    if (tracked) {
      clips = clips.stream().map(NpzClipsTest::tracked).toList();
    }
    return new SkeletonDataset("own", STICK, List.of("x", "y", "z"), clips, List.of());
  }

  private static SkeletonClip tracked(SkeletonClip clip) {
    BitSet inferred = new BitSet();
    inferred.set(1);
    inferred.set(5);
    ClipInfo info = new ClipInfo(clip.name(), clip.info().label(), 7, 2, 3, 4);
    return SkeletonClip.of(info, STICK, clip.toArray(), clip.mask(), inferred);
  }

  @Test
  void whatIsWrittenIsReadBackEqual() throws IOException {
    for (boolean tracked : new boolean[] {false, true}) {
      SkeletonDataset data = set(tracked);
      Path file = folder.resolve("set.npz");
      NpzClips.write(data, file);
      SkeletonDataset back = read(file);
      assertThat(back.clips()).isEqualTo(data.clips());
      assertThat(back.classNames()).isEqualTo(data.classNames());
      assertThat(back.bodies()).isEqualTo(2);
      byte[] bytes = Files.readAllBytes(file);
      NpzClips.write(back, file);
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
  }

  /** The set with joints hidden on purpose, and some of them filled again. */
  private static SkeletonDataset imputed(SkeletonDataset data, boolean withTruth) {
    return data.map(
        clip -> {
          byte[] codes = clip.mask().toCodes();
          float[] filled = clip.toArray();
          for (int i = 0; i < codes.length; i += 2) {
            codes[i] = (byte) Math.max(codes[i], JointState.OCCLUDED.code());
            for (int c = 0; c < 3; c++) {
              filled[c * codes.length + i] = i % 4 == 0 ? i + c / 8f : Float.NaN;
            }
          }
          JointMask mask = JointMask.ofCodes(clip.frames(), 3, clip.bodies(), codes);
          SkeletonClip hidden =
              withTruth
                  ? clip.hide(mask)
                  : SkeletonClip.of(clip.info(), STICK, clip.toArray(), mask);
          return hidden.complete(filled);
        });
  }

  @Test
  void truthAndWhatWasImputedAreReadBack() {
    for (boolean withTruth : new boolean[] {false, true}) {
      SkeletonDataset data = imputed(set(withTruth), withTruth);
      Path file = folder.resolve("set.npz");
      NpzClips.write(data, file);
      SkeletonDataset back = read(file);
      assertThat(back.clips()).isEqualTo(data.clips());
      for (int n = 0; n < data.size(); n++) {
        SkeletonClip clip = data.clips().get(n);
        SkeletonClip same = back.clips().get(n);
        assertThat(same.truth()).isEqualTo(clip.truth());
        assertThat(same.truth().isPresent()).isEqualTo(withTruth);
        boolean filled = !clip.incomplete().orElseThrow().mask().equals(clip.mask());
        assertThat(same.incomplete().isPresent()).isEqualTo(filled);
        assertThat(same.incomplete().orElse(clip)).isEqualTo(clip.incomplete().orElse(clip));
      }
      assertThat(back.clips().get(0).incomplete()).isPresent();
    }
  }

  @Test
  void aTruthThatContradictsWhatWasObservedIsRefused() throws IOException {
    String change =
        """
        a['truth'] = c.copy()
        a['truth_states'] = np.isnan(c[:, 0]).astype('u1')
        """;
    assertThat(read(make(change, "savez")).clips().get(1).truth()).isPresent();
    SkeletonDataset other = read(make(change + "a['truth'][1, 0, 0, 0, 0] = 7", "savez"));
    assertThatThrownBy(() -> other.clips().get(1))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("sample 1")
        .hasMessageContaining("agree");
    Path alone = make("a['truth'] = c.copy()", "savez");
    assertThatThrownBy(() -> read(alone)).hasMessageContaining("truth_states");
  }

  @Test
  void numpyReadsWhatIsWritten() throws IOException {
    Path file = folder.resolve("set.npz");
    NpzClips.write(set(true), file);
    String said =
        PythonNumpy.run(
            """
            a = np.load(sys.argv[1])
            c = a['coordinates']
            seen = a['states'] == 0
            print(c.dtype.str, c.shape, np.array_equal(np.isfinite(c), np.repeat(seen[:, None], 3, 1)))
            print({k: a[k].tolist() for k in a.files if k not in ('coordinates', 'states', 'inferred')})
            print(a['inferred'].dtype, a['inferred'].shape, a['inferred'].sum())
            """,
            file);
    assertThat(said.lines())
        .containsExactly(
            "<f4 (3, 3, 7, 3, 2) True",
            "{'lengths': [5, 7, 2], 'bodies': [2, 1, 2], 'labels': [1, 0, 2], 'subjects': [7, 7, 7],"
                + " 'cameras': [2, 2, 2], 'setups': [3, 3, 3], 'repetitions': [4, 4, 4],"
                + " 'names': ['a', 'b grün', 'c'], 'classes': ['x', 'y', 'z']}",
            "bool (3, 7, 3, 2) 6");
  }

  @ParameterizedTest
  @CsvSource({"savez", "savez_compressed"})
  void whatNumpySavesIsReadAndNanTellsWhatIsMissing(String save) throws IOException {
    SkeletonDataset data = read(make("", save));
    assertThat(data.isInMemory()).isFalse();
    assertThat(data.classNames()).containsExactly("class 0", "class 1", "class 2");
    SkeletonClip one = data.clip("one");
    assertThat(one.info()).isEqualTo(new ClipInfo("one", 2, 0, 0, 0, 0));
    assertThat(one.frames()).isEqualTo(3);
    assertThat(one.bodies()).isEqualTo(1);
    assertThat(one.mask().count(JointState.OCCLUDED)).isEqualTo(1);
    assertThat(one.mask().state(1, 2, 0)).isEqualTo(JointState.OCCLUDED);
    assertThat(one.at(2, 0, 1, 0)).isEqualTo(2 * 24 + 2);
    assertThat(one.hasTrackingState()).isFalse();
    SkeletonClip two = data.clip("zwölf");
    assertThat(two.frames()).isEqualTo(4);
    assertThat(two.bodies()).isEqualTo(2);
    assertThat(two.at(0, 3, 2, 1)).isEqualTo(72 + 23);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          del a['names'];expected the array 'names'
          del a['labels'];expected the array 'labels'
          del a['coordinates'];expected the array 'coordinates'
          a['label'] = a['labels'];found 'label'
          a['coordinates'] = c[:, :2];coordinates.npy: expected an array of shape (N, 3, T, 3, M), found <f4 (2, 2, 4, 3, 2)
          a['coordinates'] = c.astype('<i8');expected float numbers
          a['coordinates'] = c.astype('>f4');big-endian
          a['coordinates'] = np.asfortranarray(c);Fortran order
          a['names'] = a['names'][:1];names.npy: expected an array of shape (N), found <U5 (1)
          a['names'] = np.array([1, 2]);names.npy: expected text
          a['names'] = np.array(['one', 'one']);two clips have the name one
          a['labels'] = np.array([0, -1]);labels.npy, item 1: expected a number from 0
          a['labels'] = np.array([0., 1.]);labels.npy: expected whole numbers
          a['classes'] = np.array(['x', 'y']);labels.npy, item 0: expected a label below the 2 classes, found 2
          a['lengths'] = np.array([5, 4]);lengths.npy, item 0: expected a number from 0 to 4, found 5
          a['bodies'] = np.array([0, 1]);bodies.npy, item 0: expected a number from 1 to 2, found 0
          a['subjects'] = np.array([-3, 1]);subjects.npy, item 0
          a['states'] = np.zeros((2, 4, 3), 'u1');states.npy: expected an array of shape (N, T, V, M)
          a['inferred'] = np.zeros((1, 4, 3, 2), bool);inferred.npy: expected an array of shape
          """)
  void aWrongFileIsRefusedByArrayAndItem(String change, String problem) throws IOException {
    Path file = make(change, "savez");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          a['coordinates'][1, 1, 2, 0, 1] = np.inf;sample 1, frame 2, joint 0, body 1: expected three finite
          a['coordinates'][1, 1, 2, 0, 1] = np.nan;sample 1, frame 2, joint 0, body 1: expected three finite
          a['states'] = np.full((2, 4, 3, 2), 3, 'u1');states.npy, item 24: expected 0 (observed)
          """)
  void aWrongClipIsNamedWhenItIsRead(String change, String problem) throws IOException {
    SkeletonDataset data = read(make(change, "savez"));
    assertThatThrownBy(() -> data.clip("zwölf"))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void aFileCutOffOrChangedAnywhereIsRefusedOrReadsTheSame() throws IOException {
    Path file = make("", "savez");
    List<SkeletonClip> expected = List.copyOf(read(file).clips());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += length < 100 ? 1 : 37) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(file))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("own.npz");
    }
    int refused = 0;
    for (int at = 0; at < whole.length; at += 11) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      try {
        assertThat(read(file).clips()).as("byte %d", at).isEqualTo(expected);
      } catch (DataFormatException clear) {
        refused++;
        assertThat(clear).hasMessageContaining("own.npz");
      }
    }
    assertThat(refused).as("refused of %d", whole.length / 11).isGreaterThan(whole.length / 22);
    assertThatThrownBy(() -> read(folder.resolve("none.npz")))
        .isInstanceOf(DataNotFoundException.class);
  }
}
