package org.penumbra.results;

import java.util.List;
import java.util.Optional;

/**
 * One published cell and ours beside it.
 *
 * @param cell as published
 * @param ours empty while nothing was measured
 * @param verdict how ours stands to it
 * @param reason for the verdict, with its interval where there is one
 * @param differences in settings against the paper, as {@code name ours (paper: theirs)}
 */
public record CellComparison(
    PaperCell cell,
    Optional<Measured> ours,
    Verdict verdict,
    String reason,
    List<String> differences) {
  /** Keeps an unmodifiable copy. */
  public CellComparison {
    differences = List.copyOf(differences);
  }

  /** Ours minus the paper's, in points; NaN while there is none of ours. */
  public double difference() {
    return ours.map(measured -> measured.mean() - cell.number()).orElse(Double.NaN);
  }
}
