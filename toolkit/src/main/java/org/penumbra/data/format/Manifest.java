package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.CacheFolder;
import org.penumbra.core.DataFormatException;

/**
 * The files a data set should consist of: name, size and SHA-256 of each. Tells a damaged or
 * incomplete copy from a good one, whether it lies in a folder or in an archive.
 *
 * <pre>{@code
 * var mine = Manifest.of(Path.of("nturgb+d_skeletons"));
 * mine.write(Path.of("ntu-60.manifest"));                        // beside the data, or to a colleague
 * System.out.println(Manifest.read(Path.of("ntu-60.manifest")).check(Path.of("copy")));
 * }</pre>
 *
 * @param items in order of their names
 */
public record Manifest(List<ManifestItem> items) {
  private static final String HEADER = "# Penumbra manifest 1: SHA-256, bytes, name";

  /** Keeps the items in order of their names. */
  public Manifest {
    items = items.stream().sorted(Comparator.comparing(ManifestItem::name)).toList();
  }

  /**
   * The manifest of what is there now. Checksums are kept in the cache folder, so files that have
   * not changed since (in size and time) are not read again; to read all, remove {@code checksums}
   * from the cache folder.
   *
   * @param source a folder, an archive, or one other file
   */
  public static Manifest of(Path source) {
    return new Manifest(new Checksums(CacheFolder.fromEnvironment()).of(source));
  }

  /**
   * The manifest the toolkit ships for a data set.
   *
   * @param dataset name as {@link org.penumbra.data.Datasets#open(String)} knows it
   * @return empty if there is none
   */
  public static Optional<Manifest> shipped(String dataset) {
    String resource = "/org/penumbra/data/manifests/" + dataset + ".manifest";
    try (InputStream in = Manifest.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(parse(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException failure) {
      throw new UncheckedIOException("the toolkit's own " + resource + " cannot be read", failure);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws DataFormatException if it is no manifest; the message names the line
   */
  public static Manifest read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException failure) {
      throw new DataFormatException(
          file.toString(), "cannot be read as a manifest: " + failure, failure);
    }
  }

  private static Manifest parse(String place, String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new DataFormatException(place + ", line 1", "expected '" + HEADER + "'.");
    }
    List<ManifestItem> items = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      items.add(ManifestItem.parse(place + ", line " + (i + 1), lines.get(i)));
    }
    return new Manifest(items);
  }

  /** Writes it as text, one file a line. */
  public void write(Path file) {
    String lines = items.stream().map(item -> item.line() + "\n").collect(Collectors.joining());
    AtomicFiles.writeText(file, HEADER + "\n" + lines);
  }

  /** Sum of all sizes, bytes. */
  public long bytes() {
    return items.stream().mapToLong(ManifestItem::bytes).sum();
  }

  /**
   * Compares a copy with this manifest. Files are found by their own names wherever they lie, if
   * those are unique; else by their paths.
   *
   * @param source a folder or an archive
   */
  public ManifestCheck check(Path source) {
    return compare(of(source));
  }

  /** Compares another manifest with this one. */
  ManifestCheck compare(Manifest copy) {
    boolean unique = items.stream().map(ManifestItem::fileName).distinct().count() == items.size();
    Function<ManifestItem, String> key = unique ? ManifestItem::fileName : ManifestItem::name;
    Map<String, ManifestItem> found = new HashMap<>();
    copy.items.forEach(item -> found.putIfAbsent(key.apply(item), item));
    List<String> missing = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (ManifestItem item : items) {
      ManifestItem there = found.remove(key.apply(item));
      if (there == null) {
        missing.add(item.name());
      } else if (there.bytes() != item.bytes() || !there.sha256().equals(item.sha256())) {
        changed.add(item.name());
      }
    }
    return new ManifestCheck(
        items.size(), missing, changed, List.copyOf(new TreeSet<>(found.keySet())));
  }

  @Override
  public String toString() {
    return "%,d files, %,d bytes".formatted(items.size(), bytes());
  }
}
