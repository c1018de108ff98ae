package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Two clips that are no copies of each other but hold equal frames: one was cut from the other, or
 * both from one recording.
 *
 * @param first position of the one with the smaller name
 * @param second position of the other
 * @param frames number of different frames that both hold
 */
record SharedFrames(int first, int second, int frames) {
  /** All pairs with at least so many, those with most first; of copies the first one stands. */
  static List<SharedFrames> in(List<ClipFacts> clips, Copies copies, int least) {
    BitSet judged = new BitSet();
    judged.set(0, clips.size());
    copies.groups().forEach(group -> group.stream().skip(1).forEach(judged::clear));
    FrameIndex index = FrameIndex.of(clips, judged);
    int[] counts = new int[clips.size()];
    List<SharedFrames> pairs = new ArrayList<>();
    judged.stream()
        .forEach(
            first -> {
              TreeSet<Integer> others = new TreeSet<>();
              clips.get(first).frameHashes().stream()
                  .mapToObj(index::holders)
                  .flatMapToInt(Arrays::stream)
                  .filter(other -> other > first)
                  .forEach(
                      other -> {
                        counts[other]++;
                        others.add(other);
                      });
              for (int other : others) {
                if (counts[other] >= least) {
                  pairs.add(new SharedFrames(first, other, counts[other]));
                }
                counts[other] = 0;
              }
            });
    pairs.sort(Comparator.comparingInt(SharedFrames::frames).reversed());
    return List.copyOf(pairs);
  }

  /** Equal frames over all frames of the shorter clip, from 0 to 1. */
  double share(List<ClipFacts> clips) {
    int shorter = Math.min(clips.get(first).length(), clips.get(second).length());
    return (double) frames / shorter;
  }
}
