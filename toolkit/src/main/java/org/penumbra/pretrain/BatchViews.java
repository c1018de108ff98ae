package org.penumbra.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.penumbra.augment.Augmentation;
import org.penumbra.augment.DrawUnit;
import org.penumbra.augment.View;
import org.penumbra.core.RandomKey;
import org.penumbra.data.SkeletonClip;
import org.penumbra.preprocess.PreparedDataset;
import org.penumbra.pretrain.masking.TemporalMasking;
import org.penumbra.train.Batch;

/**
 * Random views of a batch as tensors. Each purpose has a buffer of its own, written anew in every
 * step, that the tensor shares on the CPU: a tensor is valid until the next draw for the same
 * purpose.
 */
final class BatchViews {
  private final PreparedDataset data;
  private final DrawUnit unit;
  private final NDManager manager;
  private final View view;
  private final Map<String, ByteBuffer> buffers = new HashMap<>();

  BatchViews(PreparedDataset data, DrawUnit unit, NDManager manager) {
    this.data = data;
    this.unit = unit;
    this.manager = manager;
    this.view = new View(data);
  }

  /**
   * A view of every sample.
   *
   * @param purpose what it is for; draws of different purposes are independent
   * @return (N, C, T, V, M)
   */
  NDArray draw(Batch batch, String purpose, Augmentation augmentation) {
    return tensor(render(batch, purpose, augmentation), batch.size(), data.frames());
  }

  /** A view without the frames that the masking takes out, (N, C, fewer than T, V, M). */
  NDArray drawMasked(
      Batch batch, String purpose, Augmentation augmentation, TemporalMasking masking) {
    ByteBuffer whole = render(batch, purpose, augmentation);
    int row = data.layout().size() * data.bodies();
    int frames = masking.remaining(data.frames());
    int length = batch.size() * SkeletonClip.CHANNELS * frames * row;
    ByteBuffer masked = buffer(purpose + " masked", length);
    masking.apply(
        whole.asFloatBuffer(),
        batch.size(),
        data.frames(),
        row,
        batch.key().with(purpose).with("masking").generator(),
        masked.asFloatBuffer());
    return tensor(masked, batch.size(), frames);
  }

  private ByteBuffer render(Batch batch, String purpose, Augmentation augmentation) {
    int size = view.size();
    ByteBuffer buffer = buffer(purpose, batch.size() * size);
    FloatBuffer floats = buffer.asFloatBuffer();
    int position = 0;
    for (int sample : batch.samples()) {
      RandomKey key = unit == DrawUnit.BATCH ? batch.key() : batch.sampleKey(sample);
      view.moveTo(sample);
      augmentation.apply(view, key.with(purpose).with("view").generator());
      view.renderTo(floats, position);
      position += size;
    }
    return buffer;
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
