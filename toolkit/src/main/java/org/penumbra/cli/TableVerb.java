package org.penumbra.cli;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.results.PaperCell;
import org.penumbra.results.PaperTable;
import org.penumbra.results.Papers;

/** {@code table}. */
final class TableVerb implements Verb {
  private static final Option<Boolean> CSV =
      Option.flag("--csv", "print the cells as CSV with a heading, one cell a line");

  @Override
  public Manual manual() {
    return new Manual(
        "table",
        "the published tables of the three papers",
        "Without words lists the tables of the papers; with PAPER (opstl, pstl or crossmoco) those"
            + " of one; with PAPER and NAME (as printed, for instance V) prints that table, with"
            + " known misprints noted.",
        List.of("[PAPER]", "[NAME]"),
        List.of(CSV, CommonOptions.JSON),
        List.of("table opstl", "table opstl V --csv"),
        "Accuracies in percent. As JSON: a list of tables with paper, table, title, cells; of one"
            + " table the same with cells (row, method, stream, data_set, split, protocol, settings,"
            + " value, delta, note) instead of their number.");
  }

  @Override
  public int run(Given given, Console console) {
    if (given.words().size() == 2) {
      one(given, console, PaperTable.of(given.words().get(0), given.words().get(1)));
    } else if (given.has(CSV)) {
      throw new UsageException("--csv needs PAPER and NAME");
    } else {
      list(given, console);
    }
    return 0;
  }

  private static void one(Given given, Console console, PaperTable table) {
    JsonArray cells = new JsonArray();
    for (PaperCell cell : table.cells()) {
      cells.add(
          new JsonResult()
              .with("row", cell.row())
              .with("method", cell.method())
              .with("stream", cell.stream())
              .with("data_set", cell.dataset())
              .with("split", cell.split())
              .with("protocol", cell.protocol())
              .with("settings", cell.settings())
              .with("value", cell.value().map(Number.class::cast).orElse(Double.NaN))
              .with("delta", cell.delta().map(Number.class::cast).orElse(Double.NaN))
              .with("note", cell.note())
              .json());
    }
    console.result(
        given,
        given.has(CSV) ? table.csv().stripTrailing() : table.toString(),
        new JsonResult()
            .with("paper", table.paper())
            .with("table", table.name())
            .with("title", table.title())
            .with("cells", cells)
            .json());
  }

  private static void list(Given given, Console console) {
    List<String> lines = new ArrayList<>();
    JsonArray json = new JsonArray();
    String paper = given.words().isEmpty() ? "" : given.words().get(0).strip();
    for (PaperTable table : Papers.tables()) {
      if (paper.isEmpty() || table.paper().equalsIgnoreCase(paper)) {
        lines.add(
            String.format(
                "%-9s  %-5s  %3d cells  %s",
                table.paper(), table.name(), table.cells().size(), table.title()));
        json.add(
            new JsonResult()
                .with("paper", table.paper())
                .with("table", table.name())
                .with("title", table.title())
                .with("cells", table.cells().size())
                .json());
      }
    }
    if (lines.isEmpty()) {
      throw new InvalidOptionException("paper", "one of " + Papers.names(), paper);
    }
    console.result(given, String.join("\n", lines), json);
  }
}
