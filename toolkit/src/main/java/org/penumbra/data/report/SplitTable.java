package org.penumbra.data.report;

import tech.tablesaw.api.Table;

/** Both sides of every split: counts against the literature's, copies and degenerate clips. */
final class SplitTable {
  private SplitTable() {}

  static Table of(Survey survey) {
    TableDraft draft =
        TableDraft.of("Splits")
            .text("split")
            .text("side")
            .whole("clips")
            .whole("expected")
            .whole("difference")
            .text("why")
            .whole("degenerate")
            .whole("copies on this side")
            .whole("copies of training clips");
    for (SideCount count : SideCount.all(survey)) {
      Sides sides = count.sides();
      boolean known = count.expected() > 0;
      draft.row(
          sides.name(),
          count.side(),
          count.found(),
          known ? count.expected() : null,
          known ? count.found() - count.expected() : null,
          count.explanation(survey),
          count.degenerate(survey).size(),
          sides.copiesInside(count.training(), survey.copies()),
          count.training() ? null : sides.copiedTestClips(survey.copies()).size());
    }
    return draft.table();
  }
}
