package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Columns of text that stand below each other. */
final class TextColumns {
  private static final String GAP = "  ";

  private TextColumns() {}

  /**
   * One line for each row.
   *
   * @param rows of equal length; at least one
   */
  static List<String> aligned(List<List<String>> rows) {
    List<Integer> widths = widths(rows);
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i) + " ".repeat(widths.get(i) - row.get(i).length()));
      }
      lines.add(String.join(GAP, cells).stripTrailing());
    }
    return lines;
  }

  /** The name of a table, a line for its heads, one for the rule below, and one for each row. */
  static List<String> lines(Table table) {
    List<List<String>> rows = new ArrayList<>(List.of(table.columnNames()));
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> cells = new ArrayList<>();
      for (String name : table.columnNames()) {
        cells.add(table.column(name).getString(row));
      }
      rows.add(cells);
    }
    List<String> lines = new ArrayList<>(List.of(table.name()));
    lines.addAll(aligned(rows));
    lines.add(2, String.join(GAP, widths(rows).stream().map("-"::repeat).toList()));
    return lines;
  }

  private static List<Integer> widths(List<List<String>> rows) {
    return IntStream.range(0, rows.get(0).size())
        .mapToObj(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
        .toList();
  }
}
