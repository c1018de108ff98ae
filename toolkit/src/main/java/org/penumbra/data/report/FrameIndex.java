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

  private FrameIndex(long[] hashes) {
    this.hashes = hashes;
    this.holders = new int[hashes.length][];
    Arrays.fill(holders, NOBODY);
  }

  /** Of these clips, by position. Needs 8 bytes a frame, and little more. */
  static FrameIndex of(List<ClipFacts> clips, BitSet which) {
    FrameIndex index = new FrameIndex(shared(sorted(clips, which)));
    which.stream().forEach(n -> index.add(n, clips.get(n).frameHashes()));
    return index;
  }

  private static long[] sorted(List<ClipFacts> clips, BitSet which) {
    long[] all = new long[which.stream().map(n -> clips.get(n).frameHashes().size()).sum()];
    int filled = 0;
    for (int n = which.nextSetBit(0); n >= 0; n = which.nextSetBit(n + 1)) {
      clips.get(n).frameHashes().copyTo(all, filled);
      filled += clips.get(n).frameHashes().size();
    }
    Arrays.sort(all);
    return all;
  }

  /** Hashes that occur more than once, but not everywhere; overwrites the array. */
  private static long[] shared(long[] sorted) {
    int found = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (to - from > 1 && to - from <= MOST_HOLDERS) {
        sorted[found++] = sorted[from]; // never passes from
      }
    }
    return Arrays.copyOf(sorted, found);
  }

  private void add(int clip, FrameHashes frames) {
    frames.stream()
        .mapToInt(hash -> Arrays.binarySearch(hashes, hash))
        .filter(at -> at >= 0)
        .forEach(
            at -> {
              holders[at] = Arrays.copyOf(holders[at], holders[at].length + 1);
              holders[at][holders[at].length - 1] = clip;
            });
  }

  /** Positions of the clips that hold a frame, ascending; none if fewer than two do. */
  int[] holders(long hash) {
    int at = Arrays.binarySearch(hashes, hash);
    return at < 0 ? NOBODY : holders[at];
  }
}
