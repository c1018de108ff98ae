package org.penumbra.evaluate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The table of a {@link LinearComparison}, made row by row. */
final class LinearTable {
  private final String title;
  private final boolean saysWhichClips;
  private final StringColumn names = StringColumn.create("features");
  private final StringColumn clips = StringColumn.create("test clips");
  private final DoubleColumn last = percent("last epoch, %");
  private final StringColumn interval = StringColumn.create("95 % interval");
  private final DoubleColumn best = percent("best epoch, %");
  private final DoubleColumn standardised = percent("standardised, last epoch, %");

  LinearTable(String title, boolean saysWhichClips) {
    this.title = title;
    this.saysWhichClips = saysWhichClips;
  }

  void majority(LinearComparison.Row row, String which) {
    start("none: most frequent action", which, row.majority());
    best.appendMissing();
    standardised.appendMissing();
  }

  void row(LinearComparison.Row row, String which) {
    start(row.name(), which, row.published().last());
    best.append(row.published().best().percent());
    standardised.append(row.standardised().last().percent());
  }

  private void start(String name, String which, Accuracy accuracy) {
    names.append(name);
    clips.append(which);
    last.append(accuracy.percent());
    interval.append(accuracy.intervalText());
  }

  Table table() {
    Table table = Table.create(title, names, last, interval, best, standardised);
    return saysWhichClips ? table.insertColumn(1, clips) : table;
  }

  private static DoubleColumn percent(String name) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(
        new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    return column;
  }
}
