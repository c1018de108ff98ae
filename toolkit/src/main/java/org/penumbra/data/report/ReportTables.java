package org.penumbra.data.report;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** All tables of a report, complete, in the order in which they are shown. */
final class ReportTables {
  /** One table of a report. */
  enum Part {
    OVERVIEW,
    SPLITS,
    COPIED_TEST_CLIPS,
    LABEL_CONFLICTS,
    DEGENERATE,
    JUMPS,
    BONES,
    FAR_AWAY,
    SHARED_FRAMES,
    COPIES,
    CLASSES,
    SUBJECTS,
    CAMERAS,
    SETUPS,
    LENGTHS,
    HISTOGRAM,
    BODIES,
    JOINTS,
    MISSING_RUNS
  }

  private final Map<Part, Table> tables = new EnumMap<>(Part.class);

  ReportTables(Survey survey) {
    for (Part part : Part.values()) {
      tables.put(part, make(part, survey));
    }
  }

  private static Table make(Part part, Survey survey) {
    return switch (part) {
      case OVERVIEW -> OverviewTable.of(survey);
      case SPLITS -> SplitTable.of(survey);
      case COPIED_TEST_CLIPS -> CopyTables.copiedTestClips(survey);
      case LABEL_CONFLICTS -> CopyTables.labelConflicts(survey);
      case DEGENERATE -> DefectTables.degenerate(survey);
      case JUMPS -> DefectTables.jumps(survey);
      case BONES -> DefectTables.bones(survey);
      case FAR_AWAY -> DefectTables.farAway(survey);
      case SHARED_FRAMES -> CopyTables.sharedFrames(survey);
      case COPIES -> CopyTables.copies(survey);
      case CLASSES -> CountTables.classes(survey);
      case SUBJECTS -> CountTables.subjects(survey);
      case CAMERAS -> CountTables.cameras(survey);
      case SETUPS -> CountTables.setups(survey);
      case LENGTHS -> LengthTables.lengths(survey);
      case HISTOGRAM -> LengthTables.histogram(survey);
      case BODIES -> LengthTables.bodies(survey);
      case JOINTS -> JointTables.joints(survey);
      case MISSING_RUNS -> JointTables.missingRuns(survey);
    };
  }

  /** Not to be changed. */
  Table get(Part part) {
    return tables.get(part);
  }

  /** Copies, so that a report stays as it is whatever is done with them. */
  List<Table> all() {
    return tables.values().stream().map(Table::copy).toList();
  }

  /** Names, types and values of all tables, for comparing. */
  List<Object> content() {
    return tables.values().stream()
        .<Object>map(
            table ->
                List.of(
                    table.name(),
                    table.columnNames(),
                    table.columns().stream().map(column -> column.asList()).toList()))
        .toList();
  }
}
