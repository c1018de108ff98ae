package org.penumbra.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;

class ManifestTest {
  /** By sha256sum. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void makeFiles() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve("inside"));
    Files.writeString(data.resolve("inside/a.json"), "abc");
    Files.writeString(data.resolve("inside/b.json"), "defg");
    Files.writeString(data.resolve(".hidden"), "x");
  }

  @Test
  void itHoldsNameSizeAndChecksumOfEveryFile() {
    Manifest manifest = manifest(data);
    assertThat(manifest.items())
        .extracting(ManifestItem::name)
        .containsExactly("inside/a.json", "inside/b.json");
    assertThat(manifest.items().get(0)).isEqualTo(new ManifestItem("inside/a.json", 3, OF_ABC));
    assertThat(manifest).hasToString("2 files, 7 bytes");
    Path file = folder.resolve("m.manifest");
    manifest.write(file);
    assertThat(Manifest.read(file)).isEqualTo(manifest);
  }

  @Test
  void anArchiveOfTheSameFilesPasses() throws IOException {
    ManifestCheck check = manifest(data).compare(manifest(zip("top/", "abc", "defg")));
    assertThat(check.passed()).isTrue();
    assertThat(check).hasToString("All 2 files are there, byte for byte.");
  }

  @Test
  void whatIsMissingDifferentOrExtraIsNamed() throws IOException {
    Manifest manifest = manifest(data);
    Files.writeString(data.resolve("inside/a.json"), "abd");
    Files.delete(data.resolve("inside/b.json"));
    Files.writeString(data.resolve("inside/c.json"), "new");
    ManifestCheck check = manifest.compare(manifest(data, "fresh"));
    assertThat(check)
        .isEqualTo(
            new ManifestCheck(
                2, List.of("inside/b.json"), List.of("inside/a.json"), List.of("c.json")));
    assertThat(check.passed()).isFalse();
    assertThat(check.toString())
        .contains("Of 2 files 1 are missing and 1 differ")
        .contains("Missing: inside/b.json.")
        .contains("Different: inside/a.json.")
        .contains("Not in the manifest (not used): c.json.");
  }

  @Test
  void unchangedFilesAreNotReadAgainAndChangedOnesAre() throws IOException {
    Path file = data.resolve("inside/a.json");
    FileTime before = Files.getLastModifiedTime(file);
    Manifest first = manifest(data);
    Files.writeString(file, "xyz");
    Files.setLastModifiedTime(file, before);
    assertThat(manifest(data)).as("same size and time: from the cache").isEqualTo(first);
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 5000));
    assertThat(manifest(data)).as("another time: read again").isNotEqualTo(first);
  }

  @Test
  void aDamagedOrReadOnlyCacheOnlyCostsTime() throws IOException {
    Manifest first = manifest(data);
    try (var kept = Files.list(folder.resolve("cache/checksums"))) {
      for (Path file : kept.toList()) {
        Files.writeString(file, "rubbish\nwithout tabs");
      }
    }
    assertThat(manifest(data)).isEqualTo(first);
    Files.writeString(folder.resolve("blocked"), "a file where the folder should be");
    assertThat(manifest(data, "blocked")).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# other\n",
        "# Penumbra manifest 1: SHA-256, bytes, name\nabc\t3\ta.json\n",
        "# Penumbra manifest 1: SHA-256, bytes, name\n" + OF_ABC + "\t-3\ta.json\n",
        "# Penumbra manifest 1: SHA-256, bytes, name\n" + OF_ABC + " 3 a.json\n"
      })
  void aFileThatIsNoManifestIsRefusedWithItsLine(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("m.manifest"), text);
    assertThatThrownBy(() -> Manifest.read(file))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("m.manifest, line " + (text.contains("Penumbra") ? 2 : 1) + ": ");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> manifest(folder.resolve("none")))
        .isInstanceOf(DataNotFoundException.class)
        .hasMessageContaining("none");
    assertThatThrownBy(() -> Manifest.read(folder.resolve("none")))
        .isInstanceOf(DataFormatException.class);
    assertThat(Manifest.shipped("no-such-set")).isEmpty();
  }

  @Test
  void theShippedOneHasEveryClip() {
    assertThat(Manifest.shipped("nw-ucla").orElseThrow().items())
        .hasSize(1484)
        .allMatch(item -> NwUclaName.isClip(item.name()));
  }

  private Manifest manifest(Path source) {
    return manifest(source, "cache");
  }

  private Manifest manifest(Path source, String cache) {
    return new Manifest(new Checksums(folder.resolve(cache)).of(source));
  }

  private Path zip(String top, String a, String b) throws IOException {
    Path file = folder.resolve("data.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String[] entry : new String[][] {{"a.json", a}, {"b.json", b}}) {
        zip.putNextEntry(new ZipEntry(top + entry[0]));
        zip.write(entry[1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
