package org.penumbra.data.format.ucla;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.penumbra.core.RandomKey;

/** Writes small made-up NW-UCLA sets in every container. */
public final class UclaFiles {
  private UclaFiles() {}

  /** Four clips, a split list and what systems leave behind; names to contents. */
  public static Map<String, byte[]> set() {
    Map<String, byte[]> files = new TreeMap<>();
    clip(files, "a01_s01_e00_v01", 1, 3);
    clip(files, "a01_s02_e01_v03", 1, 1);
    clip(files, "a12_s03_e00_v02", 10, 5);
    clip(files, "a08_s04_e02_v03", 7, 2);
    files.put("nw-ucla/split.txt", text("a01_s01_e00_v01"));
    files.put("nw-ucla/all_sqe/.DS_Store", new byte[] {0, 1, 2});
    files.put("__MACOSX/nw-ucla/all_sqe/._a01_s01_e00_v01.json", new byte[] {0, 5, 22, 7});
    return files;
  }

  private static void clip(Map<String, byte[]> files, String name, int label, int frames) {
    files.put("nw-ucla/all_sqe/" + name + ".json", text(json(name, label, frames)));
  }

  /** The text of one clip; joint 2 of frame 0 is at exactly zero. */
  public static String json(String name, int label, int frames) {
    SplittableRandom random = RandomKey.of(5).with(name).generator();
    StringBuilder text = new StringBuilder("{\"file_name\": \"" + name + "\", \"skeletons\": [");
    for (int t = 0; t < frames; t++) {
      text.append(t == 0 ? "[" : ", [");
      for (int v = 0; v < 20; v++) {
        text.append(v == 0 ? "" : ", ");
        if (t == 0 && v == 2) {
          text.append("[0.0, 0.0, 0.0]");
        } else {
          text.append(
              String.format(
                  Locale.ROOT,
                  "[%.6f, %.6f, %.5f]",
                  random.nextDouble() - 0.5,
                  random.nextDouble() - 0.5,
                  2 + random.nextDouble()));
        }
      }
      text.append("]");
    }
    return text.append("], \"label\": ").append(label).append("}").toString();
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes into a folder. */
  public static Path folder(Path target, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return target;
  }

  /** Writes into an archive of the kind that the target's name ends in. */
  public static Path archive(Path target, Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      String name = target.toString();
      if (name.endsWith(".zip")) {
        zip(out, files);
      } else if (name.endsWith(".xz")) {
        tar(new XZCompressorOutputStream(out, 1), files);
      } else {
        tar(new GzipCompressorOutputStream(out), files);
      }
    }
    return target;
  }

  private static void zip(OutputStream out, Map<String, byte[]> files) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeArchiveEntry();
      }
    }
  }

  private static void tar(OutputStream out, Map<String, byte[]> files) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
  }
}
