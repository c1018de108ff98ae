package org.penumbra.results;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One published number: a cell of a table, a claim of the prose or a fact of a figure.
 *
 * @param paper {@code opstl}, {@code pstl} or {@code crossmoco}
 * @param table as printed, for instance {@code IV}; {@code text} for prose, {@code Fig.5} for
 *     figures
 * @param title what the table, claim or figure is about
 * @param row printed row; the section for claims
 * @param condition what was measured
 * @param metric {@code acc_pct}: top-1 accuracy in percent; others in claims and figures
 * @param value with the decimals printed; empty where only an ordering is shown
 * @param delta difference printed beside the value, in points
 * @param note known misprints and what is inferred; may be empty
 */
public record PaperCell(
    String paper,
    String table,
    String title,
    String row,
    Condition condition,
    String metric,
    Optional<BigDecimal> value,
    Optional<BigDecimal> delta,
    String note) {
  /** Metric of table cells: top-1 accuracy in percent. */
  public static final String ACCURACY = "acc_pct";

  /** Checks that nothing is null. */
  public PaperCell {
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(delta, "delta");
  }

  /** Method as printed. */
  public String method() {
    return condition.method();
  }

  /** Stream in short form. */
  public String stream() {
    return condition.stream();
  }

  /** Data set in short form. */
  public String dataset() {
    return condition.dataset();
  }

  /** Split in short form; empty where the paper does not say. */
  public String split() {
    return condition.split();
  }

  /** Protocol. */
  public String protocol() {
    return condition.protocol();
  }

  /** Further settings, sorted by name. */
  public Map<String, String> settings() {
    return condition.settings();
  }

  /** The value as a number; NaN where there is none. */
  public double number() {
    return value.map(BigDecimal::doubleValue).orElse(Double.NaN);
  }

  /**
   * The cell from which the printed difference is counted, for tables that print imputed values and
   * their gain only: the value minus the difference, without imputation.
   */
  PaperCell beforeImputation() {
    BigDecimal before = value.orElseThrow().subtract(delta.orElseThrow());
    return new PaperCell(
        paper,
        table,
        title,
        row,
        condition.with("imputation", "none"),
        metric,
        Optional.of(before),
        Optional.empty(),
        "not printed: value minus printed difference");
  }

  /** Paper and table, for instance {@code OPSTL Table II}. */
  public String source() {
    boolean isTable = metric.equals(ACCURACY);
    return ShortNames.paper(paper) + (isTable ? " Table " : " ") + table;
  }

  @Override
  public String toString() {
    String number = value.map(BigDecimal::toPlainString).orElse("no number");
    String change = delta.map(d -> " (" + PaperGrid.signed(d) + ")").orElse("");
    String remark = note.isEmpty() ? "" : " [" + note + "]";
    return source() + ", " + condition + ": " + number + change + remark;
  }
}
