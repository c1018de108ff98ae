package org.penumbra.cluster;

import org.penumbra.core.InvalidOptionException;
import smile.validation.metric.AdjustedMutualInformation;
import smile.validation.metric.AdjustedRandIndex;
import smile.validation.metric.NormalizedMutualInformation;

/**
 * How far two groupings of the same clips agree, for instance clusters and actions. The numbers do
 * not depend on how groups are numbered.
 *
 * @param nmi mutual information over the larger entropy, from 0 (unrelated) to 1 (equal)
 * @param ami mutual information adjusted for chance: about 0 if unrelated, 1 if equal
 * @param ari Rand index adjusted for chance: about 0 if unrelated, 1 if equal
 */
public record ClusterQuality(double nmi, double ami, double ari) {

  /**
   * Compares two groupings.
   *
   * @param groups a group number for each clip
   * @param labels a label for each clip, same length
   */
  public static ClusterQuality of(int[] groups, int[] labels) {
    if (groups.length != labels.length || groups.length == 0) {
      throw new InvalidOptionException(
          "groups", "one for each of " + labels.length + " labels, at least one", groups.length);
    }
    return new ClusterQuality(
        NormalizedMutualInformation.MAX.score(labels, groups),
        AdjustedMutualInformation.MAX.score(labels, groups),
        AdjustedRandIndex.of(labels, groups));
  }
}
