package org.penumbra.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.results.Condition;
import org.penumbra.results.Outcome;

/**
 * Accuracies of ours as bars: a chart for each division of the data, a group for each method, a bar
 * for each value of a setting. Whiskers are 95 % intervals of single runs (Wilson).
 */
public final class OutcomeBars {
  private OutcomeBars() {}

  /**
   * One chart for each data set and split, in the order in which they come.
   *
   * @param outcomes of one seed
   * @param setting whose values are side by side, for instance {@code imputation}
   */
  public static List<BarGroups> of(List<Outcome> outcomes, String setting) {
    Map<String, BarGroups> charts = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      Condition condition = outcome.condition();
      Accuracy accuracy = outcome.accuracy();
      String title = condition.data() + ", " + condition.protocol() + " evaluation, by " + setting;
      BarGroups chart = charts.computeIfAbsent(title, name -> BarGroups.of(name, "accuracy, %"));
      charts.put(
          title,
          chart.bar(
              condition.method(),
              condition.settings().getOrDefault(setting, ""),
              accuracy.percent(),
              Math.min(accuracy.percent(), accuracy.lowerPercent()), // at 0 and 100 % they round
              Math.max(accuracy.percent(), accuracy.upperPercent())));
    }
    return new ArrayList<>(charts.values());
  }
}
