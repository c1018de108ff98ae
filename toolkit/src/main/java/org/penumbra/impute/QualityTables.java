package org.penumbra.impute;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.penumbra.skeleton.Joint;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The tables of {@link ImputationQuality} and {@link ImputationComparison}. */
final class QualityTables {
  private QualityTables() {}

  static Table joints(ImputationQuality quality) {
    IntColumn index = IntColumn.create("index");
    StringColumn name = StringColumn.create("joint");
    LongColumn hidden = LongColumn.create("hidden");
    DoubleColumn error = number("mean error, mm", "0.0");
    DoubleColumn left = number("unfilled, %", "0.00");
    for (Joint joint : quality.layout().joints()) {
      index.append(joint.index());
      name.append(joint.name());
      hidden.append(quality.hidden(joint));
      append(error, quality.meanError(joint));
      left.append(100 * quality.unfilledShare(joint));
    }
    String title = "Imputation of " + quality.name() + " by joint";
    return Table.create(title, index, name, hidden, error, left);
  }

  static Table gaps(ImputationQuality quality) {
    StringColumn frames = StringColumn.create("frames hidden");
    LongColumn hidden = LongColumn.create("hidden");
    DoubleColumn error = number("mean error, mm", "0.0");
    DoubleColumn left = number("unfilled, %", "0.00");
    for (GapLength gap : GapLength.values()) {
      frames.append(gap.label());
      hidden.append(quality.hidden(gap));
      append(error, quality.meanError(gap));
      left.append(100 * quality.unfilledShare(gap));
    }
    String title = "Imputation of " + quality.name() + " by length of gap";
    return Table.create(title, frames, hidden, error, left);
  }

  static Table comparison(ImputationComparison comparison) {
    StringColumn name = StringColumn.create("imputer");
    DoubleColumn mean = number("mean, mm", "0.0");
    DoubleColumn median = number("median, mm", "0.0");
    DoubleColumn most = number("95 % within, mm", "0.0");
    DoubleColumn bones = number("bones off, mm", "0.0");
    DoubleColumn jerk = number("jerk ratio", "0.00");
    DoubleColumn left = number("unfilled, %", "0.00");
    for (ImputationComparison.Row row : comparison.rows()) {
      name.append(row.name());
      append(mean, row.quality().meanError());
      append(median, row.quality().medianError());
      append(most, row.quality().quantile(0.95));
      append(bones, row.quality().boneError());
      append(jerk, row.quality().jerkRatio());
      left.append(100 * row.quality().unfilledShare());
    }
    return Table.create(comparison.title(), name, mean, median, most, bones, jerk, left);
  }

  static Table gaps(ImputationComparison comparison) {
    StringColumn name = StringColumn.create("imputer");
    Table table = Table.create(comparison.title() + ": mean error in mm by frames hidden", name);
    comparison.rows().forEach(row -> name.append(row.name()));
    for (GapLength gap : GapLength.values()) {
      DoubleColumn error = number(gap.label(), "0.0");
      comparison.rows().forEach(row -> append(error, row.quality().meanError(gap)));
      table.addColumns(error);
    }
    return table;
  }

  private static void append(DoubleColumn column, double value) {
    if (Double.isNaN(value)) {
      column.appendMissing();
    } else {
      column.append(value);
    }
  }

  private static DoubleColumn number(String name, String format) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(
        new DecimalFormat(format, DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    return column;
  }
}
