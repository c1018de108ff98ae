package org.penumbra.results;

import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.core.Require;

/**
 * One thing that an ordering says: a weighted sum of accuracies is above a threshold. With weights
 * 1 and -1 and the threshold 0: the first accuracy is above the second.
 *
 * @param terms at least one
 * @param threshold in points; mostly 0
 */
public record Claim(List<Term> terms, double threshold) {
  private static final double ROUNDING = 1e-9; // far below the papers' second decimal

  /**
   * One accuracy in the sum.
   *
   * @param weight mostly 1 or -1
   * @param cell as published
   * @param keys that tell the cells of its table apart
   */
  public record Term(double weight, PaperCell cell, List<String> keys) {
    /** Keeps an unmodifiable copy. */
    public Term {
      keys = List.copyOf(keys);
    }
  }

  /** Keeps an unmodifiable copy. */
  public Claim {
    terms = List.copyOf(Require.notEmpty("terms of a claim", terms));
  }

  /** Whether the paper gives numbers for it. */
  public boolean hasNumbers() {
    return terms.stream().allMatch(term -> term.cell().value().isPresent());
  }

  /** By how much the paper's sum is above the threshold, in points; NaN without numbers. */
  public double margin() {
    return terms.stream().mapToDouble(t -> t.weight() * t.cell().number()).sum() - threshold;
  }

  /** Whether it holds in the paper's own numbers; a tie does not. */
  public boolean holdsInPaper() {
    return margin() > ROUNDING;
  }

  @Override
  public String toString() {
    return side(1) + " > " + side(-1) + (threshold == 0 ? "" : " + " + threshold);
  }

  private String side(int sign) {
    List<Term> side = terms.stream().filter(t -> Math.signum(t.weight()) == sign).toList();
    String cells =
        side.stream()
            .limit(2)
            .map(t -> t.cell().condition().toString())
            .collect(Collectors.joining(" and "));
    return side.size() > 2 ? "mean of " + side.size() + " cells (" + cells + ", ...)" : cells;
  }
}
