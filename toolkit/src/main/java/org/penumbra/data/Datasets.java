package org.penumbra.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.penumbra.core.DataNotFoundException;
import org.penumbra.core.InvalidOptionException;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Opens data sets by name. A set of the user's own is a file in the data folder, {@code NAME.csv}
 * for instance, with a {@code NAME.layout.json} beside it that says which joints it has.
 *
 * <p>{@code PENUMBRA_DATASET} names the set that {@link #open()} opens (default {@code synthetic},
 * which needs no files); {@code PENUMBRA_DATA} is the data folder (default {@code datasets}).
 */
public final class Datasets {
  /** Environment variable that names the default set. */
  public static final String NAME_VARIABLE = "PENUMBRA_DATASET";

  /** Environment variable that names the data folder. */
  public static final String FOLDER_VARIABLE = "PENUMBRA_DATA";

  private Datasets() {}

  /** Opens the set that {@code PENUMBRA_DATASET} names; the synthetic one if it is not set. */
  public static SkeletonDataset open() {
    return open(environment(NAME_VARIABLE, "synthetic"));
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
    List<DatasetSource> sources = sources(dataFolder);
    DatasetSource source =
        sources.stream()
            .filter(s -> s.name().equalsIgnoreCase(String.valueOf(name).strip()))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidOptionException(
                        "data set",
                        "one of " + sources.stream().map(DatasetSource::name).toList(),
                        name));
    return source.open(dataFolder, options);
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
    StringColumn name = StringColumn.create("data set");
    StringColumn there = StringColumn.create("there");
    StringColumn about = StringColumn.create("about");
    StringColumn how = StringColumn.create("how to get it");
    Path folder = folder();
    for (DatasetSource source : sources(folder)) {
      name.append(source.name());
      there.append(source.isIn(folder) ? "yes" : "no");
      about.append(source.description());
      how.append(source.howToGet());
    }
    return Table.create("Data sets in " + folder, name, there, about, how);
  }

  /** Sets with a source of their own, then those the user made; the first of a name counts. */
  private static List<DatasetSource> sources(Path dataFolder) {
    Stream<DatasetSource> known =
        ServiceLoader.load(DatasetSource.class, Datasets.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(DatasetSource::name));
    return Stream.concat(known, OwnSets.in(dataFolder).stream()).toList();
  }

  private static String environment(String variable, String otherwise) {
    String value = System.getenv(variable);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
