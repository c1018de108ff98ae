package org.penumbra.impute.knn;

import java.util.Arrays;

/**
 * Donors of one receiver from the nearest on, by a bound of their distance. Only as many are sorted
 * as are asked for: the first 64 nearly always are enough.
 *
 * <p>A bound and the donor's index are one long, in the order of (bound, index).
 */
final class CandidateOrder {
  private static final int FIRST = 64;
  private static final int GROWTH = 4;
  private static final int SIGN = 0x7fffffff;

  private final long[] keys;
  private int size;
  private int sorted;
  private int next;

  /** For at most so many donors. */
  CandidateOrder(int donors) {
    keys = new long[donors];
  }

  /**
   * Starts anew.
   *
   * @param bounds of all donors; NaN for those that are none
   * @param without a donor to leave out, or -1
   */
  void start(float[] bounds, int without) {
    size = 0;
    for (int i = 0; i < bounds.length; i++) {
      float bound = bounds[i];
      if (!Float.isNaN(bound) && i != without) {
        int bits = Float.floatToRawIntBits(bound + 0f); // -0 becomes 0
        keys[size++] = (long) (bits ^ (bits >> 31 & SIGN)) << 32 | i;
      }
    }
    sorted = 0;
    next = 0;
  }

  /** Whether there is another. */
  boolean hasNext() {
    return next < size;
  }

  /** The bound of the next; it is there. */
  float bound() {
    sort();
    int bits = (int) (keys[next] >> 32);
    return Float.intBitsToFloat(bits ^ (bits >> 31 & SIGN));
  }

  /** The next donor; it is there. */
  int next() {
    sort();
    return (int) keys[next++];
  }

  private void sort() {
    if (next < sorted) {
      return;
    }
    int end = sorted == 0 ? FIRST : sorted * GROWTH;
    if (end >= size / 2) {
      end = size;
    } else {
      select(sorted, size - 1, end);
    }
    Arrays.sort(keys, sorted, end);
    sorted = end;
  }

  /** Hoare's selection: puts the smallest {@code end - low} of the part before {@code end}. */
  private void select(int from, int to, int end) {
    int low = from;
    int high = to;
    while (low < high) {
      long a = keys[low];
      long b = keys[(low + high) >>> 1];
      long c = keys[high];
      long pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
      int i = low;
      int j = high;
      while (i <= j) {
        while (keys[i] < pivot) {
          i++;
        }
        while (keys[j] > pivot) {
          j--;
        }
        if (i <= j) {
          long swap = keys[i];
          keys[i++] = keys[j];
          keys[j--] = swap;
        }
      }
      if (end <= j) {
        high = j;
      } else if (end >= i) {
        low = i;
      } else {
        return;
      }
    }
  }
}
