package org.penumbra.data.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** A report to read: under 60 lines, warnings first, of long tables the first rows. */
final class ReportText {
  private static final int ROWS = 3; // of each list of findings
  private static final int BAR = 40; // characters of the longest bar

  private final Survey survey;
  private final ReportTables tables;
  private final StringBuilder text = new StringBuilder();

  private ReportText(Survey survey, ReportTables tables) {
    this.survey = survey;
    this.tables = tables;
  }

  static String of(Survey survey, List<String> warnings, ReportTables tables) {
    ReportText text = new ReportText(survey, tables);
    text.line("%s", heading(survey));
    text.warnings(warnings);
    text.counts();
    text.lengths();
    text.joints();
    text.findings();
    return text.text.toString().stripTrailing();
  }

  /** Name and size of the set in one line. */
  static String heading(Survey survey) {
    return String.format(
        Locale.ROOT,
        "%s: %,d clips, %,d frames, %d classes, %s",
        survey.data().name(),
        survey.clips().size(),
        survey.findings().frames(),
        survey.data().classNames().size(),
        survey.data().layout().name());
  }

  private void warnings(List<String> warnings) {
    line("%s", verdict(warnings));
    warnings.forEach(warning -> line("  ! %s", warning));
  }

  /** What the warnings come to, in one line. */
  static String verdict(List<String> warnings) {
    return warnings.isEmpty()
        ? "No warning: nothing found that would change a published number."
        : "WARNING: "
            + Names.count(warnings.size(), "thing")
            + " found that would change a published number";
  }

  private void counts() {
    line("");
    range("class", tables.get(ReportTables.Part.CLASSES));
    range("subject", tables.get(ReportTables.Part.SUBJECTS));
    range("camera", tables.get(ReportTables.Part.CAMERAS));
    range("setup", tables.get(ReportTables.Part.SETUPS));
    for (Sides sides : survey.sides()) {
      line(
          "%s: %,d train, %,d test",
          sides.name(), sides.clips(true).count(), sides.clips(false).count());
    }
  }

  private void range(String field, Table counts) {
    if (counts.rowCount() > 1) {
      var clips = counts.longColumn("clips");
      line(
          "clips of each %s (%d): %,d to %,d",
          field, counts.rowCount(), (long) clips.min(), (long) clips.max());
    }
  }

  private void lengths() {
    for (Row row : tables.get(ReportTables.Part.LENGTHS)) {
      line(
          "lengths: %d to %d frames; quartiles %.0f, %.0f, %.0f; mean %.1f",
          row.getLong("min"),
          row.getLong("max"),
          row.getDouble("1st quartile"),
          row.getDouble("median"),
          row.getDouble("3rd quartile"),
          row.getDouble("mean"));
    }
    Table bins = tables.get(ReportTables.Part.HISTOGRAM);
    double most = bins.isEmpty() ? 1 : bins.longColumn("clips").max();
    for (Row row : bins) {
      long clips = row.getLong("clips");
      line(
          "  %4d to %4d  %6d  %s",
          row.getLong("from"),
          row.getLong("to"),
          clips,
          "#".repeat((int) Math.ceil(BAR * clips / most)));
    }
    for (Row row : tables.get(ReportTables.Part.BODIES)) {
      line(
          "%s: %s, %s",
          row.getLong("bodies") == 1 ? "1 body" : row.getLong("bodies") + " bodies",
          Names.count(row.getLong("clips"), "clip"),
          Names.count(row.getLong("frames"), "frame"));
    }
  }

  private void joints() {
    JointTally all = survey.findings().allJoints();
    line(
        "joints: %,d where a body is; %,d inferred, %,d occluded, %,d observed at exactly zero",
        all.present(), all.inferred, all.occluded, all.zero);
    worstJoint("inferred", tally -> tally.inferred);
    worstJoint("occluded", tally -> tally.occluded);
    for (Row row : tables.get(ReportTables.Part.MISSING_RUNS)) {
      if (row.getString("joint").equals(JointTables.ALL)) {
        line(
            "  %s in %s: median %s, 95 %% up to %d, longest %d",
            row.getString("what"),
            Names.count(row.getLong("runs"), "run"),
            Names.count(row.getLong("median"), "frame"),
            row.getLong("95 %"),
            row.getLong("longest"));
      }
    }
  }

  private void worstJoint(String what, Function<JointTally, Long> part) {
    List<JointTally> joints = survey.findings().joints();
    IntStream.range(0, joints.size())
        .filter(v -> part.apply(joints.get(v)) > 0)
        .boxed()
        .max(Comparator.comparingDouble((Integer v) -> share(part, joints.get(v))))
        .ifPresent(
            v ->
                line(
                    "  %s most often: %s (%s of its frames)",
                    what, survey.jointName(v), Names.percent(100 * share(part, joints.get(v)))));
  }

  private static double share(Function<JointTally, Long> part, JointTally tally) {
    return tally.present() == 0 ? 0 : (double) part.apply(tally) / tally.present();
  }

  private void findings() {
    line("");
    list(
        ReportTables.Part.DEGENERATE,
        row ->
            row.getString("clip")
                + ": "
                + row.getString("defect")
                + ", "
                + Names.count(row.getLong("frames"), "frame"));
    list(
        ReportTables.Part.JUMPS,
        row ->
            "%s frame %d: %s, %s by %.2f m"
                .formatted(
                    row.getString("clip"),
                    row.getLong("frame"),
                    Names.count(row.getLong("joints"), "joint"),
                    row.getString("farthest joint"),
                    row.getDouble("metres")));
    list(
        ReportTables.Part.BONES,
        row ->
            "%s frame %d: %s %.2f m, usually %.2f m"
                .formatted(
                    row.getString("clip"),
                    row.getLong("in frame"),
                    row.getString("worst bone"),
                    row.getDouble("metres"),
                    row.getDouble("usual metres")));
    list(
        ReportTables.Part.FAR_AWAY,
        row ->
            "%s frame %d: %s at %.1f m"
                .formatted(
                    row.getString("clip"),
                    row.getLong("farthest in frame"),
                    row.getString("joint"),
                    row.getDouble("metres")));
    copies();
    list(
        ReportTables.Part.SHARED_FRAMES,
        row ->
            "%s (%s) and %s (%s): %s"
                .formatted(
                    row.getString("clip"),
                    row.getString("class"),
                    row.getString("other clip"),
                    row.getString("its class"),
                    Names.count(row.getLong("shared frames"), "frame")));
  }

  private void copies() {
    List<List<Integer>> groups = survey.copies().groups();
    line(
        "Copies: %s",
        groups.isEmpty()
            ? "none"
            : Names.count(survey.copies().clips(), "clip") + " in " + rows(groups.size(), "group"));
    groups.stream()
        .limit(ROWS)
        .map(group -> Names.few(group.stream().map(n -> survey.clip(n).name()).toList()))
        .forEach(names -> line("  %s", names));
  }

  private void list(ReportTables.Part part, Function<Row, String> words) {
    Table table = tables.get(part);
    line("%s: %s", table.name(), table.isEmpty() ? "none" : rows(table.rowCount(), "row"));
    table.stream().limit(ROWS).forEach(row -> line("  %s", words.apply(row)));
  }

  private static String rows(int number, String noun) {
    return Names.count(number, noun) + (number <= ROWS ? "" : ", first " + ROWS);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
