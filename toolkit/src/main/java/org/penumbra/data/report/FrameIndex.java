package org.penumbra.data.report;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Frames that more than one clip holds, and who holds them. */
final class FrameIndex {
  /** A frame that more clips hold is a filler, for instance a default pose, and tells nothing. */
  private static final int MOST_HOLDERS = 100;

  private static final int[] NOBODY = {};

  private final long[] hashes; // ascending
  private final int[][] holders; // by hash: positions of clips, ascending

  private FrameIndex(long[] hashes, int[][] holders) {
    this.hashes = hashes;
    this.holders = holders;
  }

  /** Of these clips, by position. */
  static FrameIndex of(List<ClipFacts> clips, BitSet which) {
    long[] all =
        which.stream()
            .mapToObj(n -> clips.get(n).frameHashes())
            .flatMapToLong(FrameHashes::stream)
            .sorted()
            .toArray();
    int found = 0;
    int[][] holders = new int[all.length][];
    for (int from = 0, to; from < all.length; from = to) {
      to = from + 1;
      while (to < all.length && all[to] == all[from]) {
        to++;
      }
      if (to - from > 1 && to - from <= MOST_HOLDERS) {
        all[found] = all[from]; // found never passes from
        holders[found++] = new int[to - from];
      }
    }
    FrameIndex index = new FrameIndex(Arrays.copyOf(all, found), Arrays.copyOf(holders, found));
    index.fill(clips, which);
    return index;
  }

  private void fill(List<ClipFacts> clips, BitSet which) {
    int[] filled = new int[hashes.length];
    which.stream()
        .forEach(
            n ->
                clips.get(n).frameHashes().stream()
                    .mapToInt(hash -> Arrays.binarySearch(hashes, hash))
                    .filter(at -> at >= 0)
                    .forEach(at -> holders[at][filled[at]++] = n));
  }

  /** Positions of the clips that hold a frame, ascending; none if fewer than two do. */
  int[] holders(long hash) {
    int at = Arrays.binarySearch(hashes, hash);
    return at < 0 ? NOBODY : holders[at];
  }
}
