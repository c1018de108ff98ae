package org.penumbra.data.archive;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;

/** Checks the names of archive entries. */
public final class EntryNames {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

  private EntryNames() {}

  /**
   * The name with forward slashes.
   *
   * @throws DataFormatException if the name is absolute or leaves the archive
   */
  public static String checked(String archive, String name) {
    String path = name.replace('\\', '/');
    boolean escapes = Arrays.asList(path.split("/", -1)).contains("..");
    if (escapes || path.startsWith("/") || DRIVE.matcher(path).matches() || path.indexOf(0) >= 0) {
      throw new DataFormatException(
          archive,
          "the entry '" + name + "' points outside the archive; refused. Is this the data set?");
    }
    return path;
  }

  /** The last part of a name. */
  public static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
