package org.penumbra.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/**
 * A paper's table and ours beside it, cell by cell. Where ours was measured on data that the table
 * does not have, it stands beside the cell of the same split, or else of the first column; its
 * verdict is then {@link Verdict#NOT_COMPARABLE}, and only {@link #orderings} say something.
 */
public final class Comparison implements TableReport {
  private final PaperTable paper;
  private final List<Outcome> outcomes;
  private final List<CellComparison> lines;
  private final List<Measured> withoutCell;

  private Comparison(
      PaperTable paper,
      List<Outcome> outcomes,
      List<CellComparison> lines,
      List<Measured> withoutCell) {
    this.paper = paper;
    this.outcomes = outcomes;
    this.lines = List.copyOf(lines);
    this.withoutCell = List.copyOf(withoutCell);
  }

  static Comparison of(PaperTable paper, List<Outcome> outcomes) {
    Map<PaperCell, List<Measured>> placed = new LinkedHashMap<>();
    List<Measured> withoutCell = new ArrayList<>();
    for (Measured measured : Measured.group(outcomes)) {
      place(paper, measured)
          .ifPresentOrElse(
              cell -> placed.computeIfAbsent(cell, c -> new ArrayList<>()).add(measured),
              () -> withoutCell.add(measured));
    }
    List<CellComparison> lines = new ArrayList<>();
    for (PaperCell cell : paper.cells()) {
      List<Measured> ours = placed.getOrDefault(cell, List.of());
      ours.forEach(measured -> lines.add(Judgement.of(cell, measured)));
      if (ours.isEmpty()) {
        lines.add(Judgement.open(cell));
      }
    }
    return new Comparison(paper, outcomes, lines, withoutCell);
  }

  /** The cell that is ours; else, on other data, that of the same split; else the first. */
  private static Optional<PaperCell> place(PaperTable paper, Measured measured) {
    Outcome outcome = measured.outcomes().get(0);
    List<String> keys = paper.grid().keys();
    List<PaperCell> fitting =
        paper.cells().stream().filter(cell -> Matching.fits(cell, keys, outcome)).toList();
    Optional<PaperCell> own =
        fitting.stream().filter(cell -> Matching.sameData(cell, outcome.condition())).findFirst();
    return own.or(
            () ->
                fitting.stream()
                    .filter(cell -> cell.split().equals(outcome.condition().split()))
                    .findFirst())
        .or(() -> fitting.stream().findFirst());
  }

  /** The published table. */
  public PaperTable paper() {
    return paper;
  }

  /** All outcomes that were given. */
  public List<Outcome> outcomes() {
    return outcomes;
  }

  /** Every cell in printed order, with ours or {@link Verdict#OPEN}. */
  public List<CellComparison> lines() {
    return lines;
  }

  /** Ours that belong to no cell of this table. */
  public List<Measured> withoutCell() {
    return withoutCell;
  }

  /** Number of lines of each verdict. */
  public Map<Verdict, Long> counts() {
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                CellComparison::verdict, LinkedHashMap::new, Collectors.counting()));
  }

  /** Which of the papers' orderings these outcomes show, as far as they can speak to them. */
  public OrderingReport orderings() {
    return Orderings.judge(outcomes);
  }

  /** One row for every line; accuracies in percent. */
  public Table table() {
    return ComparisonTable.of(this);
  }

  @Override
  public List<Table> tables() {
    return List.of(table());
  }

  @Override
  public List<String> remarks() {
    return ComparisonTable.remarks(this);
  }

  @Override
  public String toString() {
    List<String> text = new ArrayList<>(TextColumns.lines(table()));
    text.addAll(remarks());
    return String.join("\n", text);
  }
}
