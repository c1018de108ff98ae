package org.penumbra.data.report;

import java.util.List;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.report.ReportTables.Part;
import tech.tablesaw.api.Table;

/**
 * What a data set holds and what is odd about it: counts, lengths, missing joints, degenerate clips
 * and copies, as complete tables, and {@link #warnings()} about everything that would change a
 * published number. Immutable; each call gives copies of the tables.
 *
 * <pre>{@code
 * show(Datasets.open("nw-ucla").report());
 * }</pre>
 *
 * <p>Made in one parallel pass that reads every clip once and keeps a few numbers of each: for each
 * frame 8 bytes, for each clip some hundred. The same for any number of threads, and for a set that
 * is in memory or not. Of joints that were hidden on purpose the report says that they are
 * occluded, but copies are found by the truth behind them.
 */
public final class DatasetReport {
  private final String name;
  private final ReportOptions options;
  private final List<String> warnings;
  private final ReportTables tables;
  private final String heading;
  private final String text;

  private DatasetReport(Survey survey) {
    this.name = survey.data().name();
    this.options = survey.options();
    this.warnings = Warnings.of(survey);
    this.tables = new ReportTables(survey);
    this.heading = ReportText.heading(survey);
    this.text = ReportText.of(survey, warnings, tables);
  }

  /** Looks at every clip of a set. */
  public static DatasetReport of(SkeletonDataset data, ReportOptions options) {
    return new DatasetReport(Survey.of(data, options));
  }

  /** Name of the set. */
  public String name() {
    return name;
  }

  /** Name and size of the set in one line. */
  public String heading() {
    return heading;
  }

  /** In one line, how many warnings there are, or that there is none. */
  public String verdict() {
    return ReportText.verdict(warnings);
  }

  /** From where on clips counted as odd. */
  public ReportOptions options() {
    return options;
  }

  /** One sentence for everything that would change a published number; empty if nothing would. */
  public List<String> warnings() {
    return warnings;
  }

  /** All tables in the order in which they are shown; some without rows. */
  public List<Table> tables() {
    return tables.all();
  }

  /** The figures that people quote: {@code what}, {@code how many}. */
  public Table overview() {
    return copy(Part.OVERVIEW);
  }

  /** Clips and frames of each class, and clips on each side of each split. */
  public Table classes() {
    return copy(Part.CLASSES);
  }

  /** As {@link #classes()}, for each subject. */
  public Table subjects() {
    return copy(Part.SUBJECTS);
  }

  /** As {@link #classes()}, for each camera. */
  public Table cameras() {
    return copy(Part.CAMERAS);
  }

  /** As {@link #classes()}, for each setup. */
  public Table setups() {
    return copy(Part.SETUPS);
  }

  /** Both sides of each split: counts, the literature's counts, why they differ, copies. */
  public Table splits() {
    return copy(Part.SPLITS);
  }

  /** Shortest, quartiles, mean and longest, in frames without padding. */
  public Table lengths() {
    return copy(Part.LENGTHS);
  }

  /** Clips by length: {@code from}, {@code to} (included), {@code clips}. */
  public Table histogram() {
    return copy(Part.HISTOGRAM);
  }

  /** Clips and frames by how many bodies are there. */
  public Table bodies() {
    return copy(Part.BODIES);
  }

  /** For each joint, and for all, which share is observed, inferred, occluded, absent or zero. */
  public Table joints() {
    return copy(Part.JOINTS);
  }

  /** For how many frames joints go missing: number of runs, median, 95 %, longest. */
  public Table missingRuns() {
    return copy(Part.MISSING_RUNS);
  }

  /** Clips that are empty, of one frame, short, all zero or frozen. */
  public Table degenerate() {
    return copy(Part.DEGENERATE);
  }

  /** Frames in which joints moved impossibly far, the farthest first. */
  public Table jumps() {
    return copy(Part.JUMPS);
  }

  /** Clips with bones of impossible length, the farthest from its usual length first. */
  public Table bones() {
    return copy(Part.BONES);
  }

  /** Clips with coordinates outside of any room, the farthest first. */
  public Table farAway() {
    return copy(Part.FAR_AWAY);
  }

  /** Groups of clips with equal coordinates. */
  public Table copies() {
    return copy(Part.COPIES);
  }

  /** For each split, the test clips that are copies of training clips. */
  public Table copiedTestClips() {
    return copy(Part.COPIED_TEST_CLIPS);
  }

  /** Groups of clips with equal coordinates and different labels. */
  public Table labelConflicts() {
    return copy(Part.LABEL_CONFLICTS);
  }

  /** Pairs of clips that are no copies but hold equal frames, those with most first. */
  public Table sharedFrames() {
    return copy(Part.SHARED_FRAMES);
  }

  private Table copy(Part part) {
    return tables.get(part).copy();
  }

  /** Same name, options, warnings and tables. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DatasetReport report
        && name.equals(report.name)
        && options.equals(report.options)
        && warnings.equals(report.warnings)
        && tables.content().equals(report.tables.content());
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + warnings.hashCode();
  }

  /** Under 60 lines to read, warnings first; long tables with their first rows. */
  @Override
  public String toString() {
    return text;
  }
}
