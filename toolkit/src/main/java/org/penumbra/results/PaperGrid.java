package org.penumbra.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a table is laid out: what stands down its side, what across its head. Both follow from the
 * cells: what changes within a printed row stands across, what changes between rows down; whatever
 * follows from that (the stream of a method that has one only) is left out.
 *
 * @param down keys of the row labels, the method first
 * @param across keys of the column heads
 * @param constant keys that have one value in the whole table, to that value
 */
record PaperGrid(List<String> down, List<String> across, Map<String, String> constant) {
  private static final List<String> PARTS = List.of("stream", "dataset", "split", "protocol");

  static PaperGrid of(List<PaperCell> cells) {
    Set<String> settings = new TreeSet<>();
    cells.forEach(cell -> settings.addAll(cell.settings().keySet()));
    // The stage of a two-stage method explains what is imputed, not the other way round.
    List<String> keys =
        Stream.of(
                PARTS, settings.contains("stage") ? List.of("stage") : List.<String>of(), settings)
            .flatMap(Collection::stream)
            .distinct()
            .toList();
    Map<String, List<PaperCell>> rows = new LinkedHashMap<>();
    cells.forEach(c -> rows.computeIfAbsent(c.row(), r -> new ArrayList<>()).add(c));
    List<String> down = new ArrayList<>(List.of("method"));
    List<String> across = new ArrayList<>();
    Map<String, String> constant = new LinkedHashMap<>();
    for (String key : keys) {
      if (values(cells, List.of(key)).size() == 1) {
        constant.put(key, cells.get(0).condition().value(key));
      } else if (rows.values().stream().anyMatch(row -> values(row, List.of(key)).size() > 1)) {
        addUnlessItFollows(key, across, cells);
      } else {
        addUnlessItFollows(key, down, cells);
      }
    }
    return new PaperGrid(List.copyOf(down), List.copyOf(across), constant);
  }

  private static void addUnlessItFollows(String key, List<String> shown, List<PaperCell> cells) {
    List<String> longer = new ArrayList<>(shown);
    longer.add(key);
    // A split is read with its data set, even where the table has one split of each.
    if (key.equals("split") || values(cells, longer).size() > values(cells, shown).size()) {
      shown.add(key);
    }
  }

  private static Set<List<String>> values(List<PaperCell> cells, List<String> keys) {
    Set<List<String>> values = new LinkedHashSet<>();
    cells.forEach(cell -> values.add(values(cell.condition(), keys)));
    return values;
  }

  static List<String> values(Condition condition, List<String> keys) {
    return keys.stream().map(condition::value).toList();
  }

  /** Keys that tell one cell of the table from another. */
  List<String> keys() {
    return Stream.concat(down.stream(), across.stream()).toList();
  }

  /** Row labels in printed order, each with one text for every key of {@link #down}. */
  List<List<String>> rowLabels(List<PaperCell> cells) {
    return List.copyOf(values(cells, down));
  }

  /**
   * Column labels in printed order, that of the row with the fewest gaps, each with one text for
   * every key of {@link #across}.
   */
  List<List<String>> columnLabels(List<PaperCell> cells) {
    Map<String, List<PaperCell>> rows = new LinkedHashMap<>();
    cells.forEach(cell -> rows.computeIfAbsent(cell.row(), r -> new ArrayList<>()).add(cell));
    List<PaperCell> fullest = List.of();
    for (List<PaperCell> row : rows.values()) {
      fullest = row.size() > fullest.size() ? row : fullest;
    }
    Set<List<String>> labels = values(fullest, across);
    labels.addAll(values(cells, across));
    return List.copyOf(labels);
  }

  /** A column's head: its values, data sets as the papers print them. */
  String head(List<String> label) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < label.size(); i++) {
      if (!label.get(i).isEmpty()) {
        texts.add(text(across.get(i), label.get(i)));
      }
    }
    return texts.isEmpty() ? "accuracy" : String.join(" ", texts);
  }

  /** How to read the grid, and what holds for the whole table. */
  String caption() {
    String heads = across.isEmpty() ? "" : "; across: " + String.join(", ", across);
    List<String> texts = new ArrayList<>();
    constant.forEach((key, value) -> texts.add(key + " " + text(key, value)));
    return "Down: "
        + String.join(", ", down)
        + heads
        + ". Everywhere: "
        + String.join(", ", texts)
        + ".";
  }

  static String text(String key, String value) {
    if (value.isEmpty()) {
      return "not stated";
    }
    return key.equals("dataset") ? ShortNames.printed(value) : value;
  }

  /** A difference with its sign and the decimals printed. */
  static String signed(BigDecimal number) {
    return (number.signum() > 0 ? "+" : "") + number.toPlainString();
  }
}
