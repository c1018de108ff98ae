package org.penumbra.evaluate;

import java.util.List;
import java.util.Locale;
import org.penumbra.core.Require;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Accuracy against how much of the body is missing.
 *
 * @param unit what is missing
 * @param settings one line for people
 * @param points one for each count, in the order asked for
 */
public record PartialBodyResult(
    PartialBodyEvaluation.Unit unit, String settings, List<Point> points) {
  /**
   * One point of the curve.
   *
   * @param count missing joints or parts
   * @param draws one result for each repetition; one only where nothing is missing
   */
  public record Point(int count, List<LinearResult> draws) {
    /** Mean and deviation after the last epoch. */
    public Spread last() {
      return Spread.of(draws.stream().mapToDouble(draw -> draw.last().percent()).toArray());
    }

    /** Mean and deviation of each draw's best epoch, chosen on the test clips. */
    public Spread best() {
      return Spread.of(draws.stream().mapToDouble(draw -> draw.best().percent()).toArray());
    }
  }

  /** Keeps an unmodifiable copy. */
  public PartialBodyResult {
    points = List.copyOf(Require.notEmpty("points", points));
  }

  /** The curve as a table. */
  public Table table() {
    String what = unit.name().toLowerCase(Locale.ROOT);
    IntColumn counts = IntColumn.create("missing " + what);
    StringColumn last = StringColumn.create("last epoch");
    StringColumn best = StringColumn.create("best epoch");
    for (Point point : points) {
      counts.append(point.count());
      last.append(point.last().toString());
      best.append(point.best().toString());
    }
    return Table.create("Accuracy on partial bodies: " + settings, counts, last, best);
  }
}
