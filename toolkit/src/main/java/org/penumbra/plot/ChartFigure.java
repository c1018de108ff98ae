package org.penumbra.plot;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collection;
import java.util.StringJoiner;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumerical;
import org.knowm.xchart.internal.series.Series;

/**
 * Any XChart chart as a figure. The chart is painted as it is: its author chose the style.
 *
 * @param chart the chart; painted anew on each call, so later points show
 */
public record ChartFigure(IChart chart) implements Figure {
  @Override
  public int width() {
    return chart.getWidth();
  }

  @Override
  public int height() {
    return chart.getHeight();
  }

  @Override
  public BufferedImage image() {
    try (Canvas canvas = new Canvas(width(), height())) {
      chart.paint(canvas.graphics(), width(), height());
      return canvas.image();
    }
  }

  /** Title, axes, and for each series its name, number of points and last value. */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(chart.getTitle().isBlank() ? "Chart" : chart.getTitle());
    if (chart instanceof AxesChart<?, ?> axes) {
      text.append(" (x: ").append(axes.getXAxisTitle());
      text.append("; y: ").append(axes.getYAxisTitle()).append(')');
    }
    if (chart instanceof Chart<?, ?> full) {
      full.getSeriesCollection().forEach(series -> text.append('\n').append(describe(series)));
    }
    return text.toString();
  }

  private static String describe(Series series) {
    if (series instanceof AxesChartSeriesNumerical numerical) {
      return "  " + series.getLabel() + ": " + curve(numerical.getXData(), numerical.getYData());
    }
    if (series instanceof AxesChartSeriesCategory bars) {
      return "  " + series.getLabel() + ": " + values(bars.getXData(), bars.getYData());
    }
    return "  " + series.getLabel();
  }

  private static String curve(double[] x, double[] y) {
    int last = y.length - 1;
    if (last < 0) {
      return "no points";
    }
    if (last > 0 && Arrays.stream(y).allMatch(value -> value == y[0])) {
      return number(y[0]) + " throughout";
    }
    String end = number(y[last]) + " at " + number(x[last]);
    return last == 0 ? end : y.length + " points, from " + number(y[0]) + " to " + end;
  }

  /** Four digits that count, without trailing zeros. */
  static String number(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  private static String values(Collection<?> names, double[] values) {
    StringJoiner text = new StringJoiner(", ");
    int i = 0;
    for (Object name : names) {
      text.add(name + " " + number(values[i++]));
    }
    return text.toString();
  }
}
