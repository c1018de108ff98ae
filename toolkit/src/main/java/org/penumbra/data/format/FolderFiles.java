package org.penumbra.data.format;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.penumbra.core.DataFormatException;

/**
 * Lists the files of a folder and its subfolders by name, without opening them. Links to files are
 * followed, as it is the user's own disk; links to folders are not, so there are no loops.
 */
final class FolderFiles extends SimpleFileVisitor<Path> {
  private static final int DEPTH = 8;

  private final Path folder;
  private final Predicate<String> wanted;
  private final BiConsumer<String, DataFormatException> problems;
  private final List<FileEntry> found = new ArrayList<>();

  private FolderFiles(
      Path folder, Predicate<String> wanted, BiConsumer<String, DataFormatException> problems) {
    this.folder = folder;
    this.wanted = wanted;
    this.problems = problems;
  }

  /**
   * The wanted files in order of their paths.
   *
   * @param problems told of subfolders that cannot be read and of folders with a wanted name; may
   *     throw what it is told
   */
  static List<FileEntry> list(
      Path folder, Predicate<String> wanted, BiConsumer<String, DataFormatException> problems)
      throws IOException {
    FolderFiles visitor = new FolderFiles(folder, wanted, problems);
    // The trailing "." follows a data folder that is itself a link.
    Files.walkFileTree(folder.resolve("."), EnumSet.noneOf(FileVisitOption.class), DEPTH, visitor);
    visitor.found.sort(Comparator.comparing(FileEntry::name));
    return visitor.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    if (!name(directory).isEmpty() && wanted.test(name(directory))) {
      String place = folder.resolve(name(directory)).toString();
      problems.accept(
          place,
          new DataFormatException(
              place, "expected a file, found a folder of this name; remove or rename it."));
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    if (wanted.test(name)) {
      found.add(FileEntry.of(folder.resolve(name), name));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    String place = folder.resolve(name(file)).toString();
    problems.accept(
        place,
        new DataFormatException(
            place,
            "cannot be read ("
                + failure.getClass().getSimpleName()
                + "); change its access rights or remove it.",
            failure));
    return FileVisitResult.CONTINUE;
  }

  private String name(Path path) {
    return folder.relativize(path.normalize()).toString().replace(File.separatorChar, '/');
  }
}
