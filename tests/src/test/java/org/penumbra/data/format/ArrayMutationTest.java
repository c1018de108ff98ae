package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.PenumbraException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.Clips;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.Split;
import org.penumbra.data.format.numpy.ArrayBytes;
import org.penumbra.data.format.numpy.NpyType;
import org.penumbra.data.format.numpy.NpyWriter;
import org.penumbra.data.format.numpy.NumpyArray;
import org.penumbra.data.format.pickle.PickleContent;
import org.penumbra.skeleton.LayoutJson;
import org.penumbra.skeleton.SkeletonLayout;

/** Changed bytes give a clear message or a readable set, never anything else. */
class ArrayMutationTest {
  private static final long SEED = 20_263;
  private static final int CASES = 4000;
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

  @TempDir Path folder;

  @FunctionalInterface
  private interface Reader {
    void read(byte... content) throws IOException;
  }

  private static byte[] pickle(int protocol) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                ArrayMutationTest.class.getResourceAsStream("pyskl-protocols.txt"),
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void annotationPicklesOfEveryProtocol(int protocol) throws IOException {
    byte[] right = pickle(protocol);
    SkeletonDataset data = pyskl(right);
    assertThat(data.split(Split.CROSS_SUBJECT).train().size()).isEqualTo(2);
    assertThat(data.clip("two").at(2, 1, 1, 1)).isEqualTo((27 + 9 + 3 + 2) / 4f - 9);
    mutate("pickle " + protocol, right, ArrayMutationTest::pyskl);
  }

  @Test
  void npyFiles() throws IOException {
    Path file = folder.resolve("a.npy");
    NpyWriter.write(
        file, NpyType.FLOAT32, new long[] {2, 3}, sink -> sink.floats(new float[6], 0, 6));
    mutate(
        "npy",
        Files.readAllBytes(file),
        content -> {
          NumpyArray array = ArrayBytes.npy(content);
          if (array.type().isText()) {
            array.textAt(0);
          } else {
            array.copyFloats(0, new float[(int) array.items()], 0, (int) array.items());
          }
        });
  }

  @Test
  void npzFiles() throws IOException {
    Path file = folder.resolve("a.npz");
    List<SkeletonClip> clips =
        List.of(
            Clips.of("a", 0, STICK, Clips.mask(1, 2, 3, 2)),
            Clips.of("b", 1, STICK, Clips.mask(2, 3, 3, 1)));
    NpzClips.write(new SkeletonDataset("own", STICK, List.of("x", "y"), clips, List.of()), file);
    mutate(
        "npz",
        Files.readAllBytes(file),
        content ->
            new NpzClipsFile("a.npz", ArrayBytes.npz(content), STICK)
                .dataset("own", List.of())
                .clips()
                .forEach(SkeletonClip::contentHash));
  }

  private static void mutate(String name, byte[] right, Reader reader) throws IOException {
    SplittableRandom random = RandomKey.of(SEED).with(name).generator();
    int refused = 0;
    for (int i = 0; i < CASES; i++) {
      byte[] content = changed(right, random);
      try {
        reader.read(content);
      } catch (DataFormatException clear) {
        refused++;
        assertThat(clear).hasMessageContaining(name.startsWith("pickle") ? "" : "a.np");
      } catch (PenumbraException clear) {
        refused++;
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError other) {
        throw new AssertionError(name + ", seed " + SEED + ", case " + i, other);
      }
    }
    assertThat(refused).as("refused of %d", CASES).isGreaterThan(CASES / 4);
  }

  private static byte[] changed(byte[] right, SplittableRandom random) {
    byte[] content = right.clone();
    for (int change = 1 + random.nextInt(3); change > 0 && content.length > 0; change--) {
      int at = random.nextInt(content.length);
      int length = 1 + random.nextInt(Math.min(9, content.length - at));
      switch (random.nextInt(6)) {
        case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> content[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(content, at, at + length, (byte) (random.nextBoolean() ? -1 : 0));
        case 3 -> content = Arrays.copyOf(content, at);
        case 4 -> content = splice(content, at, length, new byte[0]);
        default -> content = splice(content, at, 0, Arrays.copyOfRange(content, at, at + length));
      }
    }
    return content;
  }

  private static byte[] splice(byte[] content, int at, int removed, byte... added) {
    List<byte[]> parts =
        new ArrayList<>(
            List.of(
                Arrays.copyOf(content, at),
                added,
                Arrays.copyOfRange(content, at + removed, content.length)));
    byte[] joined = new byte[content.length - removed + added.length];
    int end = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, end, part.length);
      end += part.length;
    }
    return joined;
  }
}
