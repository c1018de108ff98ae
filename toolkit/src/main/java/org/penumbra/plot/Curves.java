package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.penumbra.core.InvalidOptionException;

/**
 * Named curves over epochs or steps. Immutable: each call returns a new value.
 *
 * <pre>{@code
 * show(Curves.of("Pretraining loss", "epoch", "Barlow Twins loss").line("train", losses));
 * }</pre>
 */
public final class Curves implements Figure {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int MARKERS_UP_TO = 40; // more would hide the line
  private static final BasicStroke DASHES =
      new BasicStroke(
          1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f, new float[] {7, 5}, 0);

  private record Line(String name, List<Double> x, List<Double> y) {}

  private record Reference(String name, double value) {}

  private final String title;
  private final String xTitle;
  private final String yTitle;
  private final List<Line> lines;
  private final List<Reference> references;
  private final boolean logarithmic;

  private Curves(
      String title,
      String xTitle,
      String yTitle,
      List<Line> lines,
      List<Reference> references,
      boolean logarithmic) {
    this.title = title;
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.lines = lines;
    this.references = references;
    this.logarithmic = logarithmic;
  }

  /** An empty picture with a title and the names (with units) of its axes. */
  public static Curves of(String title, String xTitle, String yTitle) {
    return new Curves(title, xTitle, yTitle, List.of(), List.of(), false);
  }

  /**
   * With one more curve.
   *
   * @param name for the legend, not used before
   * @param x positions, same length as {@code y}; at least one
   * @param y values; NaN leaves a gap
   * @throws InvalidOptionException if lengths differ, nothing is given, a position is not finite, a
   *     name is used twice, or a value is not above 0 on a logarithmic axis
   */
  public Curves line(String name, double[] x, double[] y) {
    if (x.length != y.length || x.length == 0) {
      throw new InvalidOptionException(
          "x and y of curve " + name,
          "of one length, at least 1",
          x.length + " and " + y.length + " values");
    }
    for (double position : x) {
      if (!Double.isFinite(position)) {
        throw new InvalidOptionException("x of curve " + name, "finite", position);
      }
    }
    for (double value : y) {
      if (Double.isInfinite(value)) {
        throw new InvalidOptionException("y of curve " + name, "finite, or NaN for a gap", value);
      }
    }
    checkName(name);
    return new Curves(
            title,
            xTitle,
            yTitle,
            with(
                lines,
                new Line(
                    name, Arrays.stream(x).boxed().toList(), Arrays.stream(y).boxed().toList())),
            references,
            logarithmic)
        .checked();
  }

  /** With one more curve over 1, 2, 3, ...: one value per epoch. */
  public Curves line(String name, double... y) {
    double[] x = new double[y.length];
    Arrays.setAll(x, i -> i + 1.0);
    return line(name, x, y);
  }

  /** With a dashed horizontal line, for instance what chance would give. */
  public Curves reference(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new InvalidOptionException("value of reference " + name, "finite", value);
    }
    checkName(name);
    return new Curves(
            title, xTitle, yTitle, lines, with(references, new Reference(name, value)), logarithmic)
        .checked();
  }

  /**
   * With a logarithmic y axis.
   *
   * @throws InvalidOptionException if a value is not above 0
   */
  public Curves logarithmic() {
    return new Curves(title, xTitle, yTitle, lines, references, true).checked();
  }

  /** The chart, for changes beyond what this class offers; a new one on each call. */
  public XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xTitle)
            .yAxisTitle(yTitle)
            .build();
    XYStyler styler = Theme.apply(chart).getStyler();
    styler.setYAxisLogarithmic(logarithmic);
    styler.setLegendVisible(lines.size() + references.size() > 0);
    styler.setLegendPosition(rises() ? LegendPosition.InsideSE : LegendPosition.InsideNE);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      XYSeries series = chart.addSeries(line.name(), unevenly(line.x()), array(line.y()));
      if (line.x().size() > MARKERS_UP_TO) {
        series.setMarker(SeriesMarkers.NONE);
      }
    }
    references.forEach(reference -> add(chart, reference));
    return chart;
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public BufferedImage image() {
    return new ChartFigure(chart()).image();
  }

  @Override
  public String text() {
    return new ChartFigure(chart()).text();
  }

  private void add(XYChart chart, Reference reference) {
    double low = positions().min().orElse(0);
    double high = positions().max().orElse(1);
    double value = reference.value();
    XYSeries series =
        chart.addSeries(reference.name(), new double[] {low, high}, new double[] {value, value});
    series.setMarker(SeriesMarkers.NONE);
    series.setLineStyle(DASHES);
    series.setLineColor(Theme.GREY);
  }

  /**
   * Positions with the last one moved by less than a pixel: evenly spaced ones would make XChart
   * mark every n-th of them, labels overlapping, where round numbers are wanted.
   */
  private static double[] unevenly(List<Double> x) {
    double[] positions = array(x);
    int last = positions.length - 1;
    if (last >= 20 && positions[last] - positions[0] >= last) {
      positions[last] += 2e-4; // XChart takes differences below 1e-4 for none
    }
    return positions;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }

  /** Whether the first curve ends higher than it starts: its empty corner is then below. */
  private boolean rises() {
    if (lines.isEmpty()) {
      return false;
    }
    List<Double> y = lines.get(0).y();
    return y.get(y.size() - 1) > y.get(0);
  }

  private DoubleStream positions() {
    return lines.stream().flatMap(line -> line.x().stream()).mapToDouble(x -> x);
  }

  private void checkName(String name) {
    boolean taken =
        lines.stream().anyMatch(line -> line.name().equals(name))
            || references.stream().anyMatch(reference -> reference.name().equals(name));
    if (taken) {
      throw new InvalidOptionException("name of a curve", "used once", name);
    }
  }

  private Curves checked() {
    if (logarithmic) {
      for (Line line : lines) {
        for (double value : line.y()) {
          checkPositive(line.name(), value);
        }
      }
      references.forEach(reference -> checkPositive(reference.name(), reference.value()));
    }
    return this;
  }

  private static void checkPositive(String name, double value) {
    if (value <= 0) {
      throw new InvalidOptionException(
          "y of " + name, "above 0 on a logarithmic axis (leave out logarithmic())", value);
    }
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return List.copyOf(longer);
  }
}
