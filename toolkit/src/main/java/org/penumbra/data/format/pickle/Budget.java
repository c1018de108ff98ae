package org.penumbra.data.format.pickle;

/** Heap that the objects of a pickle may take, estimated generously; arrays do not count. */
final class Budget {
  /** A reference in a list, on the stack or in the memo. */
  static final int REFERENCE = 8;

  /** A number, text, tuple or list. */
  static final int OBJECT = 64;

  /** A dict. */
  static final int DICT = 160;

  private final long limit;
  private long spent;

  Budget(long limit) {
    this.limit = limit;
  }

  /** Counts bytes; false if there are no more. */
  boolean spend(long bytes) {
    spent += bytes;
    return bytes >= 0 && spent <= limit;
  }

  long limit() {
    return limit;
  }
}
