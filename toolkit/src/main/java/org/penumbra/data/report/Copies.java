package org.penumbra.data.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clips with equal content: groups of two or more, by position in the set.
 *
 * @param groups each ascending, in order of their first clip
 */
record Copies(List<List<Integer>> groups) {

  static Copies in(List<ClipFacts> clips) {
    Map<String, List<Integer>> byHash = new LinkedHashMap<>();
    for (int n = 0; n < clips.size(); n++) {
      byHash.computeIfAbsent(clips.get(n).hash(), hash -> new ArrayList<>(1)).add(n);
    }
    return new Copies(byHash.values().stream().filter(group -> group.size() > 1).toList());
  }

  /** Groups whose clips do not all have the same label. */
  Copies withTwoLabels(List<ClipFacts> clips) {
    return new Copies(
        groups.stream()
            .filter(
                group ->
                    group.stream().map(n -> clips.get(n).info().label()).distinct().count() > 1)
            .toList());
  }

  /** Number of clips in all groups. */
  int clips() {
    return groups.stream().mapToInt(List::size).sum();
  }
}
