package org.penumbra.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.core.RandomKey;

/**
 * Dropout with probability one half, from one random bit per element: kept elements are doubled.
 * The bits come from a keyed Java generator, so the same key drops the same elements on every
 * device; this also costs a fifth of what the engine's own dropout costs on a CPU.
 *
 * <p>One object serves one training step at a time: {@link #begin} recycles its buffers.
 */
public final class Dropout {
  /** Eight bytes 0 or 2 for each of the 256 values of a byte of random bits. */
  private static final long[] SPREAD = new long[256];

  static {
    for (int bits = 0; bits < 256; bits++) {
      for (int i = 0; i < 8; i++) {
        SPREAD[bits] |= ((bits >> i) & 1L) << (8 * i + 1);
      }
    }
  }

  private final List<ByteBuffer> buffers = new ArrayList<>();
  private RandomKey key;
  private int layer;

  /**
   * Starts a step: masks follow from the key and the order of calls. Former masks become invalid.
   */
  public void begin(RandomKey stepKey) {
    key = stepKey;
    layer = 0;
  }

  /**
   * Drops half of the elements; closes {@code x}.
   *
   * @param x any shape
   */
  public NDArray apply(NDArray x) {
    return Ops.next(x, x.mul(factors(x)));
  }

  /**
   * Drops half of the elements in place: for what no gradient needs any more. Bits follow the order
   * of the numbers in memory.
   *
   * @param x (R, C, 1, T), stored with channels last
   * @return {@code x}
   */
  public NDArray applyInPlace(NDArray x) {
    Shape shape = x.getShape();
    try (NDArray flat = factors(x)) {
      NDArray factors = Ops.channelsLast(flat, shape.get(0), shape.get(3), shape.get(1));
      return x.muli(factors);
    }
  }

  private NDArray factors(NDArray x) {
    if (key == null) {
      throw new IllegalStateException("call begin(key) before the first apply of a step");
    }
    Shape shape = x.getShape();
    ByteBuffer mask = buffer(layer, (int) shape.size());
    fill(mask, key.with(layer).generator());
    layer++;
    NDManager manager = x.getManager();
    return manager.create(mask, shape, DataType.UINT8);
  }

  private ByteBuffer buffer(int number, int size) {
    while (buffers.size() <= number) {
      buffers.add(ByteBuffer.allocate(0));
    }
    ByteBuffer buffer = buffers.get(number);
    int capacity = (size + 63) / 64 * 64;
    if (buffer.capacity() < capacity) {
      buffer = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
      buffers.set(number, buffer);
    }
    buffer.clear();
    buffer.limit(size);
    return buffer;
  }

  private static void fill(ByteBuffer mask, SplittableRandom random) {
    ByteBuffer whole = mask.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    whole.limit((mask.limit() + 63) / 64 * 64);
    LongBuffer longs = whole.asLongBuffer();
    for (int i = 0; i < longs.limit(); i += 8) {
      long bits = random.nextLong();
      for (int b = 0; b < 8; b++) {
        longs.put(i + b, SPREAD[(int) (bits >>> (8 * b)) & 255]);
      }
    }
  }
}
