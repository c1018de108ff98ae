package org.penumbra.results;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.penumbra.core.Require;
import org.penumbra.evaluate.Contrast;
import org.penumbra.evaluate.PairedTest;
import org.penumbra.evaluate.WilsonInterval;
import org.penumbra.results.OrderingReport.Finding;
import org.penumbra.results.OrderingReport.JudgedClaim;

/** The rule by which one claim is judged on our outcomes. */
final class ClaimRule {
  /** The rule in words, for the remarks below a report. */
  static final String TEXT =
      "Rule for one comparison, at 95 %: from three common seeds on, Student's interval of the"
          + " difference over seeds; for two single runs judged on the same clips, McNemar's exact"
          + " test; else the interval of a difference of shares (Newcombe) with the test clips of one"
          + " run. Undecided: chance alone could make such a difference.";

  private static final int SEEDS = 3; // fewer have too wide an interval to say anything
  private static final double LEVEL = 0.05;

  private ClaimRule() {}

  /**
   * Judges whether the weighted sum of accuracies is above a threshold.
   *
   * @param weights of the terms
   * @param threshold in points
   * @param outcomes of each term, over seeds
   */
  static JudgedClaim judge(List<Double> weights, double threshold, List<List<Outcome>> outcomes) {
    Require.notEmpty("outcomes of a claim", outcomes);
    String text = text(weights, outcomes);
    List<Long> seeds = commonSeeds(outcomes);
    int clips =
        outcomes.stream()
            .flatMap(List::stream)
            .mapToInt(outcome -> outcome.accuracy().total())
            .min()
            .orElseThrow();
    if (seeds.size() >= SEEDS) {
      Contrast mean = Contrast.ofMean(overSeeds(weights, outcomes, seeds));
      String n = seeds.size() + " seeds, " + clips + " clips";
      return byInterval(text, mean, threshold, n);
    }
    Contrast shares = shares(weights, outcomes);
    Optional<PairedTest> paired = threshold == 0 ? paired(weights, outcomes) : Optional.empty();
    if (paired.isPresent()) {
      PairedTest test = paired.get();
      boolean above = test.onlyFirst() > test.onlySecond();
      Finding finding =
          test.p() >= LEVEL ? Finding.UNDECIDED : above ? Finding.HOLDS : Finding.DOES_NOT_HOLD;
      return new JudgedClaim(text, finding, shares.estimate(), test + ", " + clips + " clips");
    }
    return byInterval(text, shares, threshold, clips + " clips");
  }

  private static JudgedClaim byInterval(
      String text, Contrast contrast, double threshold, String n) {
    Finding finding =
        contrast.lower() > threshold
            ? Finding.HOLDS
            : contrast.upper() < threshold ? Finding.DOES_NOT_HOLD : Finding.UNDECIDED;
    String evidence =
        String.format(
            Locale.ROOT,
            "95 %% interval %+.1f to %+.1f, %s",
            contrast.lower(),
            contrast.upper(),
            n);
    return new JudgedClaim(text, finding, contrast.estimate() - threshold, evidence);
  }

  private static List<Long> commonSeeds(List<List<Outcome>> outcomes) {
    Set<Long> common = new TreeSet<>(seeds(outcomes.get(0)));
    outcomes.forEach(term -> common.retainAll(seeds(term)));
    return List.copyOf(common);
  }

  private static Set<Long> seeds(List<Outcome> term) {
    return term.stream().map(Outcome::seed).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The sum for each seed, in points. */
  private static List<Double> overSeeds(
      List<Double> weights, List<List<Outcome>> outcomes, List<Long> seeds) {
    List<Double> sums = new ArrayList<>();
    for (long seed : seeds) {
      double sum = 0;
      for (int i = 0; i < weights.size(); i++) {
        for (Outcome outcome : outcomes.get(i)) {
          sum += outcome.seed() == seed ? weights.get(i) * outcome.accuracy().percent() : 0;
        }
      }
      sums.add(sum);
    }
    return sums;
  }

  /** The sum of the means, in points, as if each were one run. */
  private static Contrast shares(List<Double> weights, List<List<Outcome>> outcomes) {
    List<WilsonInterval> shares =
        outcomes.stream()
            .map(Measured::new)
            .map(measured -> WilsonInterval.of(measured.mean() / 100, measured.clips()))
            .toList();
    Contrast sum = Contrast.of(shares, weights);
    return new Contrast(100 * sum.estimate(), 100 * sum.lower(), 100 * sum.upper());
  }

  /** McNemar's test, where it is one single run against another on the same clips. */
  private static Optional<PairedTest> paired(List<Double> weights, List<List<Outcome>> outcomes) {
    boolean difference = weights.equals(List.of(1.0, -1.0));
    if (!difference || outcomes.stream().anyMatch(term -> term.size() != 1)) {
      return Optional.empty();
    }
    Optional<ClipCorrectness> first = outcomes.get(0).get(0).clips();
    Optional<ClipCorrectness> second = outcomes.get(1).get(0).clips();
    return first.isPresent() && second.isPresent() && first.get().sameClips(second.get())
        ? Optional.of(first.get().against(second.get()))
        : Optional.empty();
  }

  private static String text(List<Double> weights, List<List<Outcome>> outcomes) {
    return side(1, weights, outcomes) + " > " + side(-1, weights, outcomes);
  }

  private static String side(int sign, List<Double> weights, List<List<Outcome>> outcomes) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      if (Math.signum(weights.get(i)) == sign) {
        names.add(outcomes.get(i).get(0).condition().toString());
      }
    }
    return names.size() == 1 ? names.get(0) : names.size() + " of " + names.get(0) + " ...";
  }
}
