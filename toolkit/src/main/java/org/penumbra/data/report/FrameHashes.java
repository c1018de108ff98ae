package org.penumbra.data.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A 64-bit number for each frame of a clip: equal for equal frames. Among the 5 million frames of
 * the largest sets, two different ones get the same number with probability 1 in a million.
 */
final class FrameHashes {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
  private static final long NOTHING = 0; // a frame in which no joint is seen away from zero

  private final long[] hashes; // ascending, each once

  private FrameHashes(long[] hashes) {
    this.hashes = hashes;
  }

  /** Of all frames but those in which nobody is seen or every joint is at zero. */
  static FrameHashes of(ClipCells cells) {
    return new FrameHashes(
        IntStream.range(0, cells.frames)
            .mapToLong(frame -> hash(cells, frame))
            .filter(hash -> hash != NOTHING)
            .sorted()
            .distinct()
            .toArray());
  }

  /** Number of different frames. */
  int size() {
    return hashes.length;
  }

  /** Writes all into an array. */
  void copyTo(long[] target, int from) {
    System.arraycopy(hashes, 0, target, from, hashes.length);
  }

  /** Ascending, each once: a frame that is repeated counts once. */
  LongStream stream() {
    return Arrays.stream(hashes);
  }

  private static long hash(ClipCells cells, int frame) {
    long hash = 1;
    boolean something = false;
    for (int m = 0; m < cells.bodies; m++) {
      if (!cells.isThere(frame, m)) {
        continue; // an absent second body does not make a frame another one
      }
      for (int v = 0; v < cells.joints; v++) {
        hash = mix(hash, cells.state(frame, v, m));
        if (cells.isObserved(frame, v, m)) {
          for (int c = 0; c < 3; c++) {
            float value = cells.at(c, frame, v, m) + 0f; // one zero, not two
            something |= value != 0;
            hash = mix(hash, Float.floatToIntBits(value));
          }
        }
      }
    }
    return !something ? NOTHING : hash == NOTHING ? 1 : hash;
  }

  private static long mix(long hash, long value) {
    long mixed = (hash ^ value) * MULTIPLIER;
    return mixed ^ (mixed >>> 32);
  }
}
