package org.penumbra.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A paper's table as text, as a table to show and as CSV. */
final class PaperPrint {
  private static final String MISSING = "–";

  private PaperPrint() {}

  static Table list(List<PaperTable> tables) {
    StringColumn paper = StringColumn.create("paper");
    StringColumn name = StringColumn.create("table");
    IntColumn cells = IntColumn.create("cells");
    StringColumn title = StringColumn.create("title");
    for (PaperTable table : tables) {
      paper.append(table.paper());
      name.append(table.name());
      cells.append(table.cells().size());
      title.append(table.title());
    }
    return Table.create("Tables of the papers", paper, name, cells, title);
  }

  static Table table(PaperTable paper) {
    Table table = Table.create(heading(paper));
    List<List<String>> columns = columns(paper);
    for (List<String> column : columns) {
      StringColumn texts = StringColumn.create(column.get(0));
      column.subList(1, column.size()).forEach(texts::append);
      table.addColumns(texts);
    }
    return table;
  }

  static String text(PaperTable paper) {
    List<String> lines = new ArrayList<>(TextColumns.lines(table(paper)));
    lines.addAll(paper.remarks());
    return String.join("\n", lines);
  }

  static String heading(PaperTable paper) {
    return paper.cells().get(0).source() + ": " + paper.title() + " (accuracy in percent)";
  }

  /** Label columns, then value columns; the first text of each is its head. */
  private static List<List<String>> columns(PaperTable paper) {
    PaperGrid grid = paper.grid();
    List<List<String>> rows = grid.rowLabels(paper.cells());
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < grid.down().size(); i++) {
      String key = grid.down().get(i);
      int at = i;
      columns.add(
          Stream.concat(Stream.of(key), rows.stream().map(row -> orMissing(row.get(at)))).toList());
    }
    for (List<String> label : grid.columnLabels(paper.cells())) {
      List<Optional<PaperCell>> cells = rows.stream().map(row -> paper.cellAt(row, label)).toList();
      int width = cells.stream().mapToInt(cell -> value(cell).length()).max().orElse(0);
      List<String> column = new ArrayList<>(List.of(grid.head(label)));
      for (Optional<PaperCell> cell : cells) {
        String value = value(cell);
        column.add(" ".repeat(width - value.length()) + value + rest(cell, paper.notes()));
      }
      columns.add(column);
    }
    return columns;
  }

  private static String orMissing(String text) {
    return text.isEmpty() ? MISSING : text;
  }

  private static String value(Optional<PaperCell> cell) {
    return cell.flatMap(PaperCell::value).map(BigDecimal::toPlainString).orElse(MISSING);
  }

  private static String rest(Optional<PaperCell> cell, List<String> notes) {
    String delta =
        cell.flatMap(PaperCell::delta).map(d -> " (" + PaperGrid.signed(d) + ")").orElse("");
    int note = cell.map(c -> notes.indexOf(c.note())).orElse(-1);
    return delta + (note < 0 ? "" : " [" + (note + 1) + "]");
  }

  static List<String> csvFields(PaperCell cell) {
    return List.of(
        cell.paper(),
        cell.table(),
        cell.title(),
        cell.row(),
        cell.method(),
        cell.stream(),
        cell.dataset(),
        cell.split(),
        cell.protocol(),
        settings(cell.settings()),
        cell.metric(),
        cell.value().map(BigDecimal::toPlainString).orElse(""),
        cell.delta().map(PaperGrid::signed).orElse(""),
        cell.note());
  }

  static String settings(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(";"));
  }
}
