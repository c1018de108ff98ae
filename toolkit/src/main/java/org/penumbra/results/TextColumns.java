package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** Columns of text aligned with blanks, a rule below the heads. */
final class TextColumns {
  private TextColumns() {}

  /** One line for the heads, one for the rule, then one for each row. */
  static List<String> lines(List<List<String>> columns) {
    List<Integer> widths =
        columns.stream().map(c -> c.stream().mapToInt(String::length).max().orElse(0)).toList();
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < columns.get(0).size(); row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns.size(); column++) {
        String text = columns.get(column).get(row);
        line.append(column == 0 ? "" : "  ").append(text);
        line.append(" ".repeat(widths.get(column) - text.length()));
      }
      lines.add(line.toString().stripTrailing());
    }
    lines.add(1, String.join("  ", widths.stream().map("-"::repeat).toList()));
    return lines;
  }

  /** A table of texts and numbers, its name first. */
  static List<String> lines(Table table) {
    List<List<String>> columns = new ArrayList<>();
    for (String name : table.columnNames()) {
      List<String> column = new ArrayList<>(List.of(name));
      for (int row = 0; row < table.rowCount(); row++) {
        column.add(table.column(name).getString(row));
      }
      columns.add(column);
    }
    List<String> lines = new ArrayList<>(List.of(table.name()));
    lines.addAll(lines(columns));
    return lines;
  }
}
