package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.data.BodySelection;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.DamagedFiles;
import org.penumbra.data.DatasetSource;
import org.penumbra.data.Datasets;
import org.penumbra.data.JointState;
import org.penumbra.data.OpenOptions;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.SkippedFile;
import org.penumbra.data.Split;

class NtuSourceTest {
  private static final List<String> SIXTY =
      List.of("S001C001P001R001A001", "S017C003P040R002A060", "S002C002P003R001A007");
  private static final List<String> BEYOND =
      List.of("S018C001P041R001A061", "S032C003P106R002A120");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ntu-60, ntu-60/S001.skeletons",
    "ntu-60, ntu-60",
    "ntu-60, NTU-60",
    "ntu-60, nturgb+d_skeletons",
    "ntu-60, nturgbd_skeletons_s001_to_s017.zip",
    "ntu-60, ntu-60.zip",
    "ntu-60, ntu-120",
    "ntu-60, ntu-60/nturgbd_skeletons_s001_to_s017.zip",
    "ntu-120, ntu-120.zip",
    "ntu-120, ntu-120",
    "ntu-60-occluded, ntu-60-occluded",
    "ntu-60-occluded, ntu-60-occluded.zip",
    "ntu-120-occluded, ntu-120-occluded.zip"
  })
  void aSetIsFoundUnderItsNames(String name, String place) throws IOException {
    put(folder.resolve(place), SIXTY);
    assertThat(Datasets.open(name, folder).infos())
        .extracting(ClipInfo::name)
        .containsExactlyInAnyOrderElementsOf(SIXTY);
    assertThat(there(name, folder)).isTrue();
    if (!place.contains("/")) {
      Path itself = folder.resolve(place);
      assertThat(Datasets.open(name, itself).size()).as("the place itself").isEqualTo(3);
    }
  }

  @Test
  void bothPartsTogetherAreNtu120() throws IOException {
    put(folder.resolve("nturgbd_skeletons_s001_to_s017.zip"), SIXTY);
    assertThat(there("ntu-120", folder)).isFalse();
    assertThatThrownBy(() -> Datasets.open("ntu-120", folder))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("nturgbd_skeletons_s018_to_s032.zip");
    put(folder.resolve("nturgb+d_skeletons120"), BEYOND);
    assertThat(there("ntu-120", folder)).isTrue();
    SkeletonDataset all = Datasets.open("ntu-120", folder);
    assertThat(all.size()).isEqualTo(5);
    assertThat(all.classNames()).hasSize(120);
    assertThat(all.clip(BEYOND.get(1)).info())
        .isEqualTo(new ClipInfo(BEYOND.get(1), 119, 106, 3, 32, 2));
    assertThat(all.splits())
        .extracting("split")
        .containsExactly(Split.CROSS_SUBJECT, Split.CROSS_SETUP);
    assertThat(Datasets.open("ntu-60", folder).size()).isEqualTo(3);
  }

  @Test
  void clipsOfTheOtherSizeInOneFolderArePassedOver() throws IOException {
    put(folder.resolve("ntu-60"), SIXTY);
    put(folder.resolve("ntu-60"), BEYOND);
    SkeletonDataset data = Datasets.open("ntu-60", folder);
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.classNames()).hasSize(60).startsWith("drink water").contains("hand waving");
    assertThat(data.classNames().get(59)).isEqualTo("walking apart from each other");
    assertThat(data.splits())
        .extracting("split")
        .containsExactly(Split.CROSS_SUBJECT, Split.CROSS_VIEW);
  }

  @Test
  void knownMissingSkeletonsAreLeftOutAndCounted() throws IOException {
    List<String> missing = List.of("S001C002P005R002A008", "S001C002P006R001A008");
    put(folder.resolve("ntu-60"), SIXTY);
    put(folder.resolve("ntu-60"), missing);
    SkeletonDataset data = Datasets.open("ntu-60", folder);
    assertThat(data.infos()).extracting(ClipInfo::name).doesNotContainAnyElementsOf(missing);
    assertThat(data.notes()).singleElement().asString().startsWith("2 samples whose skeletons");
    assertThat(data.toString()).contains("3 clips").contains("NOTE: 2 samples");
    assertThat(data.skipped()).isEmpty();
  }

  @Test
  void theListsHaveTheLengthsTheAuthorsTell() {
    List<String> missing = ResourceLines.of("ntu-missing.txt");
    assertThat(missing).hasSize(535).doesNotHaveDuplicates().isSorted();
    assertThat(missing.stream().map(name -> NtuClipFiles.info(name + ".skeleton", "list")))
        .allMatch(NtuSet.NTU_120::holds)
        .filteredOn(NtuSet.NTU_60::holds)
        .hasSize(302);
    assertThat(NtuSet.NTU_120.classNames()).hasSize(120).doesNotHaveDuplicates();
    assertThat(NtuSet.NTU_120.classNames().subList(0, 60)).isEqualTo(NtuSet.NTU_60.classNames());
    assertThat(NtuSet.NTU_120.classNames().get(119)).startsWith("finger-guessing game");
  }

  @Test
  void clipsAreReadWhenAskedForOnly() throws IOException {
    Path set = put(folder.resolve("ntu-60"), SIXTY);
    Path bad = set.resolve(SIXTY.get(1) + ".skeleton");
    Files.writeString(bad, "damaged");
    SkeletonDataset data = Datasets.open("ntu-60", folder);
    assertThat(data.isInMemory()).isFalse();
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.clip(SIXTY.get(0)).frames()).isEqualTo(2);
    assertThatThrownBy(() -> data.clip(SIXTY.get(1)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(bad + ", line 1: expected the number of frames");
    Files.delete(bad);
    assertThatThrownBy(() -> data.clip(SIXTY.get(1)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(bad + ": is gone");
  }

  @Test
  void optionsAndMarkersReachTheFile() throws IOException {
    String mover = NtuFiles.body(2, "0 0 0");
    String text =
        NtuFiles.file(
            NtuFiles.frame(NtuFiles.body(1, "1 1 1"), mover),
            NtuFiles.frame(NtuFiles.body(1, "1 1 1"), NtuFiles.body(2, "2 0 3")));
    for (String name : new String[] {"ntu-60", "ntu-60-occluded", "ntu-120", "ntu-120-occluded"}) {
      UclaFiles.folder(
          folder, Map.of(name + "/" + NtuFiles.NAME + ".skeleton", NtuFiles.bytes(text)));
      var first = Datasets.open(name, folder).clips().get(0);
      assertThat(first.at(0, 0, 0, 0)).isEqualTo(1);
      assertThat(first.mask().count(JointState.OCCLUDED))
          .isEqualTo(name.endsWith("occluded") ? 25 : 0);
      var energetic =
          Datasets.open(
                  name, folder, OpenOptions.published().withBodies(BodySelection.MOST_ENERGETIC))
              .clips()
              .get(0);
      // Without its hidden frame the second one does not move, so the first seen stays first.
      assertThat(energetic.at(0, 1, 0, 0)).isEqualTo(name.endsWith("occluded") ? 1 : 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ntu-60", "ntu-60.zip"})
  void oneBadFileAmongManyIsListedAndTheOthersLoad(String place) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int subject = 1; subject <= 40; subject++) {
      files.put("x/S001C001P%03dR001A001.skeleton".formatted(subject), good());
    }
    byte[] cut = Arrays.copyOf(good(), 999);
    files.put("x/S001C001P007R001A001.skeleton", cut);
    files.put("x/S001C001P008R001A001 (1).skeleton", good());
    files.put("y/S001C001P009R001A001.skeleton", good());
    files.put("x/S001C001P001R001A121.skeleton", good());
    files.put("x/._S001C001P001R001A001.skeleton", new byte[3]);
    files.put("x/readme.txt", new byte[3]);
    if (place.endsWith(".zip")) {
      UclaFiles.archive(folder.resolve(place), files);
    } else {
      UclaFiles.folder(folder.resolve(place), files);
    }
    OpenOptions skip = OpenOptions.published().withDamaged(DamagedFiles.SKIP);
    SkeletonDataset data = Datasets.open("ntu-60", folder, skip);
    assertThat(data.size()).isEqualTo(39);
    assertThat(data.inMemory().clips()).hasSize(39);
    assertThat(data.skipped())
        .extracting(file -> file.place().replaceFirst(".*[/!]([xy]/)", "$1"))
        .containsExactly(
            "x/S001C001P001R001A121.skeleton",
            "x/S001C001P007R001A001.skeleton",
            "x/S001C001P008R001A001 (1).skeleton",
            "y/S001C001P009R001A001.skeleton");
    assertThat(data.skipped())
        .extracting(SkippedFile::problem)
        .satisfiesExactly(
            a -> assertThat(a).contains("an action from 1 to 120"),
            b -> assertThat(b).contains("frame 0, body 0"),
            c -> assertThat(c).contains("expected a name like"),
            d -> assertThat(d).contains("the same clip is also in"));
    assertThat(data.toString()).contains("WARNING: 4 damaged files were left out");
    assertThatThrownBy(() -> Datasets.open("ntu-60", folder))
        .isInstanceOf(DataFormatException.class);
  }

  @Test
  void filesThatCannotBeReadAreListedToo() throws IOException {
    Path set = put(folder.resolve("ntu-60"), SIXTY);
    Files.createDirectories(set.resolve("S001C001P002R001A001.skeleton/inside"));
    Path dangling = set.resolve("S001C001P003R001A001.skeleton");
    Files.createSymbolicLink(dangling, set.resolve("nowhere"));
    Path toFolder = set.resolve("S001C001P004R001A001.skeleton");
    Files.createSymbolicLink(toFolder, Files.createDirectory(folder.resolve("other")));
    OpenOptions skip = OpenOptions.published().withDamaged(DamagedFiles.SKIP);
    SkeletonDataset data = Datasets.open("ntu-60", folder, skip);
    assertThat(data.size()).isEqualTo(3);
    assertThat(data.skipped())
        .extracting(SkippedFile::problem)
        .satisfiesExactly(
            a -> assertThat(a).contains("P002R001A001.skeleton: expected a file, found a folder"),
            b -> assertThat(b).contains("P003R001A001.skeleton: is gone, or a link to"),
            c -> assertThat(c).contains("P004R001A001.skeleton: expected a file, found a folder"));
    assertThatThrownBy(() -> Datasets.open("ntu-60", folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("P002R001A001.skeleton: expected a file, found a folder");
  }

  @Test
  void filesAndFoldersWithoutPermissionAreListed() throws IOException {
    Path set = put(folder.resolve("ntu-60"), SIXTY);
    Path file = set.resolve(SIXTY.get(0) + ".skeleton");
    Path locked = put(set.resolve("locked"), List.of("S003C001P001R001A001"));
    assertThat(file.toFile().setReadable(false)).isTrue();
    assertThat(locked.toFile().setExecutable(false)).isTrue();
    assertThat(locked.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(file)).as("a superuser may read everything").isFalse();
    OpenOptions skip = OpenOptions.published().withDamaged(DamagedFiles.SKIP);
    SkeletonDataset data = Datasets.open("ntu-60", folder, skip);
    assertThat(locked.toFile().setExecutable(true) && locked.toFile().setReadable(true)).isTrue();
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.skipped())
        .extracting(SkippedFile::problem)
        .satisfiesExactly(
            a -> assertThat(a).contains("you have no permission"),
            b -> assertThat(b).contains("locked: cannot be read (AccessDeniedException)"));
  }

  @Test
  void aDamagedZipIsRefusedAndADamagedEntryNamed() throws IOException {
    Path zip = put(folder.resolve("ntu-60.zip"), SIXTY);
    byte[] whole = Files.readAllBytes(zip);
    SkeletonDataset open = Datasets.open("ntu-60", folder);
    byte[] damaged = whole.clone();
    damaged[200] ^= 1; // in the packed bytes of the first clip
    Files.write(zip, damaged);
    assertThatThrownBy(() -> open.clip(SIXTY.get(0)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(zip + "!x/" + SIXTY.get(0) + ".skeleton: ");
    OpenOptions skip = OpenOptions.published().withDamaged(DamagedFiles.SKIP);
    assertThat(Datasets.open("ntu-60", folder, skip).size()).isEqualTo(2);
    for (int length = 0; length < whole.length; length += 37) {
      Files.write(zip, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Datasets.open("ntu-60", folder))
          .as("cut at byte %d of %d", length, whole.length)
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining("ntu-60.zip");
    }
  }

  @Test
  void aSetWithoutItsClipsSaysWhatIsExpected() throws IOException {
    Files.createDirectory(folder.resolve("ntu-60"));
    assertThatThrownBy(() -> Datasets.open("ntu-60", folder))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("expected files like S001C001P001R001A001.skeleton of NTU RGB+D 60")
        .hasMessageContaining("ROSE Lab");
    for (String name : new String[] {"ntu-120", "ntu-120-occluded", "ntu-60-occluded"}) {
      assertThat(there(name, folder)).isFalse();
      assertThatThrownBy(() -> Datasets.open(name, folder))
          .isInstanceOf(DataNotFoundException.class)
          .hasMessageContaining("No " + name + " in " + folder);
    }
  }

  private static boolean there(String name, Path dataFolder) {
    return ServiceLoader.load(DatasetSource.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow()
        .isIn(dataFolder);
  }

  private static byte[] good() {
    return NtuFiles.bytes(NtuFiles.text(1, 1));
  }

  private static Path put(Path place, List<String> names) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    names.forEach(name -> files.put("x/" + name + ".skeleton", good()));
    if (place.toString().endsWith(".zip")) {
      Files.createDirectories(place.getParent());
      return UclaFiles.archive(place, files);
    }
    Map<String, byte[]> flat = new TreeMap<>();
    files.forEach((name, bytes) -> flat.put(name.substring(2), bytes));
    return UclaFiles.folder(place, flat);
  }
}
