package org.penumbra.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.penumbra.core.DataNotFoundException;

/** Finds the data sets that users made themselves: one file and its layout file, by name. */
final class OwnSets {
  private OwnSets() {}

  /** The sets in a folder, in order of their names; none if it is no folder. */
  static List<DatasetSource> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<OwnSetReader> readers =
        ServiceLoader.load(OwnSetReader.class, OwnSets.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(OwnSetReader::ending))
            .toList();
    Map<String, List<OwnSet.Content>> sets = new TreeMap<>();
    for (Path file : files(folder)) {
      String fileName = file.getFileName().toString();
      for (OwnSetReader reader : readers) {
        if (fileName.toLowerCase(Locale.ROOT).endsWith(reader.ending())) {
          String name = fileName.substring(0, fileName.length() - reader.ending().length());
          sets.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
              .add(new OwnSet.Content(name, file, reader));
        }
      }
    }
    List<DatasetSource> sources = new ArrayList<>();
    sets.values().forEach(contents -> sources.add(new OwnSet(contents)));
    return sources;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new DataNotFoundException("The data folder " + folder + " cannot be read: " + failure);
    }
  }
}
