package org.penumbra.data.format;

import java.util.Locale;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;

/**
 * One file of a {@link Manifest}.
 *
 * @param name path within the data set, with forward slashes
 * @param bytes size
 * @param sha256 checksum of the content, 64 hexadecimal digits
 */
public record ManifestItem(String name, long bytes, String sha256) {
  private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64})\t(\\d{1,18})\t([^\t]+)");

  /** Line of a manifest file: checksum, size and name, separated by tabs. */
  String line() {
    return sha256 + "\t" + bytes + "\t" + name;
  }

  /** Reads a {@link #line()}. */
  static ManifestItem parse(String place, String line) {
    var matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new DataFormatException(
          place, "expected checksum, size and name separated by tabs, found '" + line + "'.");
    }
    return new ManifestItem(
        matcher.group(3),
        Long.parseLong(matcher.group(2)),
        matcher.group(1).toLowerCase(Locale.ROOT));
  }

  /** The last part of the name. */
  String fileName() {
    return EntryNames.fileName(name);
  }
}
