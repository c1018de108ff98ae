package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.View;
import org.penumbra.core.RandomKey;
import org.penumbra.data.SkeletonClip;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.MotionAttentionTemporalMasking;
import org.penumbra.train.Batch;

/**
 * Random views of a batch as tensors, one draw of the augmentation for the whole batch. Each
 * purpose has a buffer of its own, written anew in every step, that the tensor shares on the CPU: a
 * tensor is valid until the next draw for the same purpose.
 */
final class BatchViews {
  private final PreparedDataset data;
  private final Augmentation augmentation;
  private final NDManager manager;
  private final Map<String, ByteBuffer> buffers = new HashMap<>();

  BatchViews(PreparedDataset data, Augmentation augmentation, NDManager manager) {
    this.data = data;
    this.augmentation = augmentation;
    this.manager = manager;
  }

  /** A view, (N, C, T, V, M). */
  NDArray draw(Batch batch, String purpose) {
    return tensor(render(batch, purpose), batch.size(), data.frames());
  }

  /** A view without the frames that the masking takes out, (N, C, T - 2 K, V, M). */
  NDArray drawMasked(Batch batch, String purpose, MotionAttentionTemporalMasking masking) {
    ByteBuffer whole = render(batch, purpose);
    int row = data.layout().size() * data.bodies();
    int frames = masking.remaining(data.frames());
    int length = batch.size() * SkeletonClip.CHANNELS * frames * row;
    ByteBuffer masked = buffer(purpose + " masked", length);
    masking.apply(
        whole.asFloatBuffer(),
        batch.size(),
        data.frames(),
        row,
        key(batch, purpose).with("masking").generator(),
        masked.asFloatBuffer());
    return tensor(masked, batch.size(), frames);
  }

  private ByteBuffer render(Batch batch, String purpose) {
    SplittableRandom random = key(batch, purpose).with("view").generator();
    View view = augmentation.apply(View.identity(data.frames(), data.layout()), random);
    ByteBuffer buffer = buffer(purpose, view.renderedLength(data, batch.size()));
    view.render(data, batch.samples(), buffer.asFloatBuffer());
    return buffer;
  }

  private static RandomKey key(Batch batch, String purpose) {
    return batch.key().with(purpose);
  }

  private NDArray tensor(ByteBuffer values, int samples, int frames) {
    Shape shape =
        new Shape(samples, SkeletonClip.CHANNELS, frames, data.layout().size(), data.bodies());
    return manager.create(values, shape, DataType.FLOAT32);
  }

  private ByteBuffer buffer(String purpose, int floats) {
    ByteBuffer buffer = buffers.get(purpose);
    if (buffer == null || buffer.capacity() < floats * Float.BYTES) {
      buffer = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
      buffers.put(purpose, buffer);
    }
    buffer.clear();
    buffer.limit(floats * Float.BYTES);
    return buffer;
  }
}
