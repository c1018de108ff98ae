package org.penumbra.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;
import org.penumbra.impute.space.RowPlan;
import org.penumbra.impute.space.TrainingFacts;
import org.penumbra.skeleton.SkeletonLayout;

/** Training clips ready to donate, one set of donors per group. */
public final class FittedClusterKnnImputer implements FittedImputer {
  private final ClusterKnnImputer imputer;
  private final SkeletonLayout layout;
  private final ClipGroups groups;
  private final Map<Integer, FittedKnnImputer> fitted; // groups with training clips

  private FittedClusterKnnImputer(
      ClusterKnnImputer imputer,
      SkeletonLayout layout,
      ClipGroups groups,
      Map<Integer, FittedKnnImputer> fitted) {
    this.imputer = imputer;
    this.layout = layout;
    this.groups = groups;
    this.fitted = fitted;
  }

  static FittedClusterKnnImputer of(
      ClusterKnnImputer imputer, SkeletonDataset train, ClipGroups groups, RowMemory memory) {
    train.infos().forEach(info -> groups.of(info.name())); // refused before anything is read
    Map<Integer, TrainingFacts> facts = new TreeMap<>();
    for (int group = 0; group < groups.count(); group++) {
      SkeletonDataset members = members(train, groups, group);
      if (members.size() > 0) {
        facts.put(group, TrainingFacts.of(members));
      }
    }
    return new FittedClusterKnnImputer(
        imputer, train.layout(), groups, fit(imputer.each(), train, groups, facts, memory));
  }

  private static Map<Integer, FittedKnnImputer> fit(
      KnnImputer each,
      SkeletonDataset train,
      ClipGroups groups,
      Map<Integer, TrainingFacts> facts,
      RowMemory memory) {
    Map<Integer, RowMemory> left = new TreeMap<>();
    RowMemory now = memory;
    for (Map.Entry<Integer, TrainingFacts> entry : facts.entrySet()) {
      left.put(entry.getKey(), now);
      RowPlan plan = new RowPlan(each.space(), each.padding(), entry.getValue());
      now = now.reserve(entry.getValue().clips(), plan.shape().values());
    }
    Map<Integer, FittedKnnImputer> fitted = new TreeMap<>();
    facts.forEach(
        (group, known) ->
            fitted.put(
                group,
                FittedKnnImputer.of(each, members(train, groups, group), known, left.get(group))));
    return fitted;
  }

  private static SkeletonDataset members(SkeletonDataset train, ClipGroups groups, int group) {
    return train.select(info -> groups.of(info.name()) == group);
  }

  @Override
  public ClusterKnnImputer imputer() {
    return imputer;
  }

  /** What each group can donate, in order of their numbers; empty groups too. */
  public List<GroupSummary> groups() {
    return IntStream.range(0, groups.count())
        .mapToObj(
            group -> {
              FittedKnnImputer own = fitted.get(group);
              return own == null
                  ? GroupSummary.empty(group)
                  : GroupSummary.of(group, own.donors(), own.facts());
            })
        .toList();
  }

  /** One line per group. */
  public String summary() {
    return groups().stream().map(GroupSummary::toString).collect(Collectors.joining("\n"));
  }

  /**
   * Fills each clip from its own group.
   *
   * @throws InvalidOptionException if a clip has no group
   */
  @Override
  public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
    Map<Integer, List<Integer>> places = new TreeMap<>();
    for (int n = 0; n < clips.size(); n++) {
      places.computeIfAbsent(group(clips.get(n)), group -> new ArrayList<>()).add(n);
    }
    ImputedClip[] done = new ImputedClip[clips.size()];
    places.forEach(
        (group, own) -> {
          List<ImputedClip> filled = fill(group, own.stream().map(clips::get).toList());
          for (int i = 0; i < filled.size(); i++) {
            done[own.get(i)] = filled.get(i);
          }
        });
    return Arrays.asList(done);
  }

  private int group(SkeletonClip clip) {
    if (!clip.layout().equals(layout)) {
      throw new InvalidOptionException(
          "layout of clip " + clip.name(),
          layout.name() + " as that of the training clips",
          clip.layout().name());
    }
    return groups.of(clip.name());
  }

  private List<ImputedClip> fill(int group, List<SkeletonClip> clips) {
    FittedKnnImputer own = fitted.get(group);
    if (own != null) {
      return own.imputeBlock(clips);
    }
    return clips.stream()
        .map(clip -> new ImputedClip(clip, FillMap.all(clip.mask(), FillReason.NO_DONOR)))
        .toList();
  }
}
