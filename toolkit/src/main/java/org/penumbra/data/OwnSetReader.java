package org.penumbra.data;

import java.nio.file.Path;
import org.penumbra.skeleton.LayoutFile;

/**
 * Reads a whole data set of the user's own from one file. Found through {@link
 * java.util.ServiceLoader}; {@link Datasets} opens {@code NAME} with the reader whose ending a file
 * {@code NAME + ending} in the data folder has.
 */
public interface OwnSetReader {
  /** What the names of its files end in, lower case, for instance {@code .csv}. */
  String ending();

  /**
   * Reads a set.
   *
   * @param name what to call it
   * @param file the file, which exists
   * @param layout which joints, units, axes and classes
   * @param options how to read
   * @throws org.penumbra.core.DataFormatException if the file is damaged
   */
  SkeletonDataset read(String name, Path file, LayoutFile layout, OpenOptions options);
}
