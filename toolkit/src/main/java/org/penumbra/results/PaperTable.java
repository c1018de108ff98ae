package org.penumbra.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;
import tech.tablesaw.api.Table;

/**
 * One table of a paper as data: every accuracy as printed, with the known misprints noted.
 *
 * <pre>{@code
 * var table = PaperTable.of("opstl", "II");
 * show(table);
 * show(table.compare(outcomes));
 * }</pre>
 */
public final class PaperTable implements TableReport {
  private final List<PaperCell> cells;
  private final PaperGrid grid;

  PaperTable(List<PaperCell> cells) {
    this.cells = List.copyOf(cells);
    this.grid = PaperGrid.of(cells);
  }

  /**
   * A table by paper and number as printed, in any letter case: {@code of("opstl", "V")}.
   *
   * @throws InvalidOptionException if there is none; the message lists those there are
   */
  public static PaperTable of(String paper, String table) {
    return Papers.table(paper, table);
  }

  /** All tables of the three papers: paper, number, number of cells and title. */
  public static Table list() {
    return PaperPrint.list(Papers.tables());
  }

  /** The paper: {@code opstl}, {@code pstl} or {@code crossmoco}. */
  public String paper() {
    return cells.get(0).paper();
  }

  /** The number as printed. */
  public String name() {
    return cells.get(0).table();
  }

  /** What the table is about. */
  public String title() {
    return cells.get(0).title();
  }

  /** The cells in printed order. */
  public List<PaperCell> cells() {
    return cells;
  }

  /**
   * The one cell with these values, by key: {@code method}, {@code stream}, {@code dataset}, {@code
   * split}, {@code protocol} or a setting.
   *
   * @throws InvalidOptionException if none or several have them
   */
  public PaperCell cell(Map<String, String> values) {
    List<PaperCell> found =
        cells.stream()
            .filter(
                cell ->
                    values.entrySet().stream()
                        .allMatch(e -> cell.condition().value(e.getKey()).equals(e.getValue())))
            .toList();
    if (found.size() != 1) {
      throw new InvalidOptionException(
          "values of a cell in " + cells.get(0).source(),
          "those of one cell, not of " + found.size() + "; its keys are " + grid.keys(),
          values);
    }
    return found.get(0);
  }

  /** Distinct notes on misprints and inferences, in the order of the cells they belong to. */
  public List<String> notes() {
    return cells.stream().map(PaperCell::note).filter(n -> !n.isEmpty()).distinct().toList();
  }

  /**
   * These accuracies of ours beside the published ones.
   *
   * @param outcomes in any order; those that belong to no cell are listed
   */
  public Comparison compare(Collection<Outcome> outcomes) {
    return Comparison.of(this, List.copyOf(outcomes));
  }

  /** One accuracy of ours beside the published ones. */
  public Comparison compare(Outcome... outcomes) {
    return compare(List.of(outcomes));
  }

  /** The grid as the paper has it: methods down, conditions across; accuracies in percent. */
  public Table table() {
    return PaperPrint.table(this);
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  @Override
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>(List.of(grid.caption()));
    List<String> notes = notes();
    for (int i = 0; i < notes.size(); i++) {
      remarks.add("[" + (i + 1) + "] " + notes.get(i));
    }
    return List.copyOf(remarks);
  }

  /** All cells as CSV with a heading, one cell a line. */
  public String csv() {
    return cells.stream()
        .map(PaperPrint::csvFields)
        .map(CsvText::line)
        .collect(Collectors.joining("", CsvText.line(PaperFile.COLUMNS), ""));
  }

  @Override
  public String toString() {
    return PaperPrint.text(this);
  }

  PaperGrid grid() {
    return grid;
  }

  Optional<PaperCell> cellAt(List<String> row, List<String> column) {
    return cells.stream()
        .filter(cell -> PaperGrid.values(cell.condition(), grid.down()).equals(row))
        .filter(cell -> PaperGrid.values(cell.condition(), grid.across()).equals(column))
        .findFirst();
  }
}
