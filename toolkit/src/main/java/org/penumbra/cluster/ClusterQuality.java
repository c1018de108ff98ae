package org.penumbra.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.penumbra.core.InvalidOptionException;
import smile.validation.metric.AdjustedRandIndex;
import smile.validation.metric.NormalizedMutualInformation;

/**
 * How far two groupings of the same clips agree, for instance clusters and actions. The numbers do
 * not depend on how groups are numbered. All are as scikit-learn computes them; how far clusters
 * are apart, without any labels, says {@link Silhouette}.
 *
 * <p>Smile computes them but for purity, which it lacks, and AMI, for which it takes many minutes
 * at the size of NTU RGB+D.
 *
 * @param nmi mutual information over a mean of the two entropies, from 0 (unrelated) to 1 (equal)
 * @param ami mutual information adjusted for chance: about 0 if unrelated, 1 if equal
 * @param ari Rand index adjusted for chance: about 0 if unrelated, 1 if equal
 * @param purity share of clips that have the most frequent label of their group, above 0 to 1; more
 *     groups have more of it, whatever they are
 * @param mean which mean of the entropies NMI and AMI take
 * @param sizes clips of each group that has any, in the order of the group numbers
 */
public record ClusterQuality(
    double nmi, double ami, double ari, double purity, InformationMean mean, List<Integer> sizes) {
  /** Keeps the sizes unchanging. */
  public ClusterQuality {
    sizes = List.copyOf(sizes);
  }

  /**
   * Compares two groupings, with the arithmetic mean of the entropies.
   *
   * @param groups a group number for each clip
   * @param labels a label for each clip, same length
   */
  public static ClusterQuality of(int[] groups, int[] labels) {
    return of(groups, labels, InformationMean.ARITHMETIC);
  }

  /**
   * Compares two groupings.
   *
   * @param groups a group number for each clip
   * @param labels a label for each clip, same length
   * @param mean of the entropies, for NMI and AMI
   */
  public static ClusterQuality of(int[] groups, int[] labels, InformationMean mean) {
    if (groups.length != labels.length || groups.length == 0) {
      throw new InvalidOptionException(
          "groups", "one for each of " + labels.length + " labels, at least one", groups.length);
    }
    Objects.requireNonNull(mean, "mean of the entropies");
    Contingency common = new Contingency(groups, labels);
    if (common.isOneGroup()) {
      return new ClusterQuality(
          1, 1, 1, 1, mean, common.sizes()); // equal, though all formulas are 0 / 0
    }
    double entropy = mean.of(common.groupEntropy(), common.labelEntropy());
    double chance = common.chanceInformation();
    return new ClusterQuality(
        entropy == 0 ? 0 : smile(mean).score(labels, groups),
        adjusted(common.information(), chance, entropy),
        rand(groups, labels, common),
        common.purity(),
        mean,
        common.sizes());
  }

  private static NormalizedMutualInformation smile(InformationMean mean) {
    return switch (mean) {
      case ARITHMETIC -> NormalizedMutualInformation.SUM;
      case GEOMETRIC -> NormalizedMutualInformation.SQRT;
      case MAX -> NormalizedMutualInformation.MAX;
      case MIN -> NormalizedMutualInformation.MIN;
    };
  }

  /** Where chance already tells all, as among groups of one clip each, the groupings are equal. */
  private static double adjusted(double information, double chance, double entropy) {
    double room = entropy - chance;
    double least = Math.ulp(1.0);
    return (information - chance) / (room < 0 ? Math.min(room, -least) : Math.max(room, least));
  }

  private static double rand(int[] groups, int[] labels, Contingency common) {
    return common.isEveryClipAlone() ? 1 : AdjustedRandIndex.of(labels, groups);
  }

  /** One line for people. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "NMI %.3f, AMI %.3f (%s mean of the entropies), ARI %.3f, purity %.3f, %d groups of %d to %d",
        nmi,
        ami,
        mean.name().toLowerCase(Locale.ROOT),
        ari,
        purity,
        sizes.size(),
        Collections.min(sizes),
        Collections.max(sizes));
  }
}
