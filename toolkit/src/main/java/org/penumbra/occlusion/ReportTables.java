package org.penumbra.occlusion;

import java.util.Arrays;
import java.util.Map;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.Joint;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The tables of an {@link OcclusionReport}; shares in per cent with one decimal. */
final class ReportTables {
  private static final String HIDDEN = "hidden (%)";

  private ReportTables() {}

  private static double percent(double share) {
    return Math.rint(1000 * share) / 10;
  }

  static Table summary(OcclusionReport report) {
    StringColumn figure = StringColumn.create("figure");
    DoubleColumn value = DoubleColumn.create("value");
    HiddenRuns runs = report.runs();
    figure.append("clips");
    value.append(report.clips());
    figure.append("joints hidden (%)");
    value.append(percent(report.share()));
    figure.append("clips untouched");
    value.append(report.untouched().size());
    figure.append("clips wholly hidden");
    value.append(report.whollyHidden().size());
    figure.append("clips without anybody");
    value.append(report.empty());
    figure.append("runs");
    value.append((double) runs.count());
    figure.append("median run (frames)");
    value.append(runs.quantile(0.5));
    figure.append("95 % of the runs up to (frames)");
    value.append(runs.quantile(0.95));
    figure.append("longest run (frames)");
    value.append(runs.longest());
    return Table.create("Hidden in " + report.name(), figure, value);
  }

  static Table joints(OcclusionReport report) {
    IntColumn index = IntColumn.create("joint");
    StringColumn name = StringColumn.create("name");
    StringColumn part = StringColumn.create("part");
    DoubleColumn hidden = DoubleColumn.create(HIDDEN);
    DoubleColumn clips = DoubleColumn.create("in clips (%)");
    double[] shares = report.shareByJoint();
    boolean[][] any = report.anyHidden();
    for (Joint joint : report.layout().joints()) {
      int v = joint.index();
      index.append(v);
      name.append(joint.name());
      part.append(partOf(report, v));
      hidden.append(percent(shares[v]));
      long touched = Arrays.stream(any).filter(row -> row[v]).count();
      clips.append(percent(any.length == 0 ? 0 : (double) touched / any.length));
    }
    return Table.create(title(report, "joint"), index, name, part, hidden, clips);
  }

  private static String partOf(OcclusionReport report, int joint) {
    return report.layout().parts().stream()
        .filter(part -> part.joints().contains(joint))
        .map(BodyPart::name)
        .findFirst()
        .orElse("");
  }

  static Table parts(OcclusionReport report) {
    StringColumn part = StringColumn.create("part");
    IntColumn joints = IntColumn.create("joints");
    DoubleColumn hidden = DoubleColumn.create(HIDDEN);
    for (BodyPart each : report.layout().parts()) {
      part.append(each.name());
      joints.append(each.joints().size());
      hidden.append(percent(report.shareOf(each)));
    }
    part.append("all");
    joints.append(report.layout().size());
    hidden.append(percent(report.share()));
    return Table.create(title(report, "body part"), part, joints, hidden);
  }

  static Table frames(OcclusionReport report) {
    IntColumn frame = IntColumn.create("frame");
    DoubleColumn hidden = DoubleColumn.create(HIDDEN);
    double[] shares = report.shareByFrame();
    for (int t = 0; t < shares.length; t++) {
      frame.append(t);
      hidden.append(percent(shares[t]));
    }
    return Table.create(title(report, "frame"), frame, hidden);
  }

  static Table runs(OcclusionReport report) {
    IntColumn from = IntColumn.create("from (frames)");
    IntColumn to = IntColumn.create("to (frames)");
    LongColumn count = LongColumn.create("runs");
    DoubleColumn share = DoubleColumn.create("runs (%)");
    HiddenRuns runs = report.runs();
    for (int low = 1; low <= runs.longest(); low *= 2) {
      int first = low;
      int last = 2 * low - 1;
      long inside =
          runs.counts().entrySet().stream()
              .filter(entry -> entry.getKey() >= first && entry.getKey() <= last)
              .mapToLong(Map.Entry::getValue)
              .sum();
      from.append(first);
      to.append(last);
      count.append(inside);
      share.append(percent((double) inside / runs.count()));
    }
    return Table.create("Runs of hidden joints in " + report.name(), from, to, count, share);
  }

  private static String title(OcclusionReport report, String by) {
    return "Hidden in " + report.name() + ", by " + by;
  }
}
