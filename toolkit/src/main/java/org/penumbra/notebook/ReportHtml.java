package org.penumbra.notebook;

import java.util.List;
import java.util.Locale;
import org.penumbra.data.report.DatasetReport;
import tech.tablesaw.api.Table;

/**
 * A report on a data set as HTML: warnings in a frame of their own, then the two tables that
 * everybody needs, the others to unfold. Nothing is lost where styles are dropped.
 */
final class ReportHtml {
  private static final int OPEN = 2; // overview and splits
  private static final int ROWS = 30; // all joints of the larger layout

  private static final String FRAME =
      "border:2px solid #b00020;border-left-width:10px;background:#fff1f1;color:#222;"
          + "padding:6px 16px;margin:8px 0";
  private static final String ALARM = "color:#b00020;font-size:16px";
  private static final String CALM = "color:#1b6e3c";

  private ReportHtml() {}

  static String render(DatasetReport report) {
    StringBuilder html = new StringBuilder("<div>\n");
    html.append("<p style=\"margin:4px 0\"><strong>")
        .append(TableHtml.escape(report.heading()))
        .append("</strong></p>\n");
    appendWarnings(html, report);
    List<Table> all = report.tables();
    List<Table> tables = all.stream().filter(table -> !table.isEmpty()).toList();
    for (int i = 0; i < tables.size(); i++) {
      append(html, tables.get(i), i < OPEN);
    }
    List<String> empty =
        all.stream().filter(Table::isEmpty).map(Table::name).map(TableHtml::escape).toList();
    if (!empty.isEmpty()) {
      html.append("<p style=\"margin:4px 0;color:#666\">Nothing to list: ")
          .append(String.join("; ", empty))
          .append(".</p>\n");
    }
    return html.append("</div>").toString();
  }

  private static void appendWarnings(StringBuilder html, DatasetReport report) {
    String verdict = TableHtml.escape(report.verdict());
    if (report.warnings().isEmpty()) {
      html.append("<p style=\"").append(CALM).append("\">").append(verdict).append("</p>\n");
      return;
    }
    html.append("<div style=\"").append(FRAME).append("\">\n");
    html.append("<p style=\"").append(ALARM).append("\"><strong>").append(verdict);
    html.append("</strong></p>\n<ul>\n");
    for (String warning : report.warnings()) {
      html.append("<li>").append(TableHtml.escape(warning)).append("</li>\n");
    }
    html.append("</ul>\n</div>\n");
  }

  private static void append(StringBuilder html, Table table, boolean open) {
    if (open) {
      html.append(TableHtml.render(TableCells.of(table, ROWS))).append('\n');
      return;
    }
    String rows =
        String.format(
            Locale.ROOT, "%,d %s", table.rowCount(), table.rowCount() == 1 ? "row" : "rows");
    html.append("<details><summary>")
        .append(TableHtml.escape(table.name()))
        .append(" (")
        .append(rows)
        .append(")</summary>\n")
        .append(TableHtml.render(TableCells.of(table, ROWS).withoutTitle()))
        .append("</details>\n");
  }
}
