package org.penumbra.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.impute.knn.MaskedRows;

/**
 * Clips of two bodies of 25 joints that wave before a camera, in metres from it; 31 % of the joints
 * are hidden, in spans of time. Made anew whenever a row is read, unless they are kept.
 *
 * @param size number of clips
 * @param frames of each
 * @param seed of all of them
 * @param kept rows in memory, or none
 */
record OccludedWaves(int size, int frames, long seed, List<Row> kept) implements MaskedRows {
  private static final int JOINTS = 25;
  private static final int BODIES = 2;
  private static final double LONGEST = 0.62; // half of it is hidden in the mean
  private static final int WORD = 64;

  /** Coordinates and the cells that are seen. */
  static final class Row {
    final float[] values;
    final long[] present;

    private Row(float[] values, long[] present) {
      this.values = values;
      this.present = present;
    }
  }

  static OccludedWaves lazy(int size, int frames, long seed) {
    return new OccludedWaves(size, frames, seed, List.of());
  }

  static OccludedWaves inMemory(int size, int frames, long seed) {
    OccludedWaves lazy = lazy(size, frames, seed);
    List<Row> rows = IntStream.range(0, size).mapToObj(lazy::make).toList();
    return new OccludedWaves(size, frames, seed, rows);
  }

  @Override
  public int cells() {
    return frames * JOINTS * BODIES;
  }

  @Override
  public String name(int row) {
    return "clip " + row;
  }

  @Override
  public void read(int row, float[] values, long[] present, long[] wanted) {
    Row made = kept.isEmpty() ? make(row) : kept.get(row);
    System.arraycopy(made.values, 0, values, 0, values.length);
    System.arraycopy(made.present, 0, present, 0, present.length);
    for (int w = 0; w < wanted.length; w++) {
      int end = Math.min(WORD, cells() - w * WORD);
      wanted[w] = ~present[w] & -1L >>> (WORD - end);
    }
  }

  private Row make(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    double phase = random.nextDouble(0, 6);
    double speed = random.nextDouble(0.05, 0.25);
    double size = random.nextDouble(0.2, 0.5);
    double x = random.nextDouble(-1, 1);
    double z = random.nextDouble(2, 4.5);
    float[] values = new float[CHANNELS * cells()];
    long[] present = new long[(cells() + WORD - 1) / WORD];
    for (int cell = 0; cell < cells(); cell++) {
      int frame = cell / (JOINTS * BODIES);
      int joint = cell / BODIES % JOINTS;
      double wave = size * Math.sin(speed * frame + phase + 0.3 * joint);
      double noise = random.nextDouble(0.02);
      values[cell] = (float) (x + 0.3 * Math.sin(joint) + 0.3 * wave + cell % BODIES + noise);
      values[cells() + cell] = (float) (0.8 * Math.cos(0.7 * joint) + wave + noise);
      values[2 * cells() + cell] = (float) (z + 0.2 * Math.sin(1.3 * joint) + 0.4 * wave - noise);
      present[cell / WORD] |= 1L << (cell % WORD);
    }
    for (int track = 0; track < JOINTS * BODIES; track++) {
      int length = (int) Math.round(frames * random.nextDouble(LONGEST));
      int start = random.nextInt(frames - length + 1);
      for (int frame = start; frame < start + length; frame++) {
        int cell = frame * JOINTS * BODIES + track;
        present[cell / WORD] &= ~(1L << (cell % WORD));
      }
    }
    return new Row(values, present);
  }
}
