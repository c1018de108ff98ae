package org.penumbra.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.integrity.Manifest;
import org.penumbra.data.integrity.ManifestCheck;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Opens data sets by name. A set of the user's own is a file in the data folder, {@code NAME.csv}
 * for instance, with a {@code NAME.layout.json} beside it that says which joints it has.
 *
 * <p>{@code PENUMBRA_DATASET} names the set that {@link #open()} opens (default {@code
 * synthetic-small}, which needs no files); {@code PENUMBRA_DATA} is the data folder (default {@code
 * datasets}).
 */
public final class Datasets {
  /** Environment variable that names the default set. */
  public static final String NAME_VARIABLE = "PENUMBRA_DATASET";

  /** Environment variable that names the data folder. */
  public static final String FOLDER_VARIABLE = "PENUMBRA_DATA";

  private Datasets() {}

  /** The set that {@link #open()} opens if {@code PENUMBRA_DATASET} is not set. */
  public static final String DEFAULT_NAME = "synthetic-small";

  /**
   * Opens the set that {@code PENUMBRA_DATASET} names; if that is not set, {@link #DEFAULT_NAME},
   * which is small enough for a laptop.
   */
  public static SkeletonDataset open() {
    return open(environment(NAME_VARIABLE, DEFAULT_NAME));
  }

  /**
   * Opens a set in the data folder.
   *
   * @param name as {@link #list()} shows it, in any letter case
   * @throws InvalidOptionException if the name is unknown; the message lists the known ones
   * @throws DataNotFoundException if the folder or the set is not there; the message says how to
   *     get it
   */
  public static SkeletonDataset open(String name) {
    Path folder = folder();
    if (!environment(FOLDER_VARIABLE, "").isEmpty() && !Files.exists(folder)) {
      throw new DataNotFoundException(
          "The data folder " + folder + " does not exist; set " + FOLDER_VARIABLE + " to one.");
    }
    return open(name, folder);
  }

  /** As {@link #open(String)}, in another folder. */
  public static SkeletonDataset open(String name, Path dataFolder) {
    return open(name, dataFolder, OpenOptions.published());
  }

  /** As {@link #open(String)}, in another folder, with options. */
  public static SkeletonDataset open(String name, Path dataFolder, OpenOptions options) {
    return source(name, dataFolder).open(dataFolder, options);
  }

  /**
   * Compares a set's files with a manifest, byte for byte: {@code NAME.manifest} in the data folder
   * if you put one there, else the one the toolkit brings. Reads everything the first time; later
   * only what has changed.
   *
   * @throws InvalidOptionException if the name is unknown
   * @throws DataNotFoundException if the set or a manifest for it is not there
   */
  public static ManifestCheck verify(String name) {
    return verify(name, folder());
  }

  /** As {@link #verify(String)}, in another folder. */
  public static ManifestCheck verify(String name, Path dataFolder) {
    DatasetSource source = source(name, dataFolder);
    List<Path> places = source.places(dataFolder);
    if (places.isEmpty()) {
      throw new DataNotFoundException(
          "No files of " + source.name() + " in " + dataFolder + ". " + source.howToGet());
    }
    Path own = dataFolder.resolve(source.name() + ".manifest");
    Manifest manifest =
        Files.exists(own)
            ? Manifest.read(own)
            : Manifest.shipped(source.name())
                .orElseThrow(
                    () ->
                        new DataNotFoundException(
                            "There is no manifest of "
                                + source.name()
                                + "; make one from a good copy with Manifest.of("
                                + places.get(0)
                                + ").write("
                                + own
                                + ")."));
    return manifest.check(places);
  }

  private static DatasetSource source(String name, Path dataFolder) {
    List<DatasetSource> sources = sources(dataFolder);
    return sources.stream()
        .filter(s -> s.name().equalsIgnoreCase(String.valueOf(name).strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "data set",
                    "one of " + sources.stream().map(DatasetSource::name).toList(),
                    name));
  }

  /**
   * The data folder: {@code PENUMBRA_DATA}, else {@code datasets} in the repository, which the
   * scripts and the kernelspec name in {@code PENUMBRA_ROOT}, else {@code datasets} in the current
   * folder.
   */
  public static Path folder() {
    Path root = Path.of(environment("PENUMBRA_ROOT", ""));
    return Path.of(environment(FOLDER_VARIABLE, root.resolve("datasets").toString()))
        .toAbsolutePath()
        .normalize();
  }

  /** What can be opened, whether it is there, and how to get it. */
  public static Table list() {
    return list(folder());
  }

  /** As {@link #list()}, in another folder. */
  public static Table list(Path folder) {
    StringColumn name = StringColumn.create("data set");
    StringColumn there = StringColumn.create("there");
    StringColumn about = StringColumn.create("about");
    StringColumn how = StringColumn.create("how to get it");
    for (DatasetSource source : sources(folder)) {
      name.append(source.name());
      there.append(source.isIn(folder) ? "yes" : "no");
      about.append(source.description());
      how.append(source.howToGet());
    }
    return Table.create("Data sets in " + folder, name, there, about, how);
  }

  /** Whether the toolkit knows a set of this name itself, so that none of one's own can have it. */
  public static boolean isBuiltIn(String name) {
    return known().anyMatch(source -> source.name().equalsIgnoreCase(name.strip()));
  }

  /** Sets with a source of their own, then those the user made; the first of a name counts. */
  private static List<DatasetSource> sources(Path dataFolder) {
    return Stream.concat(known(), OwnSets.in(dataFolder).stream()).toList();
  }

  private static Stream<DatasetSource> known() {
    return ServiceLoader.load(DatasetSource.class, Datasets.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(DatasetSource::name));
  }

  private static String environment(String variable, String otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
