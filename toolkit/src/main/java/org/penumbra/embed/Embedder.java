package org.penumbra.embed;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Collection;
import java.util.List;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.model.StGcn;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.TensorScope;

/**
 * Turns clips into features with an encoder in evaluation mode: running statistics, no dropout, no
 * augmentation. The features of a clip do not depend on the other clips.
 *
 * <pre>{@code
 * Embeddings train = Embedder.of(encoder).embed(data);
 * }</pre>
 */
public final class Embedder {
  private static final int BATCH = 64;

  private final StGcn encoder;
  private final List<Integer> dropped;

  private Embedder(StGcn encoder, List<Integer> dropped) {
    this.encoder = encoder;
    this.dropped = dropped;
  }

  /** An embedder that uses, and does not change, this encoder. */
  public static Embedder of(StGcn encoder) {
    return new Embedder(encoder, List.of());
  }

  /**
   * The same, but with joints dropped from the graph instead of given some value: PSTL's reading of
   * hidden joints and body parts (PSTL, tables 4 and 5). Joints of a clip are for instance {@code
   * JointOcclusion.of(6).joints(clip)}; the papers draw them once for a batch.
   *
   * @param joints indices from 0; at least one joint must be left
   */
  public Embedder withoutJoints(Collection<Integer> joints) {
    return new Embedder(encoder, List.copyOf(joints));
  }

  /** The encoder that it uses. */
  public StGcn encoder() {
    return encoder;
  }

  /** Indices of the joints that are dropped from the graph; empty if none is. */
  public List<Integer> droppedJoints() {
    return dropped;
  }

  /**
   * Features of all clips.
   *
   * @throws InvalidOptionException if the clips have another layout than the encoder
   */
  public Embeddings embed(PreparedDataset data) {
    if (!data.layout().equals(encoder.layout())) {
      throw new InvalidOptionException(
          "layout of " + data.name(), encoder.layout().name(), data.layout().name());
    }
    float[] features = new float[data.size() * encoder.features()];
    try (NDManager manager = Compute.newManager()) {
      for (int from = 0; from < data.size(); from += BATCH) {
        int count = Math.min(BATCH, data.size() - from);
        float[] rows = embed(data, from, count, manager);
        System.arraycopy(rows, 0, features, from * encoder.features(), rows.length);
      }
    }
    return new Embeddings(
        data.classNames(), data.labels(), encoder.features(), features, data.clipNames());
  }

  private float[] embed(PreparedDataset data, int from, int count, NDManager manager) {
    int length = data.sampleLength();
    float[] values = new float[count * length];
    for (int n = 0; n < count; n++) {
      data.copyTo(from + n, values, n * length);
    }
    Shape shape =
        new Shape(count, SkeletonClip.CHANNELS, data.frames(), data.layout().size(), data.bodies());
    try (TensorScope scope = TensorScope.open()) {
      scope.holds();
      NDArray x = manager.create(values, shape);
      return encoder.evaluate(x, dropped).toFloatArray();
    }
  }
}
