package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A comparison as one table, with what belongs below it. */
final class ComparisonTable {
  private static final String MISSING = "–";

  private ComparisonTable() {}

  static Table of(Comparison comparison) {
    PaperGrid grid = comparison.paper().grid();
    List<StringColumn> labels = grid.down().stream().map(StringColumn::create).toList();
    StringColumn column = StringColumn.create("column");
    StringColumn paper = StringColumn.create("paper");
    StringColumn ours = StringColumn.create("ours");
    StringColumn seeds = StringColumn.create("seeds");
    StringColumn clips = StringColumn.create("test clips");
    StringColumn difference = StringColumn.create("difference");
    StringColumn verdict = StringColumn.create("verdict");
    List<List<String>> settings = settings(comparison);
    for (CellComparison line : comparison.lines()) {
      List<String> down = PaperGrid.values(line.cell().condition(), grid.down());
      for (int i = 0; i < labels.size(); i++) {
        labels.get(i).append(down.get(i).isEmpty() ? MISSING : down.get(i));
      }
      column.append(grid.head(PaperGrid.values(line.cell().condition(), grid.across())));
      paper.append(line.cell().value().orElseThrow().toPlainString());
      ours.append(line.ours().map(ComparisonTable::accuracy).orElse(MISSING));
      seeds.append(line.ours().map(m -> Integer.toString(m.seeds())).orElse(MISSING));
      clips.append(line.ours().map(m -> Integer.toString(m.clips())).orElse(MISSING));
      difference.append(
          line.ours().isEmpty() ? MISSING : String.format(Locale.ROOT, "%+.1f", line.difference()));
      int mark = settings.indexOf(line.differences()) + 1;
      verdict.append(line.verdict().label() + (mark == 0 ? "" : " (" + mark + ")"));
    }
    Table table = Table.create(comparison.paper().cells().get(0).source() + ", paper and ours");
    labels.forEach(table::addColumns);
    return table.addColumns(column, paper, ours, seeds, clips, difference, verdict);
  }

  /** Mean and deviation over seeds, or the interval of a single run. */
  static String accuracy(Measured measured) {
    if (measured.seeds() > 1) {
      return String.format(Locale.ROOT, "%.1f ± %.1f", measured.mean(), measured.deviation());
    }
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        measured.mean(),
        measured.interval().lower(),
        measured.interval().upper());
  }

  private static List<List<String>> settings(Comparison comparison) {
    return comparison.lines().stream()
        .map(CellComparison::differences)
        .filter(differences -> !differences.isEmpty())
        .distinct()
        .toList();
  }

  static List<String> remarks(Comparison comparison) {
    List<String> remarks = new ArrayList<>();
    List<List<String>> settings = settings(comparison);
    for (int i = 0; i < settings.size(); i++) {
      remarks.add(
          "("
              + (i + 1)
              + ") Set otherwise than in the paper: "
              + String.join("; ", settings.get(i))
              + ".");
    }
    for (CellComparison line : comparison.lines()) {
      if (line.ours().isPresent() && !line.cell().note().isEmpty()) {
        remarks.add("Paper, " + line.cell().condition() + ": " + line.cell().note() + ".");
      }
    }
    for (Measured measured : comparison.withoutCell()) {
      remarks.add("No cell of this table: " + measured.condition() + ": " + measured + ".");
    }
    remarks.add(
        "In brackets the 95 % interval of a single run (Wilson); ± is the standard deviation over"
            + " seeds. The papers give single runs without seeds.");
    remarks.add(Judgement.RULE);
    return List.copyOf(remarks);
  }
}
