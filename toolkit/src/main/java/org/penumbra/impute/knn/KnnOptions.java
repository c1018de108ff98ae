package org.penumbra.impute.knn;

import java.util.Objects;
import org.penumbra.core.Require;

/**
 * How neighbours are searched and averaged. The defaults are the paper's: five neighbours, weighted
 * by the inverse of their distance.
 *
 * @param neighbours most donors of a cell, k; at least 1
 * @param weighting how donors are averaged
 * @param minOverlap least share of the cells that a receiver and a donor must both have, 0 to 1; 0
 *     means one cell, as in scikit-learn
 * @param precision of the distances
 */
public record KnnOptions(
    int neighbours, Weighting weighting, double minOverlap, Precision precision) {
  /** How donors are averaged. */
  public enum Weighting {
    /** By the inverse of the distance; donors at distance 0, if any, alone count. */
    DISTANCE,
    /** All alike. */
    UNIFORM
  }

  /** In which numbers distances are computed. Values are averaged in float64 in both. */
  public enum Precision {
    /**
     * Products in float32 of centred values; distances that are too close to call, and very small
     * ones, again in float64.
     */
    FLOAT32_REFINED,
    /** All in float64. */
    FLOAT64
  }

  /** Checks the options. */
  public KnnOptions {
    Require.atLeast("neighbours", neighbours, 1);
    Objects.requireNonNull(weighting, "weighting");
    Require.inRange("minOverlap", minOverlap, 0, 1);
    Objects.requireNonNull(precision, "precision");
  }

  /** So many neighbours, weighted by distance, any overlap, float32 refined. */
  public static KnnOptions neighbours(int k) {
    return new KnnOptions(k, Weighting.DISTANCE, 0, Precision.FLOAT32_REFINED);
  }
}
