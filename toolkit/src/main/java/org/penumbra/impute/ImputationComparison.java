package org.penumbra.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;
import tech.tablesaw.api.Table;

/**
 * Several imputers on the same hidden joints, side by side. Immutable: {@link #judge} returns a
 * longer comparison.
 *
 * <pre>{@code
 * var comparison = ImputationComparison.of(occluded, Imputers.named("zero"), Imputers.named("linear"));
 * show(comparison.table(), comparison.gaps());
 * }</pre>
 */
public final class ImputationComparison {
  private final List<Row> rows;

  /**
   * One imputer judged.
   *
   * @param name of the imputer
   * @param quality on the test clips
   */
  public record Row(String name, ImputationQuality quality) {}

  private ImputationComparison(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /** Without rows yet. */
  public static ImputationComparison empty() {
    return new ImputationComparison(List.of());
  }

  /** Imputers fitted on the training half, judged on the test half. */
  public static ImputationComparison of(TrainTest occluded, Imputer... imputers) {
    ImputationComparison comparison = empty();
    for (Imputer imputer : imputers) {
      comparison = comparison.judge(imputer.fit(occluded.train()), occluded.test());
    }
    return comparison;
  }

  /** This and one more imputer, judged on occluded clips. */
  public ImputationComparison judge(FittedImputer imputer, SkeletonDataset occluded) {
    return judge(imputer.imputer().name(), ImputationQuality.of(imputer.impute(occluded)));
  }

  /**
   * This and one more row, judged elsewhere.
   *
   * @throws InvalidOptionException if the name is taken, or other joints were hidden than in the
   *     rows before
   */
  public ImputationComparison judge(String name, ImputationQuality quality) {
    for (Row row : rows) {
      if (row.name().equals(name)) {
        throw new InvalidOptionException("name of a row", "used once", name);
      }
      if (row.quality().hidden() != quality.hidden()) {
        throw new InvalidOptionException(
            "hidden joints of " + name,
            row.quality().hidden() + ", as in the rows before",
            quality.hidden());
      }
    }
    List<Row> longer = new ArrayList<>(rows);
    longer.add(new Row(name, quality));
    return new ImputationComparison(longer);
  }

  /** Rows in the order in which they were judged. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The quality of an imputer.
   *
   * @throws InvalidOptionException if there is none of that name; the message lists those there are
   */
  public ImputationQuality quality(String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .map(Row::quality)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "imputer", "one of " + rows.stream().map(Row::name).toList(), name));
  }

  /**
   * One row per imputer: distance from the truth (mm: mean, median, 95 %), bones, jerk, and the
   * share left unfilled, which is in no error.
   */
  public Table table() {
    return QualityTables.comparison(this);
  }

  /** One row per imputer, one column per length of gap: mean distance in mm. */
  public Table gaps() {
    return QualityTables.gaps(this);
  }

  String title() {
    return rows.isEmpty()
        ? "Imputation"
        : String.format(
            Locale.ROOT,
            "Imputation of %s: %,d joints hidden on purpose",
            rows.get(0).quality().name(),
            rows.get(0).quality().hidden());
  }

  /** One line per imputer: mean, median and 95 % distance, and what is left unfilled. */
  @Override
  public String toString() {
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(title());
    for (Row row : rows) {
      ImputationQuality quality = row.quality();
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %-"
                  + width
                  + "s  mean %7.1f mm, median %7.1f, 95 %% within %7.1f,"
                  + " unfilled %.2f %%",
              row.name(),
              quality.meanError(),
              quality.medianError(),
              quality.quantile(0.95),
              100 * quality.unfilledShare()));
    }
    return text.toString();
  }
}
