package org.penumbra.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.penumbra.core.Scale;
import org.penumbra.evaluate.Contrast;
import org.penumbra.evaluate.StudentT;
import org.penumbra.evaluate.WilsonInterval;

/** The rule by which ours is judged against a published cell. */
final class Judgement {
  /** The rule in words, for the remarks below a comparison. */
  static final String RULE =
      "Rule: on other data or below scale paper a number is not comparable. Otherwise it agrees if"
          + " the difference is inside the 95 % interval of two single runs on as many test clips"
          + " (Newcombe), or, from two seeds on, if that is wider, inside the interval in which our"
          + " seeds foresee one more run (Student).";

  private Judgement() {}

  static CellComparison open(PaperCell cell) {
    return new CellComparison(cell, Optional.empty(), Verdict.OPEN, "nothing measured", List.of());
  }

  static CellComparison of(PaperCell cell, Measured ours) {
    List<String> differences = differences(cell, ours);
    boolean sameData = Matching.sameData(cell, ours.condition());
    if (!sameData || ours.scale() != Scale.PAPER) {
      String why = sameData ? "scale " + ours.scale().label() : "other data";
      return new CellComparison(cell, Optional.of(ours), Verdict.NOT_COMPARABLE, why, differences);
    }
    double difference = ours.mean() - cell.number();
    Contrast chance = chance(cell, ours);
    Verdict verdict =
        chance.lower() > 0 ? Verdict.ABOVE : chance.upper() < 0 ? Verdict.BELOW : Verdict.AGREES;
    String reason =
        String.format(
            Locale.ROOT,
            "difference %+.2f, 95 %% interval %+.2f to %+.2f",
            difference,
            chance.lower(),
            chance.upper());
    return new CellComparison(cell, Optional.of(ours), verdict, reason, differences);
  }

  /** Interval of the difference in points. */
  private static Contrast chance(PaperCell cell, Measured ours) {
    WilsonInterval paper = WilsonInterval.of(cell.number() / 100, ours.clips());
    WilsonInterval mean = WilsonInterval.of(ours.mean() / 100, ours.clips());
    Contrast runs = Contrast.difference(mean, paper);
    double difference = ours.mean() - cell.number();
    double lower = 100 * runs.lower();
    double upper = 100 * runs.upper();
    if (ours.seeds() > 1) {
      double half =
          StudentT.twoSided95(ours.seeds() - 1)
              * ours.deviation()
              * Math.sqrt(1 + 1.0 / ours.seeds());
      lower = Math.min(lower, difference - half);
      upper = Math.max(upper, difference + half);
    }
    return new Contrast(difference, lower, upper);
  }

  private static List<String> differences(PaperCell cell, Measured ours) {
    Outcome outcome = ours.outcomes().get(0);
    Condition condition = outcome.condition();
    List<String> differences = new ArrayList<>();
    if (!Matching.sameData(cell, condition)) {
      differences.add(Matching.differs("data", condition.data(), cell.condition().data()));
    } else if (cell.split().isEmpty()) {
      differences.add(Matching.differs("split", condition.split(), "not stated"));
    }
    if (Matching.streamOpen(cell)) {
      differences.add(Matching.differs("stream", condition.stream(), "not stated"));
    }
    if (outcome.scale() != Scale.PAPER) {
      differences.add("scale " + outcome.scale().label() + " (paper: its own settings)");
    }
    differences.addAll(Matching.otherSettings(cell, outcome));
    Map<String, String> paper = PaperSetup.of(cell);
    String epochs = Integer.toString(outcome.epochs());
    if (outcome.epochs() > 0 && !epochs.equals(paper.getOrDefault("epochs", epochs))) {
      differences.add(Matching.differs("epochs", epochs, paper.get("epochs")));
    }
    outcome
        .setup()
        .forEach(
            (key, value) -> {
              String theirs = paper.getOrDefault(key, "not stated");
              if (!cell.settings().containsKey(key) && !theirs.equals(value)) {
                differences.add(Matching.differs(key, value, theirs));
              }
            });
    return differences;
  }
}
