package org.penumbra.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.embed.Embeddings;
import tech.tablesaw.api.Table;

/**
 * Several feature sets under the same linear evaluation, side by side: with features as they are
 * (the published classifier) and standardised, after the last epoch and, as the papers report it,
 * after the epoch that was best on the test clips. Immutable: {@link #judge} returns a longer
 * comparison.
 *
 * <p>With {@link #withoutClips} the same classifiers are also judged on fewer test clips, for
 * instance on those that are no copies of training clips.
 */
public final class LinearComparison {
  private final LinearEvaluation evaluation;
  private final String what;
  private final Set<String> leftOut;
  private final List<Row> rows;
  private final List<Row> rowsWithout; // as many as rows; none if no clips are left out

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

  private LinearComparison(
      LinearEvaluation evaluation,
      String what,
      Set<String> leftOut,
      List<Row> rows,
      List<Row> rowsWithout) {
    this.evaluation = evaluation;
    this.what = what;
    this.leftOut = leftOut;
    this.rows = List.copyOf(rows);
    this.rowsWithout = List.copyOf(rowsWithout);
  }

  /** An empty comparison under these settings. */
  public static LinearComparison with(LinearEvaluation evaluation) {
    return new LinearComparison(evaluation, "", Set.of(), List.of(), List.of());
  }

  /**
   * This comparison, which is still empty, with every classifier judged twice: on all test clips,
   * and without these. Without any names nothing changes.
   *
   * @param kind what they are, for the table, for instance {@code copies}
   * @param names of test clips, as in {@link org.penumbra.data.TrainTest#copiedTestClips()}
   * @throws InvalidOptionException if something was judged before
   */
  public LinearComparison withoutClips(String kind, Collection<String> names) {
    if (!rows.isEmpty()) {
      throw new InvalidOptionException(
          "clips to leave out", "given before the first row", "after " + rows.size());
    }
    return new LinearComparison(evaluation, kind, Set.copyOf(names), List.of(), List.of());
  }

  /**
   * This comparison and one more row: a classifier learned on {@code train}, judged on {@code
   * test}.
   *
   * @throws InvalidOptionException if {@code test} has another number of clips than the rows
   *     before, or lacks a clip that is to be left out
   */
  public LinearComparison judge(String name, Embeddings train, Embeddings test) {
    if (!rows.isEmpty() && rows.get(0).majority().total() != test.size()) {
      throw new InvalidOptionException(
          "test clips of " + name,
          rows.get(0).majority().total() + ", as in the rows before",
          test.size());
    }
    List<Embeddings> tests =
        leftOut.isEmpty() ? List.of(test) : List.of(test, test.without(leftOut));
    List<LinearResult> published = evaluation.withStandardise(false).evaluate(train, tests);
    List<LinearResult> standardised = evaluation.withStandardise(true).evaluate(train, tests);
    List<List<Row>> longer = List.of(new ArrayList<>(rows), new ArrayList<>(rowsWithout));
    for (int i = 0; i < tests.size(); i++) {
      int classes = train.classNames().size();
      Accuracy majority = Accuracy.ofMajority(train.labels(), tests.get(i).labels(), classes);
      longer.get(i).add(new Row(name, majority, published.get(i), standardised.get(i)));
    }
    return new LinearComparison(evaluation, what, leftOut, longer.get(0), longer.get(1));
  }

  /** Rows in the order in which they were judged, on all test clips. */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The same rows, judged without the clips that {@link #withoutClips} names; empty if it names
   * none.
   */
  public List<Row> rowsWithoutClips() {
    return rowsWithout;
  }

  /**
   * The row of a name, as {@link #judge} got it, on all test clips.
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
   * classifier after the last epoch. Where clips are left out, a second line for each row, and a
   * column that says which clips judge.
   */
  public Table table() {
    LinearTable table = new LinearTable(title(), !rowsWithout.isEmpty());
    if (!rows.isEmpty()) {
      table.majority(rows.get(0), "all " + total());
    }
    if (!rowsWithout.isEmpty()) {
      table.majority(rowsWithout.get(0), without());
    }
    for (int i = 0; i < rows.size(); i++) {
      table.row(rows.get(i), "all " + total());
      if (!rowsWithout.isEmpty()) {
        table.row(rowsWithout.get(i), without());
      }
    }
    return table.table();
  }

  private int total() {
    return rows.isEmpty() ? 0 : rows.get(0).majority().total();
  }

  private String without() {
    return "without " + leftOut.size() + " " + what;
  }

  private String title() {
    return "Linear evaluation: accuracy on "
        + total()
        + " test clips"
        + (rowsWithout.isEmpty() ? "" : ", and " + without());
  }
}
