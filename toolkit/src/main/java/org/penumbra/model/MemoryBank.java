package org.penumbra.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import org.penumbra.core.Draws;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.RandomKey;
import org.penumbra.core.Require;
import org.penumbra.tensor.Parameters;

/**
 * Momentum contrast's queue: the embeddings of the last K keys, which serve as negatives. New ones
 * overwrite the oldest.
 *
 * <p>Cold start: the queue begins with random directions, which are easy negatives, until K / batch
 * steps have passed; with K = 32,768 and batches of 128 that is 256 steps. A loss that rises in the
 * first steps of a training is this, not a mistake.
 *
 * <p>Rows and pointer are buffers of one {@link Parameters}, so that a checkpoint holds them.
 */
public final class MemoryBank implements AutoCloseable {
  private static final String ROWS = "queue";
  private static final String POINTER = "queue_ptr";
  private static final int LARGEST = 1 << 24; // the pointer is kept as float32, exact so far

  private final int size;
  private final Parameters parameters = Parameters.create();

  /**
   * A queue of random directions.
   *
   * @param size number of keys, K
   * @param embedding length of a key, D
   * @param key seed of the directions
   */
  public MemoryBank(int size, int embedding, RandomKey key) {
    this.size = Require.inRange("queue size", size, 1, LARGEST);
    var manager = parameters.manager();
    parameters.addBuffer(
        ROWS, manager.create(directions(size, embedding, key), new Shape(size, embedding)));
    parameters.addBuffer(POINTER, manager.zeros(new Shape(1)));
  }

  private static float[] directions(int size, int embedding, RandomKey key) {
    Draws draws = new Draws(key);
    float[] values = new float[Math.multiplyExact(size, embedding)];
    double[] row = new double[embedding];
    for (int start = 0; start < values.length; start += embedding) {
      double square = 0;
      for (int i = 0; i < embedding; i++) {
        row[i] = draws.normal();
        square += row[i] * row[i];
      }
      for (int i = 0; i < embedding; i++) {
        values[start + i] = (float) (row[i] / Math.sqrt(square));
      }
    }
    return values;
  }

  /** Number of keys, K. */
  public int size() {
    return size;
  }

  /** The keys, (K, D), in the order of their places, not of their age. */
  public NDArray rows() {
    return parameters.get(ROWS);
  }

  /** Place that the next keys take. */
  public int pointer() {
    return parameters.get(POINTER).toArray()[0].intValue();
  }

  /** Rows and pointer. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * Overwrites the oldest keys. Call it after the gradients of this step: they are computed from
   * the queue as it was.
   *
   * @param keys (n, D) with K a multiple of n; not closed
   * @throws InvalidOptionException if the keys would pass the end of the queue
   */
  public void enqueue(NDArray keys) {
    int count = (int) keys.getShape().get(0);
    int start = pointer();
    if (start + count > size) {
      throw new InvalidOptionException(
          "number of keys", "a divisor of the queue size " + size, count);
    }
    rows().set(new NDIndex("{}:{}", start, start + count), keys);
    parameters.set(POINTER, new float[] {(start + count) % size});
  }

  @Override
  public void close() {
    parameters.close();
  }
}
