package org.penumbra.impute;

import java.util.Objects;
import java.util.Optional;
import org.penumbra.core.DataFormatException;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.data.SkeletonDataset;

/**
 * Nearest neighbours within groups of clips, for instance clusters of embeddings: every clip, of
 * the training set or not, is filled from the training clips of its own group alone. OPSTL, section
 * III-D.
 *
 * <p>OPSTL's released code keeps one imputer and fits it again for each cluster, so that all test
 * clips are filled from the last cluster; and an empty cluster shifts the numbers of those after
 * it. Here each group has its own donors under its own number.
 *
 * <p>What a group cannot fill stays hidden as {@link FillReason#NO_DONOR}: all of a clip whose
 * group has no other training clip, and joints that none of them shows. {@link
 * FittedClusterKnnImputer#groups} lists such groups; {@link #orElse} names who fills the rest:
 *
 * <pre>{@code
 * Imputer own = ClusterKnnImputer.neighbours(5).withGroups(groups);
 * TrainTest completed = own.orElse(KnnImputer.neighbours(5)).apply(occluded);
 * }</pre>
 *
 * @param each how donors of one group are searched
 * @param groups group of every clip that is fitted or filled; empty until given
 */
public record ClusterKnnImputer(KnnImputer each, Optional<ClipGroups> groups) implements Imputer {
  /** Checks that both are there. */
  public ClusterKnnImputer {
    Objects.requireNonNull(each, "each");
    Objects.requireNonNull(groups, "groups");
  }

  /** So many neighbours, as {@link KnnImputer#neighbours}. */
  public static ClusterKnnImputer neighbours(int k) {
    return of(KnnImputer.neighbours(k));
  }

  /** With other options of the search, such as its space. */
  public static ClusterKnnImputer of(KnnImputer each) {
    return new ClusterKnnImputer(each, Optional.empty());
  }

  /** With the group of every clip that is to be fitted or filled. */
  public ClusterKnnImputer withGroups(ClipGroups value) {
    return new ClusterKnnImputer(each, Optional.of(value));
  }

  @Override
  public String name() {
    return "cluster-" + groups.map(given -> given.count() + "-").orElse("") + each.name();
  }

  @Override
  public String describe() {
    String count = groups.map(given -> "one of " + given.count() + " groups").orElse("a group");
    return "within " + count + ": " + each.describe();
  }

  /**
   * Fits with groups that hold training and test clips.
   *
   * @param value group of every clip that is fitted or filled
   */
  public FittedClusterKnnImputer fit(SkeletonDataset train, ClipGroups value) {
    return withGroups(value).fit(train);
  }

  /**
   * Fits one imputer per group. Room for the donors of all groups is found before the first.
   *
   * @throws DataFormatException if there are no clips
   * @throws InvalidOptionException if there are no groups, or a clip has none
   */
  @Override
  public FittedClusterKnnImputer fit(SkeletonDataset train) {
    return fit(train, RowMemory.now());
  }

  FittedClusterKnnImputer fit(SkeletonDataset train, RowMemory memory) {
    if (train.size() == 0) {
      throw new DataFormatException(
          "training clips of " + train.name(),
          "expected at least one that can donate, found no clips.");
    }
    ClipGroups given =
        groups.orElseThrow(
            () ->
                new InvalidOptionException(
                    "groups of " + name(), "given with withGroups or fit(train, groups)", "none"));
    return FittedClusterKnnImputer.of(this, train, given, memory);
  }
}
