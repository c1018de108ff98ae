package org.penumbra.impute;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.penumbra.impute.space.TrainingFacts;
import org.penumbra.skeleton.Joint;

/**
 * What one group of training clips can donate.
 *
 * @param group number from 0
 * @param clips training clips in it; with none, its clips stay hidden; with one, that clip does
 * @param hiddenShare hidden over all joints that are there, 0 to 1; NaN if the group is empty
 * @param neverSeen names of joints that no clip of the group ever shows, so that they stay hidden
 */
public record GroupSummary(int group, int clips, double hiddenShare, List<String> neverSeen) {
  /** Copies the names. */
  public GroupSummary {
    neverSeen = List.copyOf(neverSeen);
  }

  static GroupSummary empty(int group) {
    return new GroupSummary(group, 0, Double.NaN, List.of());
  }

  static GroupSummary of(int group, int clips, TrainingFacts facts) {
    List<Joint> joints = facts.layout().joints();
    List<String> never =
        IntStream.range(0, joints.size())
            .filter(v -> !facts.isSeen(v))
            .mapToObj(v -> joints.get(v).name())
            .toList();
    return new GroupSummary(group, clips, facts.hiddenShare(), never);
  }

  /** Whether the group has too few clips for each to get something from another. */
  public boolean isTooSmall() {
    return clips < 2;
  }

  /** One line. */
  @Override
  public String toString() {
    if (clips == 0) {
      return "group " + group + ": no training clips, so its clips stay hidden";
    }
    return String.format(
            Locale.ROOT, "group %d: %,d clips, %.1f %% hidden", group, clips, 100 * hiddenShare)
        + (clips == 1 ? ", which has no other clip to be filled from" : "")
        + (neverSeen.isEmpty() ? "" : ", never seen: " + String.join(", ", neverSeen));
  }
}
