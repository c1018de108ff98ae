package org.penumbra.notebook;

import java.util.List;

/**
 * A table as HTML: no script, nothing from outside, styles inline. A notebook that is not trusted
 * drops the styles; everything is still there then.
 */
final class TableHtml {
  private static final String TABLE =
      "border-collapse:collapse;background:#fff;color:#222;font-size:13px;margin:2px 0";
  private static final String HEAD =
      "padding:5px 12px;border-bottom:2px solid #888;background:#fff;font-weight:bold;";
  private static final String CELL = "padding:4px 12px;border:0;vertical-align:top;";

  private TableHtml() {}

  static String render(TableCells table) {
    StringBuilder html = new StringBuilder("<div style=\"overflow-x:auto\">\n");
    if (!table.title().isBlank()) {
      html.append("<p style=\"margin:4px 0\"><strong>")
          .append(escape(table.title()))
          .append("</strong></p>\n");
    }
    html.append("<table style=\"").append(TABLE).append("\">\n<thead>");
    appendRow(html, "th", table.names(), table.numeric(), HEAD, "#fff");
    html.append("</thead>\n<tbody>\n");
    for (int row = 0; row < table.rows().size(); row++) {
      String background = row % 2 == 0 ? "#fff" : "#f4f6f8";
      appendRow(html, "td", table.rows().get(row), table.numeric(), CELL, background);
      html.append('\n');
    }
    html.append("</tbody>\n</table>\n");
    if (!table.rest().isEmpty()) {
      html.append("<p style=\"margin:4px 0;color:#666\">").append(table.rest()).append("</p>\n");
    }
    return html.append("</div>").toString();
  }

  private static void appendRow(
      StringBuilder html,
      String tag,
      List<String> cells,
      List<Boolean> numeric,
      String style,
      String background) {
    html.append("<tr style=\"background:").append(background).append("\">");
    for (int column = 0; column < cells.size(); column++) {
      String align = numeric.get(column) ? "right" : "left";
      html.append('<').append(tag).append(" style=\"").append(style);
      html.append("text-align:").append(align).append("\">");
      html.append(escape(cells.get(column))).append("</").append(tag).append('>');
    }
    html.append("</tr>");
  }

  /** Text with the characters that HTML reads as markup replaced. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
