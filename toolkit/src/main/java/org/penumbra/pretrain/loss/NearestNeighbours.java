package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;

/**
 * Mining of positives: the keys of the queue that a query is most like are taken for other clips of
 * its action. Masks of 0 and 1 in the number type of the similarities, without gradient.
 */
public final class NearestNeighbours {
  private NearestNeighbours() {}

  /**
   * Where the largest similarities of each row are.
   *
   * @param similarities (N, K)
   * @param count how many in each row, 1 to K; of equal ones any
   * @return (N, K), {@code count} ones in each row
   * @throws org.penumbra.core.InvalidOptionException if there are not so many keys
   */
  public static NDArray of(NDArray similarities, int count) {
    int keys = (int) similarities.getShape().get(1);
    Require.inRange("number of nearest neighbours among " + keys + " keys", count, 1, keys);
    if (count == 1) {
      NDArray places = similarities.argMax(1);
      return Ops.next(places, places.oneHot(keys, similarities.getDataType()));
    }
    NDArray places = similarities.topK(count, 1, true, false).get(1); // (N, count)
    NDArray marks = Ops.next(places, places.oneHot(keys, similarities.getDataType()));
    return Ops.next(marks, marks.sum(new int[] {1}));
  }

  /**
   * Where at least one of two masks is 1.
   *
   * @param first (N, K)
   * @param second (N, K)
   */
  public static NDArray union(NDArray first, NDArray second) {
    return NDArrays.maximum(first, second);
  }
}
