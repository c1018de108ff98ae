package org.penumbra.results;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.results.OrderingReport.Finding;
import org.penumbra.results.OrderingReport.JudgedPart;

/**
 * A comparison as files that are small enough to be kept with the notebooks: JSON, from which the
 * README's table is made, and CSV. Only cells with ours are written, in printed order; the same
 * comparison gives the same bytes.
 */
public final class ComparisonFiles {
  private static final List<String> COLUMNS =
      List.of(
          "paper",
          "table",
          "method",
          "stream",
          "paper data",
          "protocol",
          "settings",
          "published",
          "our data",
          "scale",
          "ours",
          "deviation",
          "lower",
          "upper",
          "seeds",
          "test clips",
          "difference",
          "verdict",
          "differences");

  private ComparisonFiles() {}

  /**
   * Writes {@code name.json} and {@code name.csv}, each as a whole or not at all.
   *
   * @param folder for instance {@code notebooks/results}; made if need be
   * @param name of the notebook, of lower-case letters, digits, hyphens
   * @param notebook path of the notebook from the folder above, for links, for instance {@code
   *     opstl/table-2.ipynb}
   */
  public static void write(Comparison comparison, Path folder, String name, String notebook) {
    if (!name.matches("[a-z0-9-]+")) {
      throw new InvalidOptionException(
          "name of a results file", "of lower-case letters, digits and hyphens", name);
    }
    AtomicFiles.writeText(folder.resolve(name + ".json"), json(comparison, notebook));
    AtomicFiles.writeText(folder.resolve(name + ".csv"), csv(comparison));
  }

  /** The comparison as JSON, with its orderings. */
  public static String json(Comparison comparison, String notebook) {
    JsonObject file = new JsonObject();
    file.addProperty("notebook", notebook);
    file.addProperty("paper", comparison.paper().paper());
    file.addProperty("table", comparison.paper().name());
    file.addProperty("cells", comparison.paper().cells().size());
    JsonArray lines = new JsonArray();
    measured(comparison).forEach(line -> lines.add(line(line)));
    file.add("lines", lines);
    JsonArray orderings = new JsonArray();
    comparison.orderings().parts().forEach(part -> orderings.add(ordering(part)));
    file.add("orderings", orderings);
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return gson.toJson(file) + "\n";
  }

  /** The cells with ours as CSV with a heading. */
  public static String csv(Comparison comparison) {
    StringBuilder csv = new StringBuilder(CsvText.line(COLUMNS));
    for (CellComparison line : measured(comparison)) {
      JsonObject fields = line(line);
      List<String> texts = new ArrayList<>();
      texts.add(line.cell().paper());
      texts.add(line.cell().table());
      for (String column : COLUMNS.subList(2, COLUMNS.size())) {
        texts.add(text(fields.get(column)));
      }
      csv.append(CsvText.line(texts));
    }
    return csv.toString();
  }

  private static List<CellComparison> measured(Comparison comparison) {
    return comparison.lines().stream().filter(line -> line.ours().isPresent()).toList();
  }

  private static String text(JsonElement value) {
    if (value == null) {
      return "";
    }
    if (value.isJsonArray()) {
      List<String> texts = new ArrayList<>();
      value.getAsJsonArray().forEach(one -> texts.add(one.getAsString()));
      return String.join("; ", texts);
    }
    return value.getAsString();
  }

  private static JsonObject line(CellComparison line) {
    PaperCell cell = line.cell();
    Measured ours = line.ours().orElseThrow();
    JsonObject fields = new JsonObject();
    fields.addProperty("method", cell.method());
    fields.addProperty("stream", cell.stream());
    fields.addProperty("paper data", cell.condition().data());
    fields.addProperty("protocol", cell.protocol());
    fields.addProperty("settings", PaperPrint.settings(cell.settings()));
    fields.add("published", new JsonPrimitive(cell.value().orElseThrow()));
    fields.addProperty("our data", ours.condition().data());
    fields.addProperty("scale", ours.scale().label());
    fields.add("ours", number(ours.mean()));
    if (ours.seeds() > 1) {
      fields.add("deviation", number(ours.deviation()));
    }
    fields.add("lower", number(ours.interval().lower()));
    fields.add("upper", number(ours.interval().upper()));
    JsonArray seeds = new JsonArray();
    ours.outcomes().forEach(outcome -> seeds.add(outcome.seed()));
    fields.add("seeds", seeds);
    fields.addProperty("test clips", ours.clips());
    fields.add("difference", number(line.difference()));
    fields.addProperty("verdict", line.verdict().label());
    JsonArray differences = new JsonArray();
    line.differences().forEach(differences::add);
    fields.add("differences", differences);
    JsonArray runs = new JsonArray();
    ours.outcomes().stream().map(Outcome::run).filter(run -> !run.isEmpty()).forEach(runs::add);
    fields.add("runs", runs);
    return fields;
  }

  private static JsonObject ordering(JudgedPart part) {
    JsonObject fields = new JsonObject();
    fields.addProperty("id", part.ordering().id());
    fields.addProperty("part", part.part().name());
    fields.addProperty("paper", part.part().count());
    fields.addProperty("data", part.dataset());
    fields.addProperty("scale", part.scale().label().toLowerCase(Locale.ROOT));
    fields.addProperty("cases", part.cases().size());
    fields.addProperty("point so", part.pointing());
    fields.addProperty("hold", part.count(Finding.HOLDS));
    fields.addProperty("finding", part.finding().label());
    return fields;
  }

  private static JsonPrimitive number(double value) {
    return new JsonPrimitive(BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN));
  }
}
