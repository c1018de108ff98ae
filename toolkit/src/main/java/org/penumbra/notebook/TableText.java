package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;

/** A table as text: columns aligned with blanks, a rule below the heading. */
final class TableText {
  private static final int WIDEST = 60; // a longer text is cut, with an ellipsis

  private TableText() {}

  static String render(TableCells table) {
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < table.names().size(); column++) {
      int width = cut(table.names().get(column)).length();
      for (List<String> row : table.rows()) {
        width = Math.max(width, cut(row.get(column)).length());
      }
      widths.add(width);
    }
    List<String> lines = new ArrayList<>();
    if (!table.title().isBlank()) {
      lines.add(table.title());
    }
    lines.add(line(table.names(), widths, table.numeric()));
    lines.add(String.join("  ", widths.stream().map("-"::repeat).toList()));
    table.rows().forEach(row -> lines.add(line(row, widths, table.numeric())));
    if (!table.rest().isEmpty()) {
      lines.add(table.rest());
    }
    return String.join("\n", lines);
  }

  private static String line(List<String> cells, List<Integer> widths, List<Boolean> numeric) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String text = cut(cells.get(column));
      String blanks = " ".repeat(widths.get(column) - text.length());
      line.append(column == 0 ? "" : "  ");
      line.append(numeric.get(column) ? blanks + text : text + blanks);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text) {
    String oneLine = text.replace('\n', ' ');
    return oneLine.length() <= WIDEST ? oneLine : oneLine.substring(0, WIDEST - 1) + "…";
  }
}
