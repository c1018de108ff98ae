package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.RandomKey;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkippedFile;

/** Damaged files: each one a message that says where and what. */
class NwUclaDamageTest {
  private static final String NAME = "a01_s01_e00_v01";
  private static final String GOOD =
      UclaFiles.json(NAME, 1, 3).replaceFirst("\\[\\[\\[[^]]*]", "[[[0.5, -0.25, 3.0]");
  private static final long SEED = 20_261;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [0.5, -0.25, 3.0],||frame 0|array of 20 joints|19 joints
          [0.5, -0.25, 3.0]|[0.5, -0.25, 3.0], [1, 1, 1]|frame 0|20 joints|found more
          [0.5, -0.25, 3.0]|[0.5, -0.25]|frame 0|number z of joint 0|end array
          [0.5, -0.25, 3.0]|[0.5, -0.25, 3.0, 1]|frame 0|[x, y, z] of joint 0|more than three
          -0.25|"-0.25"|frame 0|finite number y of joint 0|found string
          -0.25|null|frame 0|finite number y of joint 0|found null
          -0.25|NaN|frame 0|finite number y of joint 0|no JSON
          -0.25|1e400|frame 0|finite number y of joint 0|found 1e400
          -0.25|-0,25|frame 0|joint 0|more than three
          "label": 1|"label": 2|line 1|label 1 as the file's name says|found 2
          "label": 1|"label": "1"|line 1|label 1|found string
          , "label": 1||line 1|the field 'label'|without it
          "skeletons"|"skeleton"|line 1|the field 'skeletons'|without it
          "label": 1|"skeletons": []|line 1|name|twice
          a01_s01_e00_v01|a01_s01_e00_v02|line 1|file_name a01_s01_e00_v01|found a01_s01_e00_v02
          "label": 1}|"label": 1} {}|line 1|nothing after|no JSON
          """)
  void aWrongFileIsRefusedWithPlaceExpectedAndFound(
      String right, String wrong, String place, String expected, String found) throws IOException {
    assertThat(GOOD).contains(right);
    Path data = write(UclaFiles.text(GOOD.replace(right, wrong == null ? "" : wrong)));
    assertThatThrownBy(() -> new NwUcla().open(data))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(NAME + ".json")
        .hasMessageContaining(place)
        .hasMessageContaining(expected)
        .hasMessageContaining(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[]", "7", "{", "{}", "null", "\u0000", "{\"skeletons\": []}"})
  void whatIsNoClipIsRefused(String text) throws IOException {
    Path data = write(UclaFiles.text(text));
    assertThatThrownBy(() -> new NwUcla().open(data))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void aClipWithoutFramesIsRefused() throws IOException {
    Path data = write(UclaFiles.text(UclaFiles.json(NAME, 1, 0)));
    assertThatThrownBy(() -> new NwUcla().open(data))
        .hasMessageContaining("at least one frame")
        .hasMessageContaining("remove the file");
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = UclaFiles.text(GOOD);
    SplittableRandom random = RandomKey.of(SEED).with("json").generator();
    for (int i = 0; i < 300; i++) {
      int length = random.nextInt(whole.length);
      Path data = write(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new NwUcla().open(data))
          .as("seed %d, cut at byte %d of %d", SEED, length, whole.length)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining(NAME + ".json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nw-ucla.zip", "nw-ucla.tar.gz", "nw-ucla.tar.xz"})
  void anArchiveCutOffAnywhereIsRefused(String name) throws IOException {
    Path archive = UclaFiles.archive(folder.resolve(name), UclaFiles.set());
    byte[] whole = Files.readAllBytes(archive);
    SplittableRandom random = RandomKey.of(SEED).with(name).generator();
    for (int i = 0; i < 300; i++) {
      // The last bytes matter most: all clips are already read when they are missed.
      int length = i < 40 ? whole.length - 1 - i : random.nextInt(whole.length);
      Files.write(archive, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new NwUcla().open(folder))
          .as("seed %d, cut at byte %d of %d", SEED, length, whole.length)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nw-ucla.zip", "nw-ucla.tar.gz", "nw-ucla.tar.xz"})
  void anArchiveWithOneWrongByteIsRefusedOrReadsTheSame(String name) throws IOException {
    Path archive = UclaFiles.archive(folder.resolve(name), UclaFiles.set());
    var expected = new NwUcla().open(folder).clips();
    byte[] whole = Files.readAllBytes(archive);
    SplittableRandom random = RandomKey.of(SEED).with("flip").with(name).generator();
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      int at = random.nextInt(whole.length);
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(archive, damaged);
      try {
        // Time stamps and the names of other files may change without harm. A zip has no checksum
        // over its directory, so that one clip's name may change to that of another file.
        var read = new NwUcla().open(folder).clips();
        assertThat(expected).as("seed %d, byte %d", SEED, at).containsAll(read);
        assertThat(read).hasSizeGreaterThanOrEqualTo(name.endsWith(".zip") ? 3 : 4);
      } catch (DataFormatException clear) {
        refused++;
        assertThat(clear).hasMessageContaining(name);
      }
    }
    assertThat(refused).as("refused of 300").isGreaterThan(200);
  }

  @Test
  void aMessageFromAnArchiveNamesArchiveAndEntry() throws IOException {
    Map<String, byte[]> files = new TreeMap<>(UclaFiles.set());
    files.put("nw-ucla/all_sqe/a02_s01_e00_v01.json", UclaFiles.text(GOOD));
    Path archive = UclaFiles.archive(folder.resolve("nw-ucla.tar.gz"), files);
    assertThatThrownBy(() -> new NwUcla().open(folder))
        .hasMessageContaining(archive + "!nw-ucla/all_sqe/a02_s01_e00_v01.json, line 1 column")
        .hasMessageContaining("file_name a02_s01_e00_v01")
        .hasMessageContaining("found " + NAME);
  }

  @Test
  void anUnknownActionADoubleClipAndASetWithoutClipsAreRefused() throws IOException {
    Path unknown =
        UclaFiles.folder(
            folder.resolve("1"), Map.of("all_sqe/a07_s01_e00_v01.json", UclaFiles.text("{}")));
    assertThatThrownBy(() -> new NwUcla().open(unknown))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("found 7");
    byte[] clip = UclaFiles.text(GOOD);
    Path twice =
        UclaFiles.folder(
            folder.resolve("2"),
            Map.of("all_sqe/" + NAME + ".json", clip, "all_sqe/copy/" + NAME + ".json", clip));
    assertThatThrownBy(() -> new NwUcla().open(twice))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("copy")
        .hasMessageContaining("the same clip is also in");
    Path none =
        UclaFiles.folder(folder.resolve("3"), Map.of("all_sqe/read.me", UclaFiles.text("")));
    assertThatThrownBy(() -> new NwUcla().open(none))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("found none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "nw-ucla.zip", "nw-ucla.tar.gz"})
  void badFilesAmongGoodOnesAreListedWhenAskedFor(String place) throws IOException {
    Map<String, byte[]> files = new TreeMap<>(UclaFiles.set());
    files.put("nw-ucla/all_sqe/a02_s01_e00_v01.json", UclaFiles.text("{"));
    files.put("nw-ucla/all_sqe/copy/a01_s01_e00_v01.json", UclaFiles.text(GOOD));
    files.put("nw-ucla/all_sqe/a07_s01_e00_v01.json", UclaFiles.text(GOOD));
    Path data = folder.resolve("data");
    Files.createDirectories(data);
    boolean plain = place.equals("plain");
    if (plain) {
      UclaFiles.folder(data, files);
      Files.createDirectories(data.resolve("nw-ucla/all_sqe/a03_s01_e00_v01.json"));
    } else {
      UclaFiles.archive(data.resolve(place), files);
    }
    OpenOptions skip = OpenOptions.published().withDamaged(DamagedFiles.SKIP);
    var set = new NwUcla().open(data, skip);
    assertThat(set.clips()).hasSize(4);
    assertThat(set.skipped())
        .extracting(SkippedFile::place)
        .allMatch(name -> name.startsWith(data.toString()))
        .hasSize(plain ? 4 : 3);
    assertThat(set.skipped())
        .extracting(SkippedFile::problem)
        .anyMatch(problem -> problem.contains("a02_s01_e00_v01.json, line 1"))
        .anyMatch(problem -> problem.contains("the same clip is also in"))
        .anyMatch(problem -> problem.contains("found 7"));
    assertThatThrownBy(() -> new NwUcla().open(data)).isInstanceOf(DataFormatException.class);
  }

  private Path write(byte[] content) throws IOException {
    return UclaFiles.folder(folder, Map.of("all_sqe/" + NAME + ".json", content));
  }
}
