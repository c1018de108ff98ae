package org.penumbra.embed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

/**
 * Batch norm's running statistics measured anew on clips as they are. Training leaves those of
 * augmented and masked views, of which the last few batches weigh most; in evaluation they may fit
 * badly. No paper does this: report it beside the usual reading, not instead of it.
 *
 * <pre>{@code
 * new CleanStatistics(4, 128).measure(encoder, train);
 * }</pre>
 *
 * @param passes over the clips; the statistics keep nine tenths of themselves at each batch, so
 *     that some thirty batches forget the old ones
 * @param batchSize clips per batch; at least 2
 */
public record CleanStatistics(int passes, int batchSize) {
  /** Checks both. */
  public CleanStatistics {
    Require.atLeast("passes", passes, 1);
    Require.atLeast("batch size", batchSize, 2);
  }

  /**
   * Overwrites the running statistics of an encoder; weights stay. The order of clips is the same
   * always, so the result depends on encoder and clips alone.
   *
   * @throws InvalidOptionException if there are fewer clips than a batch, or of another layout
   */
  public void measure(StGcn encoder, PreparedDataset clips) {
    if (!clips.layout().equals(encoder.layout())) {
      throw new InvalidOptionException(
          "layout of " + clips.name(), encoder.layout().name(), clips.layout().name());
    }
    Require.atLeast("number of clips", clips.size(), batchSize);
    try (NDManager manager = Compute.newManager()) {
      for (int pass = 0; pass < passes; pass++) {
        RandomKey key = RandomKey.of(pass).with("statistics");
        int[] order = Draws.choose(clips.size(), clips.size(), key.generator());
        for (int from = 0; from + batchSize <= clips.size(); from += batchSize) {
          look(encoder, clips, order, from, manager);
        }
      }
    }
  }

  private void look(
      StGcn encoder, PreparedDataset clips, int[] order, int from, NDManager manager) {
    int length = clips.sampleLength();
    float[] values = new float[batchSize * length];
    for (int i = 0; i < batchSize; i++) {
      clips.copyTo(order[from + i], values, i * length);
    }
    Shape shape =
        new Shape(
            batchSize,
            SkeletonClip.CHANNELS,
            clips.frames(),
            clips.layout().size(),
            clips.bodies());
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray x = manager.create(values, shape);
      encoder.train(x, List.of(), null);
    }
  }
}
