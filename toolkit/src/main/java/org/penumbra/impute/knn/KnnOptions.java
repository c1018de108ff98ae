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
 */
public record KnnOptions(int neighbours, Weighting weighting, double minOverlap) {
  /** How donors are averaged. */
  public enum Weighting {
    /** By the inverse of the distance; donors at distance 0, if any, alone count. */
    DISTANCE,
    /** All alike. */
    UNIFORM
  }

  /** Checks the options. */
  public KnnOptions {
    Require.atLeast("neighbours", neighbours, 1);
    Objects.requireNonNull(weighting, "weighting");
    Require.inRange("minOverlap", minOverlap, 0, 1);
  }

  /** So many neighbours, weighted by distance, any overlap, float32 refined. */
  public static KnnOptions neighbours(int k) {
    return new KnnOptions(k, Weighting.DISTANCE, 0);
  }
}
