package org.penumbra.impute.knn;

/** The ways there are to search all donors; a value with a name, by which results can be kept. */
public enum ExactSearch implements SearchFactory {
  /** By masked matrix products; see {@link NanEuclideanSearch}. */
  NAN_EUCLIDEAN;

  @Override
  public NeighbourSearch fit(MaskedRows donors, KnnOptions options) {
    return NanEuclideanSearch.fit(donors, options);
  }
}
