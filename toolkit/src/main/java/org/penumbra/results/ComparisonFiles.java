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
import java.util.Map;
import org.penumbra.core.AtomicFiles;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Scale;
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

  /** Environment variable that names the folder of results. */
  public static final String VARIABLE = "PENUMBRA_RESULTS";

  private ComparisonFiles() {}

  /**
   * The folder of results by an environment: {@code PENUMBRA_RESULTS}, else {@code
   * notebooks/results} in the repository, which the scripts and the kernelspec name in {@code
   * PENUMBRA_ROOT}, else {@code results} in the current folder.
   */
  public static Path folder(Map<String, String> environment) {
    String named = environment.getOrDefault(VARIABLE, "").strip();
    String root = environment.getOrDefault("PENUMBRA_ROOT", "").strip();
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    return root.isEmpty() ? Path.of("results") : Path.of(root, "notebooks", "results");
  }

  /**
   * Writes a notebook's comparison into the folder of results, under a name that says data set and
   * scale too, so that no run overwrites one in another world. What has an outcome of scale smoke
   * goes into the folder {@code smoke} there: it proves that the notebook runs, and belongs in no
   * table of results.
   *
   * @param notebook its path in the notebooks' folder, for instance {@code opstl/table-2.ipynb}
   * @return the JSON file
   * @throws InvalidOptionException if nothing was measured, or in more than one world
   */
  public static Path keep(Comparison comparison, String notebook) {
    return keep(comparison, folder(System.getenv()), notebook);
  }

  static Path keep(Comparison comparison, Path folder, String notebook) {
    List<String> worlds =
        comparison.outcomes().stream()
            .map(o -> o.condition().dataset() + "-" + o.scale().label())
            .distinct()
            .toList();
    if (worlds.size() != 1) {
      throw new InvalidOptionException(
          "outcomes to keep", "on one data set at one scale", worlds.toString());
    }
    boolean smoke = comparison.outcomes().get(0).scale() == Scale.SMOKE;
    Path place = smoke ? folder.resolve("smoke") : folder;
    String stem = notebook.replaceFirst("\\.ipynb$", "").replace('/', '-');
    String name = stem + "-" + worlds.get(0);
    write(comparison, place, name, notebook);
    return place.resolve(name + ".json");
  }

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
