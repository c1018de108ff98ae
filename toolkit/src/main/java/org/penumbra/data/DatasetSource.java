package org.penumbra.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that can open one data set. Found through {@link java.util.ServiceLoader}, so {@link
 * Datasets} knows no reader and no generator.
 */
public interface DatasetSource {
  /** Name that opens it, lower case, for instance {@code nw-ucla}. */
  String name();

  /** One sentence: what it is and under which terms it can be had. */
  String description();

  /** What a user does to get it and where to put it. */
  String howToGet();

  /**
   * The files, folders and archives in the data folder that hold it; empty if it is not there, and
   * for sets that are made and not read.
   */
  List<Path> places(Path dataFolder);

  /** Whether it can be opened with this data folder. */
  default boolean isIn(Path dataFolder) {
    return !places(dataFolder).isEmpty();
  }

  /**
   * Reads it.
   *
   * @param dataFolder the user's data folder
   * @param options how to read
   * @throws org.penumbra.core.DataNotFoundException if it is not there
   * @throws org.penumbra.core.DataFormatException if a file is damaged
   */
  SkeletonDataset open(Path dataFolder, OpenOptions options);

  /** Reads it as the reference pipelines do. */
  default SkeletonDataset open(Path dataFolder) {
    return open(dataFolder, OpenOptions.published());
  }
}
