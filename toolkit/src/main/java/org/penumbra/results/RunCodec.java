package org.penumbra.results;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a result becomes files and comes back from them to the bit.
 *
 * @param <T> the result
 */
public interface RunCodec<T> {
  /**
   * Name and version of the form of the files. A run in another form is computed anew; the message
   * says so.
   */
  String format();

  /** Writes the files of a result into an empty folder; no folders in it. */
  void write(T value, Path folder);

  /**
   * Reads them; sizes and checksums were right.
   *
   * @throws org.penumbra.core.DataFormatException if they make no result; it is then computed anew
   */
  T read(Path folder);

  /** What the caller gets of a result that was just stored in this folder; else the result. */
  default T stored(T value, Path folder) {
    return value;
  }

  /** Fingerprints of what other runs may take as input, by name: so their parents are known. */
  default Map<String, String> outputs(T value) {
    return Map.of();
  }

  /** Figures for tables, by name. */
  default Map<String, Double> metrics(T value) {
    return Map.of();
  }

  /** A codec for records of numbers, texts, enums, lists, maps and records, as JSON. */
  static <T extends Record> RunCodec<T> json(Class<T> type) {
    return new RecordCodec<>(type);
  }
}
