package org.penumbra.impute;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penumbra.core.Hashes;
import org.penumbra.core.Identified;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.ClipInfo;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.data.TrainTest;

/**
 * A group number for each clip, found by the clip's name: clusters of embeddings, action labels, or
 * any other division. An imputer needs no more of a clustering than this.
 *
 * @param count number of groups, K
 * @param byName group of each clip, 0 to K - 1
 */
public record ClipGroups(int count, Map<String, Integer> byName) implements Identified {
  /** Checks the numbers. */
  public ClipGroups {
    Require.atLeast("number of groups", count, 1);
    byName = Map.copyOf(byName);
    byName.forEach((clip, group) -> Require.inRange("group of clip " + clip, group, 0, count - 1));
  }

  /**
   * Groups in the order of some clips.
   *
   * @throws InvalidOptionException if there are more or fewer groups than clips, or a name is
   *     double
   */
  public static ClipGroups of(int count, List<String> clipNames, int[] groups) {
    if (groups.length != clipNames.size()) {
      throw new InvalidOptionException(
          "groups", clipNames.size() + ", one for each clip", groups.length);
    }
    Map<String, Integer> byName = new HashMap<>();
    for (int n = 0; n < groups.length; n++) {
      if (byName.put(clipNames.get(n), groups[n]) != null) {
        throw new InvalidOptionException(
            "clips of groups", "each named once", clipNames.get(n) + " twice");
      }
    }
    return new ClipGroups(count, byName);
  }

  /** One group for each action: what a perfect clustering would give. */
  public static ClipGroups ofActions(SkeletonDataset data) {
    List<String> names = data.infos().stream().map(ClipInfo::name).toList();
    return of(data.classNames().size(), names, data.labels());
  }

  /**
   * Groups by how much of a clip is hidden, from the least: as many clips of the training half in
   * each as there can be with clips hidden alike together. What groups of clips should not follow.
   *
   * @param count number of groups, K
   * @param data whose training half sets the limits between groups
   */
  public static ClipGroups ofHiddenShare(int count, TrainTest data) {
    Require.atLeast("number of groups", count, 1);
    double[] sorted = data.train().clips().stream().mapToDouble(ClipGroups::hidden).toArray();
    Arrays.sort(sorted);
    Map<String, Integer> byName = new HashMap<>();
    for (SkeletonDataset half : List.of(data.train(), data.test())) {
      for (SkeletonClip clip : half.clips()) {
        double share = hidden(clip);
        int group = 0;
        while (group + 1 < count && share >= sorted[(group + 1) * sorted.length / count]) {
          group++;
        }
        byName.put(clip.name(), group);
      }
    }
    return new ClipGroups(count, byName);
  }

  /** Hidden over all joints that are there; 0 if none is. */
  private static double hidden(SkeletonClip clip) {
    int hidden = 0;
    int there = 0;
    for (byte code : clip.mask().toCodes()) {
      hidden += code == JointState.OCCLUDED.code() ? 1 : 0;
      there += code == JointState.ABSENT.code() ? 0 : 1;
    }
    return there == 0 ? 0 : (double) hidden / there;
  }

  /** Groups of the clips of a set in their order, for instance to judge them. */
  public int[] numbers(SkeletonDataset data) {
    return data.infos().stream().mapToInt(info -> of(info.name())).toArray();
  }

  /**
   * Group of a clip.
   *
   * @throws InvalidOptionException if it has none
   */
  public int of(String clipName) {
    Integer group = byName.get(clipName);
    if (group == null) {
      throw new InvalidOptionException(
          "group of clip " + clipName,
          "one for every clip that is fitted or filled",
          "groups of " + byName.size() + " other clips");
    }
    return group;
  }

  /**
   * These and the groups of other clips, for instance of the test half.
   *
   * @throws InvalidOptionException if the number of groups differs, or a clip is in both with
   *     different groups
   */
  public ClipGroups and(ClipGroups others) {
    if (count != others.count) {
      throw new InvalidOptionException("number of groups", count + "", others.count);
    }
    Map<String, Integer> all = new HashMap<>(byName);
    others.byName.forEach(
        (clip, group) -> {
          Integer before = all.put(clip, group);
          if (before != null && !before.equals(group)) {
            throw new InvalidOptionException("group of clip " + clip, before + "", group);
          }
        });
    return new ClipGroups(count, all);
  }

  /** Numbers of groups and clips, and a SHA-256 of who is in which group. */
  @Override
  public String identity() {
    MessageDigest digest = Hashes.sha256();
    new TreeMap<>(byName)
        .forEach(
            (clip, group) ->
                digest.update((clip + '\0' + group + '\0').getBytes(StandardCharsets.UTF_8)));
    return count
        + " groups of "
        + byName.size()
        + " clips, content "
        + HexFormat.of().formatHex(digest.digest());
  }
}
