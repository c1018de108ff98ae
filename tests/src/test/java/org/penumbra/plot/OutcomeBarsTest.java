package org.penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.evaluate.Accuracy;
import org.penumbra.results.Condition;
import org.penumbra.results.Outcome;

class OutcomeBarsTest {
  private static Outcome outcome(String method, String split, String imputation, int correct) {
    return Outcome.of(
            Condition.of(method, "J", "ntu-60", split, "linear"), new Accuracy(correct, 40))
        .withSetting("imputation", imputation);
  }

  @Test
  void everySplitHasAChartWithAGroupForEachMethod() {
    List<Outcome> outcomes = new ArrayList<>();
    for (String split : List.of("cross subject", "cross view")) {
      outcomes.add(outcome("PSTL", split, "none", 10));
      outcomes.add(outcome("PSTL", split, "knn", 40)); // nothing wrong
      outcomes.add(outcome("AimCLR", split, "none", 0)); // nothing right
    }
    List<BarGroups> charts = OutcomeBars.of(outcomes, "imputation");
    assertThat(charts).hasSize(2);
    assertThat(charts.get(0).text())
        .contains("ntu60 xsub, linear evaluation, by imputation", "PSTL", "AimCLR", "knn", "25");
    assertThat(charts.get(1).text()).contains("ntu60 xview");
    assertThat(charts.get(1).image().getWidth()).isPositive();
  }
}
