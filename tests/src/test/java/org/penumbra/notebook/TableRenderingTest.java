package org.penumbra.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableRenderingTest {
  private static final Table TABLE =
      Table.create(
          "Linear <evaluation> & more",
          StringColumn.create("method", "PSTL <b>\"x\"&amp;", "random", null),
          DoubleColumn.create("accuracy (%)", 71.25, 43.1, Double.NaN),
          IntColumn.create("clips", 464, 12, 7),
          BooleanColumn.create("done", true, false, true));

  private static String html(Table table) {
    return TableHtml.render(TableCells.of(table, 20));
  }

  private static String text(Table table, int rows) {
    return TableText.render(TableCells.of(table, rows));
  }

  @Test
  void escapesMarkup() {
    assertThat(html(TABLE))
        .contains("Linear &lt;evaluation&gt; &amp; more")
        .contains("PSTL &lt;b&gt;&quot;x&quot;&amp;amp;")
        .doesNotContain("<b>", "<evaluation>");
  }

  @Test
  void headingIsALineAndNothingIsFetchedOrRun() {
    assertThat(html(TABLE))
        .contains("<p style=\"margin:4px 0\"><strong>Linear")
        .doesNotContain("<caption", "<script", "http", "class=", "src=");
  }

  @Test
  void numbersAreRightAlignedTextsLeft() {
    assertThat(html(TABLE))
        .containsPattern("text-align:right\">71\\.25</td>")
        .containsPattern("text-align:right\">accuracy \\(%\\)</th>")
        .containsPattern("text-align:right\">464</td>")
        .containsPattern("text-align:left\">random</td>")
        .containsPattern("text-align:left\">true</td>");
  }

  @Test
  void rowsAlternate() {
    assertThat(html(TABLE).split("#f4f6f8", -1)).hasSize(2); // the second of three rows
  }

  @Test
  void textIsAligned() {
    assertThat(text(TABLE.rejectColumns("done"), 20))
        .isEqualTo(
            """
            Linear <evaluation> & more
            method            accuracy (%)  clips
            ----------------  ------------  -----
            PSTL <b>"x"&amp;         71.25    464
            random                   43.10     12
            –                            –      7""");
  }

  @Test
  void rowsAreCapped() {
    Table many = Table.create("Many", IntColumn.indexColumn("row", 1234, 0));
    assertThat(html(many)).contains("1,214 more rows (1,234 in all)").doesNotContain(">20</td>");
    assertThat(html(many).split("<tr", -1)).hasSize(22); // heading and 20 rows
    assertThat(text(many, 3)).endsWith("  2\n1,231 more rows (1,234 in all)");
    assertThat(text(many.first(3), 2)).endsWith("\n1 more row (3 in all)");
    assertThat(text(many.first(3), 3)).endsWith("\n  2");
  }

  @Test
  void tablesWithoutRowsOrNameAreSaidToBe() {
    Table none = Table.create(IntColumn.create("row"));
    assertThat(html(none)).contains("no rows").contains("row</th>");
    assertThat(text(none, 20)).endsWith("no rows");
  }

  @Test
  void longFractionsGetFourDigitsThatCount() {
    assertThat(cells(0.123456789, 0.5)).containsExactly("0.1235", "0.5000");
    assertThat(cells(71.23456, 8)).containsExactly("71.23", "8.00");
    assertThat(cells(12345.678901, 2)).containsExactly("12346", "2");
    assertThat(cells(0.5123456, 1.25e-7)).containsExactly("0.5123", "1.25e-07");
    assertThat(cells(70, 71)).containsExactly("70", "71");
    assertThat(cells(-1.5, 70)).containsExactly("-1.5", "70.0");
  }

  @Test
  void aColumnsOwnFormatStands() {
    DoubleColumn column = DoubleColumn.create("x", 0.7125, 0.5);
    column.setPrintFormatter(tech.tablesaw.columns.numbers.NumberColumnFormatter.percent(1));
    TableCells cells = TableCells.of(Table.create("t", column), 20);
    assertThat(cells.rows().get(0).get(0)).isEqualTo(column.getString(0)).contains("%");
  }

  private static String[] cells(double... values) {
    TableCells cells = TableCells.of(Table.create("t", DoubleColumn.create("x", values)), 20);
    return cells.rows().stream().map(row -> row.get(0)).toArray(String[]::new);
  }

  @Test
  void longTextsAreCutInPlainTextOnly() {
    Table table = Table.create("t", StringColumn.create("how", "x".repeat(80)));
    assertThat(text(table, 20)).contains("x".repeat(59) + "…").doesNotContain("x".repeat(60));
    assertThat(html(table)).contains("x".repeat(80));
  }
}
