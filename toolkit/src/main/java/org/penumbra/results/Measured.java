package org.penumbra.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.core.Scale;
import org.penumbra.evaluate.Contrast;
import org.penumbra.evaluate.WilsonInterval;

/**
 * Outcomes that differ in their seed only: mean, standard deviation and interval over seeds.
 *
 * @param outcomes at least one, by seed
 */
public record Measured(List<Outcome> outcomes) {
  /**
   * Sorts by seed.
   *
   * @throws InvalidOptionException if there is none, a seed comes twice, or they differ in more
   *     than the seed
   */
  public Measured {
    Require.notEmpty("outcomes of one cell", outcomes);
    outcomes = outcomes.stream().sorted(Comparator.comparingLong(Outcome::seed)).toList();
    for (int i = 1; i < outcomes.size(); i++) {
      if (outcomes.get(i).seed() == outcomes.get(i - 1).seed()) {
        throw new InvalidOptionException(
            "seeds of " + outcomes.get(i).condition(),
            "distinct",
            outcomes.get(i).seed() + " twice; drop one of the two outcomes");
      }
      if (!Kind.of(outcomes.get(i)).equals(Kind.of(outcomes.get(0)))) {
        throw new InvalidOptionException(
            "outcomes of one cell", "alike but for the seed", outcomes.get(i).condition());
      }
    }
  }

  /** All that must be alike for a mean to make sense. */
  private record Kind(
      Condition condition, Scale scale, int epochs, Map<String, String> setup, int clips) {
    static Kind of(Outcome o) {
      return new Kind(o.condition(), o.scale(), o.epochs(), o.setup(), o.accuracy().total());
    }
  }

  /** Groups outcomes that differ in their seed only, in the order in which they come. */
  public static List<Measured> group(Collection<Outcome> outcomes) {
    Map<Kind, List<Outcome>> groups = new LinkedHashMap<>();
    outcomes.forEach(o -> groups.computeIfAbsent(Kind.of(o), k -> new ArrayList<>()).add(o));
    return groups.values().stream().map(Measured::new).toList();
  }

  /** Number of seeds. */
  public int seeds() {
    return outcomes.size();
  }

  /** What was measured. */
  public Condition condition() {
    return outcomes.get(0).condition();
  }

  /** Scale of all. */
  public Scale scale() {
    return outcomes.get(0).scale();
  }

  /** Clips that judge each seed. */
  public int clips() {
    return outcomes.get(0).accuracy().total();
  }

  /** Mean accuracy over seeds, in percent. */
  public double mean() {
    return percents().stream().mapToDouble(Double::doubleValue).sum() / seeds();
  }

  /** Standard deviation over seeds, in points, counted with n - 1; NaN for a single seed. */
  public double deviation() {
    double mean = mean();
    double squares = percents().stream().mapToDouble(p -> (p - mean) * (p - mean)).sum();
    return seeds() == 1 ? Double.NaN : Math.sqrt(squares / (seeds() - 1));
  }

  /**
   * The 95 % interval in percent: Wilson's for a single seed, Student's of the mean for several.
   */
  public Contrast interval() {
    if (seeds() > 1) {
      return Contrast.ofMean(percents());
    }
    WilsonInterval wilson = outcomes.get(0).accuracy().interval();
    return new Contrast(mean(), 100 * wilson.lower(), 100 * wilson.upper());
  }

  private List<Double> percents() {
    return outcomes.stream().map(o -> o.accuracy().percent()).toList();
  }

  @Override
  public String toString() {
    Contrast interval = interval();
    String spread =
        seeds() == 1
            ? ""
            : String.format(Locale.ROOT, " ± %.1f over %d seeds", deviation(), seeds());
    return String.format(
        Locale.ROOT,
        "%.1f %%%s (%d clips; 95 %% interval %.1f to %.1f)",
        mean(),
        spread,
        clips(),
        interval.lower(),
        interval.upper());
  }
}
