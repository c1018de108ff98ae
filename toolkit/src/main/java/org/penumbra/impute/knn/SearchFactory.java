package org.penumbra.impute.knn;

/** Makes a search of donors. */
@FunctionalInterface
public interface SearchFactory {
  /**
   * Prepares the donors.
   *
   * @param donors at least one row
   */
  NeighbourSearch fit(MaskedRows donors, KnnOptions options);
}
