package org.penumbra.data.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.format.ucla.UclaFiles;

/** Hostile archives. */
class EntriesTest {
  private static final EntryLimits WIDE = new EntryLimits(1 << 20, 1 << 24, 100);
  private static final List<String> KINDS = List.of("set.zip", "set.tar.gz", "set.tar.xz");

  @TempDir Path folder;

  static Stream<List<String>> escapes() {
    return KINDS.stream()
        .flatMap(
            kind ->
                Stream.of("../out.json", "a/../../out.json", "/etc/out.json", "C:/out.json")
                    .map(entry -> List.of(kind, entry)));
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void anEntryThatLeavesTheArchiveIsRefusedByName(List<String> kindAndEntry) throws IOException {
    Path archive =
        UclaFiles.archive(
            folder.resolve(kindAndEntry.get(0)), Map.of(kindAndEntry.get(1), new byte[] {1}));
    assertThatThrownBy(() -> names(archive, WIDE))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(archive.toString())
        .hasMessageContaining("'" + kindAndEntry.get(1) + "' points outside");
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_FIFO})
  void linksAndDevicesInATarAreRefused(byte kind) throws IOException {
    Path archive = folder.resolve("set.tar.gz");
    try (OutputStream out = Files.newOutputStream(archive);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
      TarArchiveEntry entry = new TarArchiveEntry("a/clip.json", kind);
      entry.setLinkName("target");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }
    assertThatThrownBy(() -> names(archive, WIDE))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining(archive + "!a/clip.json")
        .hasMessageContaining("link");
  }

  @Test
  void linksInAZipAreRefused() throws IOException {
    Path archive = folder.resolve("set.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      ZipArchiveEntry entry = new ZipArchiveEntry("a/clip.json");
      entry.setUnixMode(UnixStat.LINK_FLAG | 0777);
      zip.putArchiveEntry(entry);
      zip.write(new byte[] {'/'});
      zip.closeArchiveEntry();
    }
    assertThatThrownBy(() -> names(archive, WIDE))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("set.zip!a/clip.json")
        .hasMessageContaining("link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"set.zip", "set.tar.gz", "set.tar.xz", "plain"})
  void limitsOfSizeAndNumberHold(String name) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      files.put("clip" + i, new byte[1000]);
    }
    Path source = folder.resolve(name);
    if (name.contains(".")) {
      UclaFiles.archive(source, files);
    } else {
      UclaFiles.folder(source, files);
    }
    assertThat(names(source, new EntryLimits(1000, 100_000, 10))).hasSize(10);
    assertThatThrownBy(() -> names(source, new EntryLimits(999, 100_000, 10)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("clip0")
        .hasMessageContaining("at most 999 bytes in one file");
    assertThatThrownBy(() -> names(source, new EntryLimits(1000, 5000, 10)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("at most 5000 bytes");
    assertThatThrownBy(() -> names(source, new EntryLimits(1000, 100_000, 9)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("at most 9");
  }

  @Test
  void aTarHeaderThatNeverEndsIsRefused() throws IOException {
    Path archive =
        UclaFiles.archive(
            folder.resolve("set.tar.gz"), Map.of("ok/" + "n".repeat(90), new byte[1]));
    assertThat(names(archive, WIDE)).hasSize(1);
    try (OutputStream out = Files.newOutputStream(archive);
        TarArchiveOutputStream tar =
            new TarArchiveOutputStream(new GzipCompressorOutputStream(out))) {
      TarArchiveEntry longName =
          new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
      longName.setSize(3 << 20);
      tar.putArchiveEntry(longName);
      tar.write(new byte[3 << 20]);
      tar.closeArchiveEntry();
      tar.putArchiveEntry(new TarArchiveEntry("after"));
      tar.closeArchiveEntry();
    }
    assertThatThrownBy(() -> names(archive, WIDE))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("header of at most 1 MiB");
  }

  @Test
  void whatOnlyHasTheNameOfAnArchiveIsRefused() throws IOException {
    for (String kind : KINDS) {
      Path archive = Files.write(folder.resolve(kind), UclaFiles.text("no archive at all"));
      assertThatThrownBy(() -> names(archive, WIDE))
          .isInstanceOf(DataFormatException.class)
          .hasMessageContaining(archive.toString());
    }
    Path notTar = folder.resolve("text.tar.gz");
    try (OutputStream out = new GzipCompressorOutputStream(Files.newOutputStream(notTar))) {
      out.write(new byte[2000]);
    }
    assertThatThrownBy(() -> names(notTar, WIDE))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("empty archive");
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> new EntryLimits(0, 1, 1))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("entryBytes");
    assertThatThrownBy(() -> new EntryLimits(1, 0, 1)).hasMessageContaining("totalBytes");
    assertThatThrownBy(() -> new EntryLimits(1, 1, 0)).hasMessageContaining("entries");
  }

  private static List<String> names(Path source, EntryLimits limits) {
    List<String> names = new ArrayList<>();
    Entries.read(source, limits, name -> true, (name, place, content) -> names.add(name));
    return names;
  }
}
