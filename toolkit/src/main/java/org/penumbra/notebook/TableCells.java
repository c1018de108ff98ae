package org.penumbra.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table as texts: what to print in each cell, the same for HTML and plain text.
 *
 * @param title may be empty
 * @param names column names
 * @param numeric for each column, whether it holds numbers
 * @param rows the rows shown, each with one text per column
 * @param total number of rows of the table
 */
record TableCells(
    String title, List<String> names, List<Boolean> numeric, List<List<String>> rows, int total) {
  /** What stands for a missing value. */
  static final String MISSING = "–";

  private static final int DECIMALS = 4; // more are rounded to this many digits that count
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.(\\d+))?");

  /** The first rows of a table. */
  static TableCells of(Table table, int most) {
    int shown = Math.min(most, table.rowCount());
    List<List<String>> columns = table.columns().stream().map(c -> texts(c, shown)).toList();
    List<List<String>> rows =
        IntStream.range(0, shown)
            .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
            .toList();
    String title = table.name() == null ? "" : table.name();
    List<Boolean> numeric =
        table.columns().stream().map(c -> c instanceof NumericColumn<?>).toList();
    return new TableCells(title, table.columnNames(), numeric, rows, table.rowCount());
  }

  /** The same rows where the title stands elsewhere. */
  TableCells withoutTitle() {
    return new TableCells("", names, numeric, rows, total);
  }

  /** What is said of rows that are not shown; empty if all are. */
  String rest() {
    int more = total - rows.size();
    if (more == 0) {
      return total == 0 ? "no rows" : "";
    }
    return String.format(
        Locale.ROOT, "%,d more %s (%,d in all)", more, more == 1 ? "row" : "rows", total);
  }

  private static List<String> texts(Column<?> column, int rows) {
    List<String> texts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      texts.add(column.isMissing(row) ? MISSING : column.getString(row));
    }
    return column instanceof NumericColumn<?> numbers ? aligned(numbers, texts) : texts;
  }

  /**
   * Numbers with as many decimals in every row. The column's own format stands if it is short;
   * otherwise the largest number gets four digits that count.
   */
  private static List<String> aligned(NumericColumn<?> column, List<String> texts) {
    int most = 0;
    for (String text : texts) {
      Matcher number = NUMBER.matcher(text);
      if (number.matches()) {
        most = Math.max(most, number.group(1) == null ? 0 : number.group(1).length());
      } else if (!text.equals(MISSING) && !text.contains("E")) {
        return texts; // the column's format adds a sign or unit: leave it
      } else if (text.contains("E")) {
        most = Integer.MAX_VALUE;
      }
    }
    int decimals = most <= DECIMALS ? most : decimals(column, texts.size());
    List<String> aligned = new ArrayList<>();
    for (int row = 0; row < texts.size(); row++) {
      aligned.add(
          column.isMissing(row) ? MISSING : fixed(column.getDouble(row), decimals, texts.get(row)));
    }
    return aligned;
  }

  private static int decimals(NumericColumn<?> column, int rows) {
    double largest = 0;
    for (int row = 0; row < rows; row++) {
      double value = Math.abs(column.getDouble(row));
      largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
    }
    int whole = largest < 1 ? 0 : (int) Math.floor(Math.log10(largest)) + 1;
    return Math.max(0, DECIMALS - whole);
  }

  private static String fixed(double value, int decimals, String otherwise) {
    if (!Double.isFinite(value)) {
      return otherwise;
    }
    boolean vanishes = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals);
    return String.format(Locale.ROOT, vanishes ? "%.2e" : "%." + decimals + "f", value);
  }
}
