package org.penumbra.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An axis from zero with round ticks.
 *
 * @param step distance of ticks: 1, 2 or 5 times a power of ten
 * @param count number of steps
 */
record ValueAxis(double step, int count) {
  private static final int ABOUT = 6;

  /** The axis that covers 0 to a value. */
  static ValueAxis upTo(double highest) {
    double range = highest > 0 ? highest : 1;
    double power = Math.pow(10, Math.floor(Math.log10(range / ABOUT)));
    double rest = range / ABOUT / power;
    double step = (rest <= 1 ? 1 : rest <= 2 ? 2 : rest <= 5 ? 5 : 10) * power;
    return new ValueAxis(step, (int) Math.ceil(range / step - 1e-9));
  }

  double end() {
    return step * count;
  }

  List<Double> ticks() {
    return IntStream.rangeClosed(0, count).mapToObj(i -> i * step).toList();
  }

  String label(double tick) {
    BigDecimal value = new BigDecimal(tick, new MathContext(6));
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
