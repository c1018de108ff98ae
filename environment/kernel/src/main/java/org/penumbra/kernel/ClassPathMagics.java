package org.penumbra.kernel;

import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code %jars} and {@code %classpath}: put files and directories on the class path. */
final class ClassPathMagics {

  private final CellEvaluator evaluator;

  ClassPathMagics(CellEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** {@code %jars lib/*.jar other.jar}: files only. */
  void addJars(List<String> globs) throws MagicException {
    add("%jars", "lib/*.jar", globs, true);
  }

  /** {@code %classpath build/classes lib/*.jar}: directories and files. */
  void addPaths(List<String> globs) throws MagicException {
    add("%classpath", "build/classes", globs, false);
  }

  /** Adds the entries of a class path in the form of {@code java -cp}; globs allowed. */
  void addClassPath(String classPath) throws MagicException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    if (!entries.isEmpty()) {
      addPaths(entries);
    }
  }

  private void add(String name, String example, List<String> globs, boolean filesOnly)
      throws MagicException {
    if (globs.isEmpty()) {
      throw new MagicException(
          name + " needs at least one path, for example " + name + " " + example);
    }
    List<String> found = new ArrayList<>();
    for (String glob : globs) {
      int before = found.size();
      for (Path path : matches(glob)) {
        if (!filesOnly || Files.isRegularFile(path)) {
          found.add(path.toAbsolutePath().normalize().toString());
        }
      }
      if (found.size() == before) {
        throw new MagicException(
            "%s: no %s matches %s in %s"
                .formatted(
                    name,
                    filesOnly ? "file" : "file or directory",
                    glob,
                    Path.of("").toAbsolutePath()));
      }
    }
    found.forEach(evaluator::addToClassPath);
  }

  private static Iterable<Path> matches(String glob) {
    try {
      return new GlobFinder(glob).computeMatchingPaths();
    } catch (IOException e) {
      // The directory part does not exist or cannot be read: the same as no match.
      return List.of();
    }
  }
}
