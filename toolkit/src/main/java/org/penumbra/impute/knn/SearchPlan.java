package org.penumbra.impute.knn;

import org.penumbra.core.ComputeException;
import org.penumbra.core.Require;
import org.penumbra.tensor.Bytes;
import org.penumbra.tensor.Compute;
import org.penumbra.tensor.MemoryLimit;

/**
 * In which blocks distances are computed, so that memory suffices. No result depends on it.
 *
 * @param keepDonors whether the donors' values stay in memory; if not, they are read again
 * @param receivers rows whose distances to all donors are in memory at a time
 * @param donorBlock donors of one matrix product
 * @param strip receivers of one matrix product
 * @param threads that work on rows
 */
record SearchPlan(boolean keepDonors, int receivers, int donorBlock, int strip, int threads) {
  private static final int MOST_RECEIVERS = 2048; // of donors who are not the receivers themselves
  private static final int MOST_SYMMETRIC = 8192; // half the products, for four bytes a pair
  private static final int MOST_DONORS = 512;
  private static final int STRIP = 192;
  private static final int LEAST = 16; // rows of any block
  private static final long OPERAND = 128L << 20; // bytes of donors in a product
  private static final double SAFE_SHARE = 0.8; // of what seems free

  SearchPlan {
    Require.atLeast("receivers", receivers, 1);
    Require.atLeast("donorBlock", donorBlock, 1);
    Require.atLeast("strip", strip, 1);
    Require.atLeast("threads", threads, 1);
  }

  /**
   * For what is free now.
   *
   * @throws ComputeException if even the smallest blocks are too large
   */
  static SearchPlan of(int donors, int cells) {
    Need need = new Need(donors, cells);
    if (need.heap(donors, true) > SAFE_SHARE * heapFree()) {
      System.gc(); // what is garbage counts as used until then
    }
    return of(need, heapFree(), MemoryLimit.now().bytes(), Compute.threads());
  }

  /** For so many bytes on the Java heap and so many for the engine. */
  static SearchPlan of(Need need, long heapFree, long engineFree, int threads) {
    long heap = (long) (SAFE_SHARE * heapFree);
    long engine = (long) (SAFE_SHARE * engineFree);
    if (need.heap(1, false) > heap) {
      throw tooLarge(need, need.heap(1, false), heap, "the Java heap, which -Xmx sets,");
    }
    if (need.engine(LEAST, LEAST) > engine) {
      throw tooLarge(need, need.engine(LEAST, LEAST), engine, "memory for tensors");
    }
    boolean keep = need.heap(LEAST, true) <= heap;
    int symmetric = need.donors() <= MOST_SYMMETRIC ? need.donors() : 0;
    int most = Math.max(symmetric, MOST_RECEIVERS);
    int receivers = (int) Math.min(most, need.receivers(heap, keep));
    int strip = STRIP;
    long block = Math.min(MOST_DONORS, Math.max(LEAST, OPERAND / need.slot()));
    while (need.engine(block, strip) > engine) {
      block = Math.max(LEAST, block / 2);
      strip = Math.max(LEAST, strip / 2);
    }
    return new SearchPlan(keep, receivers, (int) block, strip, threads);
  }

  /** Bytes that a search takes. */
  record Need(int donors, int cells) {
    private static final long SLOTS = 64; // bytes of a cell while it is filled, per thread
    private static final int THREADS = 2;

    /** On the heap, with so many receivers at a time. */
    long heap(long receivers, boolean keep) {
      return fixed(keep) + receivers * receiver();
    }

    /** Receivers that half of what is left of a heap has room for, at least one. */
    long receivers(long heap, boolean keep) {
      return Math.max(1, (heap - fixed(keep)) / 2 / receiver());
    }

    /** For tensors. */
    long engine(long donorBlock, long strip) {
      return (donorBlock + strip) * slot() + donorBlock * strip * Float.BYTES;
    }

    /** A row in a product. */
    long slot() {
      return (long) Operand.width(cells) * Float.BYTES;
    }

    private long fixed(boolean keep) {
      return donors * (keep ? row() + words() : words()) + THREADS * SLOTS * cells;
    }

    private long receiver() {
      return row() + 2 * words() + (long) donors * Float.BYTES;
    }

    private long row() {
      return (long) MaskedRows.CHANNELS * cells * Float.BYTES;
    }

    private long words() {
      return (long) Bits.words(cells) * Long.BYTES;
    }
  }

  private static long heapFree() {
    Runtime java = Runtime.getRuntime();
    return java.maxMemory() - (java.totalMemory() - java.freeMemory());
  }

  private static ComputeException tooLarge(Need need, long least, long free, String where) {
    return new ComputeException(
        "Imputing from "
            + need.donors()
            + " clips of "
            + need.cells()
            + " joints needs at least "
            + Bytes.text(least)
            + " of "
            + where
            + " and there is "
            + Bytes.text(free)
            + " to spare. Lower the frames or bodies per clip, fit on fewer clips or on clusters of"
            + " them, or free what former cells hold by restarting the kernel.",
        null);
  }
}
