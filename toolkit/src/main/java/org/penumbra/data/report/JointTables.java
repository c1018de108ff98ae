package org.penumbra.data.report;

import tech.tablesaw.api.Table;

/** What is known of each joint, and for how long it goes missing. */
final class JointTables {
  /** Name of the row for all joints together, which comes first. */
  static final String ALL = "all joints";

  private JointTables() {}

  /**
   * Shares in percent: of the joint's frames in which its body is there, but absent ones of all.
   * Inferred and exactly zero joints are among the observed ones.
   */
  static Table joints(Survey survey) {
    TableDraft draft =
        TableDraft.of("Joints, % of frames with a body")
            .text("joint")
            .whole("frames")
            .number("observed")
            .number("inferred")
            .number("occluded")
            .number("exactly zero")
            .number("absent, % of all");
    row(draft, ALL, survey.findings().allJoints());
    for (int v = 0; v < survey.findings().joints().size(); v++) {
      row(draft, survey.jointName(v), survey.findings().joints().get(v));
    }
    return draft.table();
  }

  private static void row(TableDraft draft, String name, JointTally tally) {
    long present = tally.present();
    draft.row(
        name,
        present,
        percent(tally.observed, present),
        percent(tally.inferred, present),
        percent(tally.occluded, present),
        percent(tally.zero, present),
        percent(tally.absent, present + tally.absent));
  }

  private static Double percent(long part, long whole) {
    return whole == 0 ? null : 100.0 * part / whole;
  }

  /**
   * Stretches of frames without a break in which a joint is occluded, or inferred: a median length
   * that at least half of the runs do not pass, the same for 95 %, and the longest.
   */
  static Table missingRuns(Survey survey) {
    TableDraft draft =
        TableDraft.of("Runs of missing joints, in frames")
            .text("what")
            .text("joint")
            .whole("runs")
            .whole("median")
            .whole("95 %")
            .whole("longest");
    for (boolean occluded : new boolean[] {true, false}) {
      run(draft, occluded, ALL, survey.findings().allJoints());
      for (int v = 0; v < survey.findings().joints().size(); v++) {
        run(draft, occluded, survey.jointName(v), survey.findings().joints().get(v));
      }
    }
    return draft.table();
  }

  private static void run(TableDraft draft, boolean occluded, String name, JointTally tally) {
    RunTally runs = occluded ? tally.occludedRuns : tally.inferredRuns;
    if (runs.runs() > 0) {
      draft.row(
          occluded ? "occluded" : "inferred",
          name,
          runs.runs(),
          runs.quantile(0.5),
          runs.quantile(0.95),
          runs.longest());
    }
  }
}
