package org.penumbra.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where things are in a store: {@code KIND/ID} holds a run and is there whole or not at all; {@code
 * .temporary} what is being written or removed, {@code .work} checkpoints of runs in progress,
 * {@code .locks} a file for each run, {@code .hits} one whose length is the number of hits.
 */
final class RunFolders {
  private static final String TEMPORARY = ".temporary";
  private static final String WORK = ".work";

  private final Path root;

  RunFolders(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path of(RunKey key) {
    return root.resolve(key.id());
  }

  Path work(RunKey key) {
    return root.resolve(WORK).resolve(flat(key.id()));
  }

  Path lock(String id) {
    return root.resolve(".locks").resolve(flat(id));
  }

  Path hits(String id) {
    return root.resolve(".hits").resolve(flat(id));
  }

  /** A folder beside the runs, for writing or removing one of them. */
  Path temporary(String id) {
    return root.resolve(TEMPORARY).resolve(flat(id) + "." + UUID.randomUUID());
  }

  private static String flat(String id) {
    return id.replace('/', '-');
  }

  /** Folders that hold a manifest, in order of their names. */
  List<Path> runs() {
    List<Path> runs = new ArrayList<>();
    for (Path kind : list(root)) {
      if (!kind.getFileName().toString().startsWith(".")) {
        runs.addAll(list(kind));
      }
    }
    runs.removeIf(run -> !Files.isRegularFile(run.resolve(RunManifest.FILE)));
    return runs;
  }

  /** Work folders of runs that were broken off, in order of their names. */
  List<Path> works() {
    return list(root.resolve(WORK));
  }

  /** Removes what processes that died have left of a run; the caller has its lock. */
  void sweep(String id) {
    for (Path folder : list(root.resolve(TEMPORARY))) {
      if (folder.getFileName().toString().startsWith(flat(id) + ".")) {
        delete(folder);
      }
    }
  }

  /** Removes what processes that died have left, of all runs that nobody is computing. */
  void sweep() {
    for (Path folder : list(root.resolve(TEMPORARY))) {
      String name = folder.getFileName().toString();
      int dot = name.indexOf('.');
      if (dot > 0) {
        Optional<RunLock> lock = RunLock.tryTake(lock(name.substring(0, dot)));
        lock.ifPresent(
            held -> {
              try (held) {
                delete(folder);
              }
            });
      }
    }
  }

  /**
   * Puts a written folder in its place, after taking away what is there; the caller has the lock.
   */
  void publish(Path written, String id) throws IOException {
    Path place = root.resolve(id);
    Files.createDirectories(place.getParent());
    remove(id);
    Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes a run away in one step, then deletes it; the caller has its lock. */
  void remove(String id) throws IOException {
    Path place = root.resolve(id);
    if (Files.exists(place)) {
      Path away = temporary(id);
      Files.createDirectories(away.getParent());
      Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
      delete(away);
    }
  }

  /** Deletes a folder with all that is in it, as far as that can be done. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, IOException failure)
                throws IOException {
              Files.deleteIfExists(inner);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException stays) {
      // what is left is no run, and is swept the next time
    }
  }

  static List<Path> list(Path folder) {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        entries.forEach(found::add);
      } catch (IOException failure) {
        throw new UncheckedIOException(
            "cannot read " + folder + ": " + failure.getMessage(), failure);
      }
    }
    found.sort(null);
    return found;
  }
}
