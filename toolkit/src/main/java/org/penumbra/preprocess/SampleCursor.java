package org.penumbra.preprocess;

/**
 * Looks at one sample of a prepared set after the other: in the set's own array if it is in memory,
 * else in a copy that each move writes anew. For one thread.
 *
 * <pre>{@code
 * SampleCursor cursor = data.cursor();
 * cursor.moveTo(7);
 * float first = cursor.values()[cursor.start()];
 * }</pre>
 */
public final class SampleCursor {
  private final PreparedDataset data;
  private final float[] values;
  private final boolean copies;
  private int start;

  SampleCursor(PreparedDataset data) {
    this.data = data;
    this.copies = !data.isInMemory();
    this.values = copies ? new float[data.sampleLength()] : data.values();
  }

  /** Goes to a sample. */
  public void moveTo(int sample) {
    if (copies) {
      data.copyTo(sample, values, 0);
    } else {
      start = sample * data.sampleLength();
    }
  }

  /** An array that holds the sample, (C, T, V, M) from {@link #start()}; not to be written. */
  public float[] values() {
    return values;
  }

  /** Where the sample begins. */
  public int start() {
    return start;
  }
}
