package org.penumbra.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * How many clips two groupings have in common, for each pair of their groups, and what one grouping
 * tells of the other. Entropies and information are in nats.
 */
final class Contingency {
  private final int clips;
  private final int[][] counts; // (groups, labels), only those that have a clip
  private final int[] groupSizes;
  private final int[] labelSizes;

  Contingency(int[] groups, int[] labels) {
    clips = groups.length;
    int[] groupNumbers = Arrays.stream(groups).distinct().sorted().toArray();
    int[] labelNumbers = Arrays.stream(labels).distinct().sorted().toArray();
    counts = new int[groupNumbers.length][labelNumbers.length];
    groupSizes = new int[groupNumbers.length];
    labelSizes = new int[labelNumbers.length];
    for (int n = 0; n < clips; n++) {
      int group = Arrays.binarySearch(groupNumbers, groups[n]);
      int label = Arrays.binarySearch(labelNumbers, labels[n]);
      counts[group][label]++;
      groupSizes[group]++;
      labelSizes[label]++;
    }
  }

  List<Integer> sizes() {
    return Arrays.stream(groupSizes).boxed().toList();
  }

  /** Whether all clips are in one group, in both groupings. */
  boolean isOneGroup() {
    return groupSizes.length == 1 && labelSizes.length == 1;
  }

  /** Whether each clip is a group of its own, in both groupings. */
  boolean isEveryClipAlone() {
    return groupSizes.length == clips && labelSizes.length == clips;
  }

  /** Share of clips that have the most frequent label of their group. */
  double purity() {
    long right = 0;
    for (int[] row : counts) {
      right += Arrays.stream(row).max().orElseThrow();
    }
    return (double) right / clips;
  }

  double groupEntropy() {
    return entropy(groupSizes);
  }

  double labelEntropy() {
    return entropy(labelSizes);
  }

  private double entropy(int[] sizes) {
    double sum = 0;
    for (int size : sizes) {
      double share = (double) size / clips;
      sum -= share * Math.log(share);
    }
    return sum;
  }

  double information() {
    double sum = 0;
    for (int i = 0; i < groupSizes.length; i++) {
      for (int j = 0; j < labelSizes.length; j++) {
        if (counts[i][j] > 0) {
          sum += part(counts[i][j], groupSizes[i], labelSizes[j]);
        }
      }
    }
    return Math.max(0, sum);
  }

  private double part(int common, int groupSize, int labelSize) {
    return (double) common
        / clips
        * Math.log((double) common * clips / ((double) groupSize * labelSize));
  }

  /**
   * Mean information of groupings with these sizes if clips fell into them by chance: each pair of
   * groups then has a number of common clips from the hypergeometric distribution (Vinh, Epps and
   * Bailey, Information theoretic measures for clusterings comparison, 2010).
   */
  double chanceInformation() {
    double[] logFactorials = logFactorials(clips);
    double sum = 0;
    for (int a : groupSizes) {
      for (int b : labelSizes) {
        double fixed =
            logFactorials[a]
                + logFactorials[b]
                + logFactorials[clips - a]
                + logFactorials[clips - b]
                - logFactorials[clips];
        for (int n = Math.max(1, a + b - clips); n <= Math.min(a, b); n++) {
          double logProbability =
              fixed
                  - logFactorials[n]
                  - logFactorials[a - n]
                  - logFactorials[b - n]
                  - logFactorials[clips - a - b + n];
          sum += part(n, a, b) * Math.exp(logProbability);
        }
      }
    }
    return sum;
  }

  /** log 0! to log n!, summed with the rounding carried on. */
  private static double[] logFactorials(int n) {
    double[] result = new double[n + 1];
    double lost = 0;
    for (int i = 2; i <= n; i++) {
      double term = Math.log(i) - lost;
      double sum = result[i - 1] + term;
      lost = sum - result[i - 1] - term;
      result[i] = sum;
    }
    return result;
  }
}
