package org.penumbra.data.archive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a data set in the user's data folder, as a folder or as an archive. */
public final class DataPlace {
  private DataPlace() {}

  /**
   * The first that exists: the data folder itself if it is an archive or holds {@code content};
   * then a folder or archive of one of the names inside it.
   *
   * @param dataFolder folder or archive the user named
   * @param content name of a folder that only this data set has
   * @param names how the set's folder or archive may be called, without ending
   */
  public static Optional<Path> find(Path dataFolder, String content, List<String> names) {
    if (Files.isRegularFile(dataFolder)) {
      return Optional.of(dataFolder).filter(Entries::isArchive);
    }
    List<Path> candidates = new ArrayList<>();
    candidates.add(dataFolder.resolve(content));
    names.forEach(name -> candidates.add(dataFolder.resolve(name)));
    Optional<Path> folder = candidates.stream().filter(Files::isDirectory).findFirst();
    if (folder.isPresent()) {
      return folder;
    }
    return candidates.stream()
        .flatMap(
            path ->
                Entries.ARCHIVES.stream().map(end -> path.resolveSibling(path.getFileName() + end)))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
