package org.penumbra.data.format.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.Clips;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.format.numpy.ArrayBytes;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.data.format.pickle.PickleContent;
import org.penumbra.data.fuzz.FuzzTarget;
import org.penumbra.data.fuzz.ReaderFuzz;
import org.penumbra.skeleton.LayoutFile;
import org.penumbra.skeleton.LayoutJson;
import org.penumbra.skeleton.SkeletonLayout;

/** Damaged arrays and pickles of every protocol. */
class ArrayFuzzTest extends ReaderFuzz {
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

  @TempDir static Path folder;

  private static byte[] pickle(int protocol) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ArrayFuzzTest.class.getResourceAsStream("pyskl-protocols.txt"),
                StandardCharsets.US_ASCII))) {
      List<String> all = lines.lines().toList();
      return Base64.getDecoder().decode(all.get(1 + protocol));
    }
  }

  private static SkeletonDataset pyskl(byte... content) {
    SkeletonDataset data = Pyskl.read(PickleContent.read(content), "own", STICK, List.of("x", "y"));
    data.clips().forEach(SkeletonClip::contentHash);
    return data;
  }

  @Override
  protected Stream<FuzzTarget> readers() throws IOException {
    List<byte[]> pickles = new ArrayList<>();
    for (int protocol = 0; protocol <= 5; protocol++) {
      pickles.add(pickle(protocol));
    }
    return Stream.of(
        new FuzzTarget("PYSKL pickle", 20_000, pickles, ArrayFuzzTest::pyskl),
        new FuzzTarget("npy", 10_000, List.of(npy()), ArrayFuzzTest::readNpy),
        new FuzzTarget("npz", 10_000, List.of(npz()), ArrayFuzzTest::readNpz));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void annotationPicklesOfEveryProtocolAreReadRightly(int protocol) throws IOException {
    SkeletonDataset data = pyskl(pickle(protocol));
    assertThat(data.split(Split.CROSS_SUBJECT).train().size()).isEqualTo(2);
    assertThat(data.clip("two").at(2, 1, 1, 1)).isEqualTo((27 + 9 + 3 + 2) / 4f - 9);
  }

  private static byte[] npy() throws IOException {
    Path file = folder.resolve("a.npy");
    NpyWriter.write(
        file, NpyType.FLOAT32, new long[] {2, 3}, sink -> sink.floats(new float[6], 0, 6));
    return Files.readAllBytes(file);
  }

  private static void readNpy(byte[] content) {
    NumpyArray array = ArrayBytes.npy(content);
    if (array.type().isText()) {
      array.textAt(0);
    } else {
      array.copyFloats(0, new float[(int) array.items()], 0, (int) array.items());
    }
  }

  private static byte[] npz() throws IOException {
    Path file = folder.resolve("a.npz");
    List<SkeletonClip> clips =
        List.of(
            Clips.of("a", 0, STICK, Clips.mask(1, 2, 3, 2)),
            Clips.of("b", 1, STICK, Clips.mask(2, 3, 3, 1)));
    NpzClips.write(new SkeletonDataset("own", STICK, List.of("x", "y"), clips, List.of()), file);
    return Files.readAllBytes(file);
  }

  private static void readNpz(byte[] content) {
    new NpzClipsFile("a.npz", ArrayBytes.npz(content), LayoutFile.of(STICK))
        .dataset("own", List.of())
        .clips()
        .forEach(SkeletonClip::contentHash);
  }
}
