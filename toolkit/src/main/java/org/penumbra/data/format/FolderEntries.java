package org.penumbra.data.format;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Files of a folder and its subfolders, in order of their paths. Links to files are followed, as it
 * is the user's own disk; links to folders are not, so there are no loops.
 */
final class FolderEntries {
  private static final int DEPTH = 8;

  private FolderEntries() {}

  static void read(
      Path folder, EntryLimits limits, Predicate<String> wanted, Entries.Visitor visitor)
      throws IOException {
    long total = 0;
    int count = 0;
    // The trailing "." follows a data folder that is itself a link.
    try (Stream<Path> walk = Files.walk(folder.resolve("."), DEPTH)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        String name =
            folder.relativize(file.normalize()).toString().replace(File.separatorChar, '/');
        if (!wanted.test(name)) {
          continue;
        }
        String place = folder.resolve(name).toString();
        if (++count > limits.entries()) {
          throw Entries.tooMuch(folder.toString(), "at most " + limits.entries() + " files");
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
          content = Entries.content(in, place, limits);
        }
        total += content.length;
        if (total > limits.totalBytes()) {
          throw Entries.tooMuch(folder.toString(), "at most " + limits.totalBytes() + " bytes");
        }
        visitor.visit(name, place, content);
      }
    }
  }
}
