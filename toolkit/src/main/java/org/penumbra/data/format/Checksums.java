package org.penumbra.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.PenumbraException;

/**
 * SHA-256 of the files of a folder or archive, kept in a cache: a file is read again only if its
 * size or time of change is another.
 */
final class Checksums {
  private static final EntryLimits LIMITS = new EntryLimits(1 << 30, 1L << 40, 1_000_000);

  private final Path cache;

  Checksums(Path cache) {
    this.cache = cache;
  }

  /** Items of all files, hidden ones left out. */
  List<ManifestItem> of(Path source) {
    if (!Files.exists(source)) {
      throw new DataNotFoundException("Nothing to check at " + source + ".");
    }
    try {
      Path real = source.toRealPath();
      Path kept = cache.resolve("checksums").resolve(sha256(real.toString()) + ".tsv");
      Map<String, List<ManifestItem>> known = load(kept);
      Map<String, List<ManifestItem>> now =
          Entries.isArchive(real) ? archive(real, known) : folder(real, known);
      if (!now.equals(known)) {
        save(kept, now);
      }
      return now.values().stream().flatMap(List::stream).toList();
    } catch (IOException failure) {
      throw new DataFormatException(source.toString(), "cannot be read: " + failure, failure);
    }
  }

  private static Map<String, List<ManifestItem>> archive(
      Path archive, Map<String, List<ManifestItem>> known) throws IOException {
    String stamp = stamp("", archive);
    if (known.containsKey(stamp)) {
      return Map.of(stamp, known.get(stamp));
    }
    List<ManifestItem> items = new ArrayList<>();
    Entries.read(
        archive,
        LIMITS,
        name -> !hidden(name),
        (name, place, content) ->
            items.add(new ManifestItem(name, content.length, hex(digest().digest(content)))));
    return Map.of(stamp, items);
  }

  private static Map<String, List<ManifestItem>> folder(
      Path source, Map<String, List<ManifestItem>> known) throws IOException {
    boolean single = Files.isRegularFile(source);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(source)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    Map<String, List<ManifestItem>> now = new HashMap<>();
    for (Path file : files) {
      Path inside = single ? source.getFileName() : source.relativize(file);
      String name = inside.toString().replace('\\', '/');
      if (!hidden(name)) {
        String stamp = stamp(name, file);
        List<ManifestItem> kept = known.get(stamp);
        now.put(stamp, kept == null ? List.of(item(name, file)) : kept);
      }
    }
    return now;
  }

  private static ManifestItem item(String name, Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] chunk = new byte[1 << 16];
      long bytes = 0;
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        bytes += read;
      }
      return new ManifestItem(name, bytes, hex(digest.digest()));
    }
  }

  private static String stamp(String name, Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return sha256(name + "\n" + now.size() + "\n" + now.lastModifiedTime().toMillis());
  }

  /** What was kept; nothing if there is no such file or it is damaged, for it can be made again. */
  private static Map<String, List<ManifestItem>> load(Path kept) {
    Map<String, List<ManifestItem>> known = new HashMap<>();
    try {
      for (String line : Files.readAllLines(kept)) {
        int tab = line.indexOf('\t');
        ManifestItem item = ManifestItem.parse(kept.toString(), line.substring(tab + 1));
        known.computeIfAbsent(line.substring(0, tab), s -> new ArrayList<>()).add(item);
      }
      return known;
    } catch (IOException | PenumbraException | IndexOutOfBoundsException unusable) {
      return new HashMap<>();
    }
  }

  private static void save(Path kept, Map<String, List<ManifestItem>> now) {
    StringBuilder text = new StringBuilder();
    now.forEach(
        (stamp, items) ->
            items.forEach(
                item -> text.append(stamp).append('\t').append(item.line()).append('\n')));
    try {
      AtomicFiles.writeText(kept, text.toString());
    } catch (UncheckedIOException readOnly) {
      // A cache that cannot be written only costs time.
      return;
    }
  }

  private static boolean hidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }

  private static String sha256(String text) {
    return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
