package org.penumbra.results;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.penumbra.core.DataFormatException;

/**
 * The table of results in the README, made from the files that {@link ComparisonFiles} writes: one
 * row for each table of a paper, data set and scale. It stands between two marks, and whatever is
 * around them stays.
 */
public final class ResultsTable {
  /** Line before the table. */
  public static final String BEGIN = "<!-- results: made from notebooks/results -->";

  /** Line after the table. */
  public static final String END = "<!-- end of results -->";

  private static final String HEAD =
      """
      | paper's table | our data, scale | seeds | cells with ours | ours, % | verdicts | orderings of the papers |
      |---|---|---|---|---|---|---|
      """;

  private ResultsTable() {}

  /**
   * The Markdown of all results in a folder, by file name; empty if there are none.
   *
   * @param folder need not exist
   * @param link path of the notebooks' folder from the page, with a slash at its end
   * @throws DataFormatException if a file is no comparison
   */
  public static String markdown(Path folder, String link) {
    StringBuilder rows = new StringBuilder();
    for (Path file : files(folder)) {
      try {
        rows.append(rows(read(file), link));
      } catch (IllegalStateException | NullPointerException | ClassCastException failure) {
        throw new DataFormatException(
            file.toString(),
            "no results of a comparison; write it again with its notebook.",
            failure);
      }
    }
    return rows.isEmpty() ? "" : HEAD + rows;
  }

  /**
   * A page with the text between the two marks replaced.
   *
   * @throws DataFormatException if the page does not have both marks, each once
   */
  public static String into(String page, String markdown) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin || page.indexOf(BEGIN, begin + 1) >= 0) {
      throw new DataFormatException(
          "page of results", "expected one line '" + BEGIN + "' and after it '" + END + "'.");
    }
    String middle = markdown.isEmpty() ? "\n" : "\n\n" + markdown + "\n";
    return page.substring(0, begin + BEGIN.length()) + middle + page.substring(end);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot list " + folder, failure);
    }
  }

  private static JsonObject read(Path file) {
    try {
      return new Gson().fromJson(Files.readString(file), JsonObject.class);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    } catch (JsonParseException failure) {
      throw new DataFormatException(file.toString(), "no JSON: " + failure.getMessage(), failure);
    }
  }

  private static String rows(JsonObject file, String link) {
    TreeMap<String, List<JsonObject>> worlds = new TreeMap<>();
    for (JsonElement element : file.getAsJsonArray("lines")) {
      JsonObject line = element.getAsJsonObject();
      String world = text(line, "our data") + ", " + text(line, "scale");
      worlds.computeIfAbsent(world, w -> new ArrayList<>()).add(line);
    }
    StringBuilder rows = new StringBuilder();
    worlds.forEach((world, lines) -> rows.append(row(file, link, world, lines)));
    return rows.toString();
  }

  private static String row(JsonObject file, String link, String world, List<JsonObject> lines) {
    Set<Long> seeds = new TreeSet<>();
    TreeMap<String, Integer> verdicts = new TreeMap<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (JsonObject line : lines) {
      line.getAsJsonArray("seeds").forEach(seed -> seeds.add(seed.getAsLong()));
      verdicts.merge(text(line, "verdict"), 1, Integer::sum);
      low = Math.min(low, line.get("ours").getAsDouble());
      high = Math.max(high, line.get("ours").getAsDouble());
    }
    List<String> counts = new ArrayList<>();
    verdicts.forEach((verdict, count) -> counts.add(count + " " + verdict));
    return String.format(
            Locale.ROOT,
            "| [%s Table %s](%s%s) | %s | %d | %d of %d | %.1f to %.1f | %s | %s |%n",
            ShortNames.paper(text(file, "paper")),
            text(file, "table"),
            link,
            text(file, "notebook"),
            world,
            seeds.size(),
            lines.size(),
            file.get("cells").getAsInt(),
            low,
            high,
            String.join(", ", counts),
            orderings(file.getAsJsonArray("orderings"), lines.get(0)))
        .replace(System.lineSeparator(), "\n");
  }

  /** Orderings by what is found of them, on the data set and scale of this row. */
  private static String orderings(JsonArray orderings, JsonObject line) {
    TreeMap<String, Set<String>> found = new TreeMap<>();
    for (JsonElement element : orderings) {
      JsonObject part = element.getAsJsonObject();
      if ((text(line, "our data") + " ").startsWith(text(part, "data") + " ")
          && text(line, "scale").equals(text(part, "scale"))) {
        String count = part.get("point so").getAsInt() + "/" + part.get("cases").getAsInt();
        found
            .computeIfAbsent(text(part, "finding"), f -> new TreeSet<>())
            .add(text(part, "id") + " " + count);
      }
    }
    List<String> texts = new ArrayList<>();
    found.forEach((finding, ids) -> texts.add(finding + ": " + String.join(", ", ids)));
    return texts.isEmpty() ? "–" : String.join("; ", texts);
  }

  private static String text(JsonObject fields, String name) {
    return fields.get(name).getAsString();
  }
}
