package org.penumbra.plot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.data.report.DatasetReport;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Pictures of a {@link DatasetReport}: how long clips are, which joints go missing. */
public final class ReportFigures {
  private static final int MOST_JOINTS = 12;

  private static final double LEAST_SHARE = 0.1; // percent

  private ReportFigures() {}

  /** Number of clips by length. */
  public static BarGroups lengths(DatasetReport report) {
    BarGroups bars = BarGroups.of("Lengths of " + report.name() + " in frames", "clips");
    for (Row row : report.histogram()) {
      long from = row.getLong("from");
      long to = row.getLong("to");
      bars = bars.bar(from == to ? from + "" : from + " to " + to, (double) row.getLong("clips"));
    }
    return bars;
  }

  /**
   * Share of its frames in which a joint is occluded or inferred, for the 12 joints that are so
   * most often; empty if none is in one of a thousand frames, where bars would say nothing.
   */
  public static Optional<BarGroups> missing(DatasetReport report) {
    Table joints = report.joints();
    List<String> kinds =
        Stream.of("occluded", "inferred")
            .filter(kind -> joints.doubleColumn(kind).max() >= LEAST_SHARE)
            .toList();
    if (kinds.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> worst =
        IntStream.range(1, joints.rowCount())
            .filter(joint -> missing(joints, joint) > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer joint) -> -missing(joints, joint)))
            .limit(MOST_JOINTS)
            .toList();
    BarGroups bars =
        BarGroups.of(
            "Joints of " + report.name() + " that go missing most: " + String.join(", ", kinds),
            "% of the joint's frames");
    for (int joint : worst) {
      for (String kind : kinds) {
        double share = joints.doubleColumn(kind).get(joint);
        bars = bars.bar(joints.stringColumn("joint").get(joint), kind, share);
      }
    }
    return Optional.of(bars);
  }

  private static double missing(Table joints, int joint) {
    return joints.doubleColumn("occluded").get(joint) + joints.doubleColumn("inferred").get(joint);
  }
}
