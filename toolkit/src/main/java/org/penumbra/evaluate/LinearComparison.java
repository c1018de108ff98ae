package org.penumbra.evaluate;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.embed.Embeddings;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Several feature sets under the same linear evaluation, side by side: with features as they are
 * (the published classifier) and standardised, after the last epoch and, as the papers report it,
 * after the epoch that was best on the test clips. Immutable: {@link #judge} returns a longer
 * comparison.
 */
public final class LinearComparison {
  private final LinearEvaluation evaluation;
  private final List<Row> rows;

  /**
   * One feature set judged.
   *
   * @param name what the features come from
   * @param majority accuracy of always answering the most frequent training label
   * @param published with features as they are
   * @param standardised with standardised features
   */
  public record Row(
      String name, Accuracy majority, LinearResult published, LinearResult standardised) {}

  private LinearComparison(LinearEvaluation evaluation, List<Row> rows) {
    this.evaluation = evaluation;
    this.rows = List.copyOf(rows);
  }

  /** An empty comparison under these settings. */
  public static LinearComparison with(LinearEvaluation evaluation) {
    return new LinearComparison(evaluation, List.of());
  }

  /**
   * This comparison and one more row: a classifier learned on {@code train}, judged on {@code
   * test}.
   */
  public LinearComparison judge(String name, Embeddings train, Embeddings test) {
    List<Row> longer = new ArrayList<>(rows);
    if (!rows.isEmpty() && rows.get(0).majority().total() != test.size()) {
      throw new InvalidOptionException(
          "test clips of " + name,
          rows.get(0).majority().total() + ", as in the rows before",
          test.size());
    }
    longer.add(
        new Row(
            name,
            Accuracy.ofMajority(train.labels(), test.labels(), train.classNames().size()),
            evaluation.withStandardise(false).evaluate(train, test),
            evaluation.withStandardise(true).evaluate(train, test)));
    return new LinearComparison(evaluation, longer);
  }

  /** Rows in the order in which they were judged. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The row of a name, as {@link #judge} got it.
   *
   * @throws InvalidOptionException if there is none; the message lists those there are
   */
  public Row row(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "row", "one of " + rows.stream().map(Row::name).toList(), name));
  }

  /**
   * Accuracies in percent of the test clips, with Wilson's 95 % interval of the published
   * classifier after the last epoch.
   */
  public Table table() {
    StringColumn names = StringColumn.create("features");
    DoubleColumn last = percent("last epoch, %");
    StringColumn interval = StringColumn.create("95 % interval");
    DoubleColumn best = percent("best epoch, %");
    DoubleColumn standardised = percent("standardised, last epoch, %");
    if (!rows.isEmpty()) {
      Accuracy majority = rows.get(0).majority();
      names.append("none: most frequent action");
      last.append(majority.percent());
      interval.append(interval(majority));
      best.appendMissing();
      standardised.appendMissing();
    }
    for (Row row : rows) {
      names.append(row.name());
      last.append(row.published().last().percent());
      interval.append(interval(row.published().last()));
      best.append(row.published().best().percent());
      standardised.append(row.standardised().last().percent());
    }
    return Table.create(title(), names, last, interval, best, standardised);
  }

  private String title() {
    int clips = rows.isEmpty() ? 0 : rows.get(0).majority().total();
    return "Linear evaluation: accuracy on " + clips + " test clips";
  }

  private static String interval(Accuracy accuracy) {
    return String.format(
        Locale.ROOT, "%.1f to %.1f", accuracy.lowerPercent(), accuracy.upperPercent());
  }

  private static DoubleColumn percent(String name) {
    DoubleColumn column = DoubleColumn.create(name);
    column.setPrintFormatter(
        new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)), "");
    return column;
  }
}
