package org.penumbra.pretrain.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.Require;
import org.penumbra.tensor.Ops;

/**
 * CrosSCLR's loss of one stream u that another stream v guides: what is near in v should be near in
 * u.
 *
 * <pre>{@code
 * logits    = [q_u.k_u, q_u.queue_u, (q_u.queue_u) (q_v.queue_v)] / T    1 + 2 K columns
 * positives = [1,       near_v,      near_v]
 * loss      = - mean_n sum positives log_softmax(logits) / sum positives
 * }</pre>
 *
 * The third block, the context, is the product of both streams' similarities with the same clip of
 * the queue; gradients flow into both.
 *
 * @param temperature T; 0.07 in the paper
 * @param neighbours how many keys of the queue are near; 1 in the released code
 * @param context whether there is a third block; there is in the released code
 */
public record CrossViewLoss(double temperature, int neighbours, boolean context) {
  /** Checks the options. */
  public CrossViewLoss {
    Require.positive("temperature", temperature);
    Require.atLeast("number of nearest neighbours", neighbours, 1);
  }

  /**
   * The loss of a batch.
   *
   * @param target similarities in the stream that learns, u
   * @param guide similarities in the stream that knows what is near, v, of the same clips
   * @return a scalar
   */
  public NDArray of(Similarities target, Similarities guide) {
    NDList values = new NDList(target.positive(), target.negative());
    NDArray near = NearestNeighbours.of(guide.negative(), neighbours);
    NDArray own = near.getManager().ones(new Shape(near.getShape().get(0), 1), near.getDataType());
    NDList positives = new NDList(own, near);
    if (context) {
      values.add(target.negative().mul(guide.negative()));
      positives.add(near);
    }
    NDArray logits = NDArrays.concat(values, 1);
    logits = Ops.next(logits, Ops.divide(logits, temperature));
    return InfoNce.several(logits, NDArrays.concat(positives, 1));
  }
}
