package org.penumbra.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The closing line of a benchmark, {@code RESULT key=value key=value ...}, for scripts to read. */
final class ResultLine {
  private final Map<String, String> values = new LinkedHashMap<>();

  ResultLine with(String key, String value) {
    if (!key.matches("[a-z][a-z0-9_]*") || !value.matches("\\S+")) {
      throw new IllegalArgumentException(
          "A result is a key in lower case and a value without blanks, found " + key + "=" + value);
    }
    values.put(key, value);
    return this;
  }

  ResultLine with(String key, long value) {
    return with(key, Long.toString(value));
  }

  /** Four significant digits, with a point in every locale. */
  ResultLine with(String key, double value) {
    return with(key, String.format(Locale.ROOT, "%.4g", value));
  }

  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("", "RESULT", ""));
  }
}
