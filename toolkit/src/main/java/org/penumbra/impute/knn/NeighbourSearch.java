package org.penumbra.impute.knn;

/**
 * Rows that give, fitted once and asked for any number of receivers. Immutable.
 *
 * <p>As scikit-learn's KNNImputer: the distance of two rows is {@code sqrt(J / c * sum (a - b)^2)}
 * over the c cells that both have; for each missing cell the k nearest donors that have it are
 * averaged. Order is by (distance, index of the donor), so the result does not depend on threads or
 * blocks.
 */
public interface NeighbourSearch {
  /**
   * Fills the wanted cells of all receivers.
   *
   * @param receivers of as many cells as the donors
   * @param self for each receiver the donor that is the same clip and gives it nothing, or -1
   * @param sink takes each wanted cell once
   */
  void fill(MaskedRows receivers, int[] self, FillSink sink);

  /** Number of donors. */
  int donors();
}
