package org.penumbra.notebook;

import java.util.List;
import org.penumbra.results.TableReport;
import tech.tablesaw.api.Table;

/** Tables with all their rows and the remarks below, as HTML; many remarks are to unfold. */
final class TableReportHtml {
  private static final int OPEN = 8; // remarks that stand open

  private TableReportHtml() {}

  static String render(TableReport report) {
    StringBuilder html = new StringBuilder("<div>\n");
    for (Table table : report.tables()) {
      html.append(TableHtml.render(TableCells.of(table, table.rowCount()))).append('\n');
    }
    List<String> remarks = report.remarks();
    int folded = remarks.size() > OPEN ? remarks.size() : 0;
    if (folded > 0) {
      html.append("<details><summary>").append(folded).append(" remarks</summary>\n");
    }
    for (String remark : remarks) {
      html.append("<p style=\"margin:4px 0;color:#666\">")
          .append(TableHtml.escape(remark))
          .append("</p>\n");
    }
    return html.append(folded > 0 ? "</details>\n</div>" : "</div>").toString();
  }
}
