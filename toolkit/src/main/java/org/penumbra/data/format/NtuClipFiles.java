package org.penumbra.data.format;

import java.util.Locale;
import org.penumbra.core.DataFormatException;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.NtuName;

/** Names of NTU RGB+D skeleton files. */
final class NtuClipFiles {
  static final String ENDING = ".skeleton";

  private NtuClipFiles() {}

  /** Whether a file says that it is a clip; hidden files, as systems leave them, do not. */
  static boolean isClip(String path) {
    String file = EntryNames.fileName(path);
    return !file.startsWith(".") && file.toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * What a file's name says.
   *
   * @throws DataFormatException if it is no name of the data set
   */
  static ClipInfo info(String path, String place) {
    String file = EntryNames.fileName(path);
    String name = isClip(file) ? file.substring(0, file.length() - ENDING.length()) : file;
    if (!NtuName.isName(name) || !isClip(file)) {
      throw new DataFormatException(
          place,
          "expected a name like S001C001P001R001A001.skeleton (setup, camera, performer,"
              + " replication, action); rename or remove the file.");
    }
    return NtuName.parse(name).info();
  }
}
