package org.penumbra.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the parts of an NTU RGB+D set lie: folders or zip archives of known names in the data
 * folder, in any letter case. The data folder may also be one of them itself.
 *
 * @param parts for each part of the set the names it may have, without {@code .zip}
 */
record NtuPlaces(List<List<String>> parts) {
  private static final String ZIP = ".zip";

  /** Names of the authors' archives, and of the folders inside them. */
  private static final String FIRST_ZIP = "nturgbd_skeletons_s001_to_s017";

  private static final String FIRST_FOLDER = "nturgb+d_skeletons";
  private static final String SECOND_ZIP = "nturgbd_skeletons_s018_to_s032";
  private static final String SECOND_FOLDER = "nturgb+d_skeletons120";

  private static final NtuPlaces IN_ONE = of(List.of("ntu-120"));

  /** The first 60 classes; a folder of all 120 holds them too. */
  static final NtuPlaces NTU_60 = of(List.of("ntu-60", FIRST_FOLDER, FIRST_ZIP, "ntu-120"));

  /** All classes in two parts. */
  private static final NtuPlaces IN_TWO =
      new NtuPlaces(
          List.of(List.of("ntu-60", FIRST_FOLDER, FIRST_ZIP), List.of(SECOND_FOLDER, SECOND_ZIP)));

  static NtuPlaces of(List<String> names) {
    return new NtuPlaces(List.of(names));
  }

  /** All 120 classes: one place called so, else the authors' two parts. */
  static Optional<List<Path>> findAll120(Path dataFolder) {
    Optional<List<Path>> one = IN_ONE.find(dataFolder);
    return one.isPresent() ? one : IN_TWO.find(dataFolder);
  }

  /** The place of each part; empty if one is not there. */
  Optional<List<Path>> find(Path dataFolder) {
    List<Path> candidates = new ArrayList<>(children(dataFolder));
    candidates.add(dataFolder.toAbsolutePath().normalize());
    List<Path> found = new ArrayList<>();
    for (List<String> names : parts) {
      Optional<Path> place =
          names.stream()
              .flatMap(name -> candidates.stream().filter(path -> isCalled(path, name)))
              .findFirst();
      if (place.isEmpty()) {
        return Optional.empty();
      }
      found.add(place.get());
    }
    return Optional.of(List.copyOf(found));
  }

  /** The authors' own archives inside a folder that somebody made for them. */
  static List<Path> archivesIn(Path folder) {
    return children(folder).stream()
        .filter(
            path ->
                Files.isRegularFile(path)
                    && (isCalled(path, FIRST_ZIP) || isCalled(path, SECOND_ZIP)))
        .toList();
  }

  private static boolean isCalled(Path path, String name) {
    String called = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isDirectory(path) ? called.equals(name) : called.equals(name + ZIP);
  }

  /** Folders first, for what is unpacked is read faster. */
  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> sorted = children.sorted().toList();
      List<Path> ordered = new ArrayList<>(sorted.stream().filter(Files::isDirectory).toList());
      sorted.stream().filter(Files::isRegularFile).forEach(ordered::add);
      return ordered;
    } catch (IOException unreadable) {
      return List.of(); // no folder, so nothing is in it
    }
  }
}
