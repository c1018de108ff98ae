package org.penumbra.plot;

import org.penumbra.impute.GapLength;
import org.penumbra.impute.ImputationComparison;
import org.penumbra.impute.ImputationQuality;

/** Charts of an {@link ImputationComparison}: millimetres per imputer and per length of gap. */
public final class ImputationCharts {
  private ImputationCharts() {}

  /**
   * Mean distance from the truth, one bar per imputer; one that leaves joints hidden says how many,
   * and one that fills nothing has no bar.
   */
  public static BarGroups errors(ImputationComparison comparison) {
    BarGroups bars = BarGroups.of("Imputed joints: mean distance from the truth", "mm");
    for (ImputationComparison.Row row : comparison.rows()) {
      ImputationQuality quality = row.quality();
      if (quality.filled() > 0) {
        long left = Math.round(100 * quality.unfilledShare());
        String note = quality.unfilledShare() == 0 ? "" : " (" + left + " % left)";
        bars = bars.bar(row.name() + note, quality.meanError());
      }
    }
    return bars;
  }

  /** Mean distance from the truth by the length of the gap, one bar per imputer in each group. */
  public static BarGroups gaps(ImputationComparison comparison) {
    BarGroups bars =
        BarGroups.of("Imputed joints: mean distance from the truth by frames hidden", "mm");
    for (GapLength gap : GapLength.values()) {
      for (ImputationComparison.Row row : comparison.rows()) {
        double error = row.quality().meanError(gap);
        if (!Double.isNaN(error)) {
          bars = bars.bar(gap.label(), row.name(), error);
        }
      }
    }
    return bars;
  }
}
