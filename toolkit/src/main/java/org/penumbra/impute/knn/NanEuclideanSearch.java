package org.penumbra.impute.knn;

import java.util.Arrays;
import org.penumbra.core.InvalidOptionException;

/**
 * Exact nearest neighbours of rows with holes. What is filled is what scikit-learn's {@code
 * KNNImputer} fills with {@code nan_euclidean} distances, up to rounding, with these differences on
 * purpose:
 *
 * <ul>
 *   <li>an observation is never overwritten, not even in a column that no donor has (there it
 *       writes 0);
 *   <li>a cell that no donor has is left hidden instead of set to 0;
 *   <li>equal distances are in the order of the donors' indices (there: in any order);
 *   <li>donors without a common cell weigh nothing under {@code UNIFORM} too (there they count
 *       under it, though not under {@code DISTANCE});
 *   <li>the mean that stands in where there is no overlap leaves the receiver itself out.
 * </ul>
 *
 * <p>Matrix products on the engine's device give a lower bound of every distance ({@link
 * DistanceBounds}); the donors that are then used, a few more than k, are measured again in float64
 * from the values as they came ({@link CommonDistance}). So the result has the accuracy of float64,
 * and it is the same, bit for bit, for any number of threads, any size of blocks and on any device.
 */
public final class NanEuclideanSearch implements NeighbourSearch {
  private final DonorTable donors;
  private final KnnOptions options;
  private final SearchPlan plan;

  private NanEuclideanSearch(DonorTable donors, KnnOptions options, SearchPlan plan) {
    this.donors = donors;
    this.options = options;
    this.plan = plan;
  }

  /**
   * Reads the donors once. Their values are kept if memory allows; if not, they are read again when
   * receivers are filled.
   *
   * @throws org.penumbra.core.ComputeException if there is not memory enough even so
   * @throws InvalidOptionException if a value that is there is not finite
   */
  public static NanEuclideanSearch fit(MaskedRows donors, KnnOptions options) {
    return fit(donors, options, SearchPlan.of(donors.size(), donors.cells()));
  }

  /** With blocks and threads of one's own choice. */
  static NanEuclideanSearch fit(MaskedRows donors, KnnOptions options, SearchPlan plan) {
    DonorTable table = DonorTable.of(donors, plan.keepDonors(), plan.threads());
    return new NanEuclideanSearch(table, options, plan);
  }

  @Override
  public int donors() {
    return donors.size();
  }

  @Override
  public void fill(MaskedRows receivers, int[] self, FillSink sink) {
    if (receivers.cells() != donors.cells()) {
      throw new InvalidOptionException(
          "cells of a receiver", "as many as of a donor, " + donors.cells(), receivers.cells());
    }
    if (self.length != receivers.size()) {
      throw new InvalidOptionException(
          "self", "one donor or -1 for each of " + receivers.size() + " receivers", self.length);
    }
    for (int donor : self) {
      if (donor < -1 || donor >= donors.size()) {
        throw new InvalidOptionException("self", "-1 or below " + donors.size(), donor);
      }
    }
    int rows = receivers.size();
    boolean same = receivers == donors.source() && donors.keepsValues() && plan.receivers() >= rows;
    for (int from = 0; from < rows; from += plan.receivers()) {
      int to = Math.min(rows, from + plan.receivers());
      RowBlock block = RowBlock.read(receivers, from, to, same ? donors : null, plan.threads());
      fill(block, Arrays.copyOfRange(self, from, to), same, sink);
    }
  }

  private void fill(RowBlock block, int[] self, boolean same, FillSink sink) {
    if (!block.wantsAny()) {
      return;
    }
    float[][] bounds = new DistanceBounds(donors, options, plan).of(block, same);
    Workers.each(
        plan.threads(),
        block.size(),
        () -> new RowFiller(donors, options),
        (filler, row) -> {
          filler.fill(block, row, self[row], bounds[row], sink);
          bounds[row] = null; // memory of what is done
        });
  }
}
