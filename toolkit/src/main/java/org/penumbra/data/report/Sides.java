package org.penumbra.data.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.penumbra.data.SplitRule;

/**
 * Who is on which side of one split.
 *
 * @param rule how the set is divided
 * @param trains by position in the set, whether the clip is for training
 */
record Sides(SplitRule rule, List<Boolean> trains) {

  static Sides of(SplitRule rule, List<ClipFacts> clips) {
    return new Sides(rule, clips.stream().map(clip -> rule.trains(clip.info())).toList());
  }

  String name() {
    return rule.split().label();
  }

  String side(int clip) {
    return trains.get(clip) ? "train" : "test";
  }

  /** Positions of the clips on a side. */
  IntStream clips(boolean training) {
    return IntStream.range(0, trains.size()).filter(n -> trains.get(n) == training);
  }

  /** Whether both sides hold clips: otherwise the set is one half of a split. */
  boolean divides() {
    return trains.contains(true) && trains.contains(false);
  }

  boolean separates(int clip, int other) {
    return !trains.get(clip).equals(trains.get(other));
  }

  /** Test clips that copy a training clip, and the first one that each copies. */
  Map<Integer, Integer> copiedTestClips(Copies copies) {
    Map<Integer, Integer> copied = new LinkedHashMap<>();
    for (List<Integer> group : copies.groups()) {
      group.stream()
          .filter(trains::get)
          .findFirst()
          .ifPresent(
              original ->
                  group.stream()
                      .filter(n -> !trains.get(n))
                      .forEach(copy -> copied.put(copy, original)));
    }
    return copied;
  }

  /** Clips on a side that copy an earlier one of the same side. */
  int copiesInside(boolean training, Copies copies) {
    return copies.groups().stream()
        .mapToInt(
            group -> (int) group.stream().filter(n -> trains.get(n) == training).skip(1).count())
        .sum();
  }
}
