package org.penumbra.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.DataNotFoundException;

/** The resource with every published number, in the order of the papers' tables. */
final class PaperFile {
  static final String NAME = "paper-tables.csv";
  static final List<String> COLUMNS =
      List.of(
          "paper",
          "table",
          "title",
          "row",
          "method",
          "stream",
          "dataset",
          "split",
          "protocol",
          "setting",
          "metric",
          "value",
          "delta",
          "note");

  private static final Pattern SEMICOLON = Pattern.compile(";");

  private PaperFile() {}

  static List<PaperCell> read() {
    InputStream resource = PaperFile.class.getResourceAsStream(NAME);
    if (resource == null) {
      throw new DataNotFoundException(
          NAME + " is missing from the toolkit's jar: build it again with environment/run.");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      List<String> header = CsvText.fields(lines.readLine());
      if (!header.equals(COLUMNS)) {
        throw new DataFormatException(NAME, "expected columns " + COLUMNS + ", found " + header);
      }
      return lines.lines().map(line -> cell(CsvText.fields(line))).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static PaperCell cell(List<String> f) {
    if (f.size() != COLUMNS.size()) {
      throw new DataFormatException(
          NAME, "expected " + COLUMNS.size() + " fields, found " + f.size() + " in " + f);
    }
    Condition condition =
        new Condition(f.get(4), f.get(5), f.get(6), f.get(7), f.get(8), settings(f.get(9)));
    return new PaperCell(
        f.get(0),
        f.get(1),
        f.get(2),
        f.get(3),
        condition,
        f.get(10),
        number(f.get(11)),
        number(f.get(12)),
        f.get(13));
  }

  private static Optional<BigDecimal> number(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new TreeMap<>();
    for (String setting : SEMICOLON.split(text, -1)) {
      int equals = setting.indexOf('=');
      if (equals > 0) {
        settings.put(setting.substring(0, equals), setting.substring(equals + 1));
      }
    }
    return settings;
  }
}
