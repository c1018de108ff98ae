package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.core.InvalidOptionException;

/**
 * Horizontal bars from zero, with the value written at the end of each and, where given, the
 * interval around it. Bars of one series share a colour; bars of one group stand together.
 * Immutable: each call returns a new value.
 *
 * <pre>{@code
 * show(BarGroups.of("Linear evaluation, 95 % intervals", "accuracy (%)")
 *     .bar("PSTL", 71.3, 67.2, 75.4)
 *     .bar("random encoder", 43.1, 38.6, 47.6));
 * }</pre>
 */
public final class BarGroups implements Figure {
  private static final int WIDTH = 760;
  private static final int MARGIN = 16;
  private static final int BAR = 22;
  private static final int GAP = 6; // between bars of one group
  private static final int GROUP_GAP = 16;
  private static final int TOP = 44;
  private static final int AXIS = 52;
  private static final int LEGEND = 26;
  private static final Font FONT = Theme.font(13);

  private record Bar(String group, String series, double value, double low, double high) {
    boolean hasInterval() {
      return !Double.isNaN(low);
    }

    /** Counts are written without decimals. */
    String label(boolean whole) {
      String text = String.format(Locale.ROOT, whole ? "%,.0f" : "%.1f", value);
      return hasInterval() ? text + String.format(Locale.ROOT, " (%.1f to %.1f)", low, high) : text;
    }
  }

  private final String title;
  private final String axis;
  private final List<Bar> bars;

  private BarGroups(String title, String axis, List<Bar> bars) {
    this.title = title;
    this.axis = axis;
    this.bars = bars;
  }

  /** An empty picture with a title and the name (with unit) of the value axis. */
  public static BarGroups of(String title, String axis) {
    return new BarGroups(title, axis, List.of());
  }

  /** With one more bar, a group of its own. */
  public BarGroups bar(String name, double value) {
    return with(new Bar(name, "", value, Double.NaN, Double.NaN));
  }

  /** With one more bar of a series in a group. */
  public BarGroups bar(String group, String series, double value) {
    return with(new Bar(group, series, value, Double.NaN, Double.NaN));
  }

  /**
   * With one more bar, a group of its own, and the interval around its value.
   *
   * @throws InvalidOptionException if the value is negative or not finite, or outside its interval
   */
  public BarGroups bar(String name, double value, double low, double high) {
    return bar(name, "", value, low, high);
  }

  /**
   * With one more bar of a series in a group.
   *
   * @throws InvalidOptionException if the value is negative or not finite, or outside its interval
   */
  public BarGroups bar(String group, String series, double value, double low, double high) {
    if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new InvalidOptionException(
          "interval of bar " + group, "finite, around " + value, low + " to " + high);
    }
    return with(new Bar(group, series, value, low, high));
  }

  private BarGroups with(Bar bar) {
    if (!(bar.value() >= 0) || Double.isInfinite(bar.value())) {
      throw new InvalidOptionException(
          "value of bar " + bar.group(), "at least 0 and finite", bar.value());
    }
    List<Bar> longer = new ArrayList<>(bars);
    longer.add(bar);
    return new BarGroups(title, axis, List.copyOf(longer));
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    int legend = series().size() > 1 ? LEGEND : 0;
    return TOP + groups().size() * GROUP_GAP + bars.size() * (BAR + GAP) + AXIS + legend;
  }

  @Override
  public BufferedImage image() {
    try (Canvas canvas = new Canvas(width(), height())) {
      double left = MARGIN + 12 + Math.min(260, widest(groups()));
      double labels = widest(bars.stream().map(bar -> bar.label(isWhole())).toList()) + 10;
      double room = WIDTH - MARGIN - left - labels;
      ValueAxis scale = ValueAxis.upTo(highest());
      double unit = room / scale.end();
      canvas.text(
          Canvas.fitting(title, WIDTH - 2.0 * MARGIN, Theme.bold(15)),
          MARGIN,
          26,
          Theme.bold(15),
          Theme.INK);
      double bottom = TOP + groups().size() * GROUP_GAP + bars.size() * (BAR + GAP);
      paintAxis(canvas, scale, left, unit, bottom);
      double y = TOP;
      for (String group : groups()) {
        y = paintGroup(canvas, group, left, unit, y + GROUP_GAP / 2.0) + GROUP_GAP / 2.0;
      }
      if (series().size() > 1) {
        paintLegend(canvas, left, bottom + AXIS);
      }
      return canvas.image();
    }
  }

  private void paintAxis(Canvas canvas, ValueAxis scale, double left, double unit, double bottom) {
    Graphics2D graphics = canvas.graphics();
    graphics.setStroke(new BasicStroke(1f));
    for (double tick : scale.ticks()) {
      double x = left + tick * unit;
      graphics.setColor(Theme.GRID);
      graphics.draw(new Line2D.Double(x, TOP, x, bottom));
      canvas.centred(scale.label(tick), x, bottom + 17, FONT, Theme.GREY);
    }
    canvas.centred(axis, left + scale.end() * unit / 2, bottom + 40, Theme.font(14), Theme.INK);
  }

  private double paintGroup(Canvas canvas, String group, double left, double unit, double top) {
    Graphics2D graphics = canvas.graphics();
    double y = top;
    for (Bar bar : bars.stream().filter(b -> b.group().equals(group)).toList()) {
      graphics.setColor(Theme.colour(series().indexOf(bar.series())));
      graphics.fill(new Rectangle2D.Double(left, y + GAP / 2.0, bar.value() * unit, BAR));
      double middle = y + (GAP + BAR) / 2.0;
      double end = left + bar.value() * unit;
      if (bar.hasInterval()) {
        end = left + bar.high() * unit;
        paintInterval(graphics, left + bar.low() * unit, end, middle);
      }
      canvas.text(bar.label(isWhole()), end + 8, middle + 5, FONT, Theme.INK);
      y += BAR + GAP;
    }
    String label = Canvas.fitting(group, left - MARGIN - 12, FONT);
    double middle = (top + y) / 2;
    canvas.text(label, left - 12 - Canvas.width(label, FONT), middle + 5, FONT, Theme.INK);
    return y;
  }

  private static void paintInterval(Graphics2D graphics, double low, double high, double y) {
    graphics.setColor(Theme.INK);
    graphics.setStroke(new BasicStroke(1.5f));
    graphics.draw(new Line2D.Double(low, y, high, y));
    graphics.draw(new Line2D.Double(low, y - 5, low, y + 5));
    graphics.draw(new Line2D.Double(high, y - 5, high, y + 5));
  }

  private void paintLegend(Canvas canvas, double left, double top) {
    double x = left;
    for (String name : series()) {
      canvas.graphics().setColor(Theme.colour(series().indexOf(name)));
      canvas.graphics().fill(new Rectangle2D.Double(x, top + 3, 14, 14));
      canvas.text(name, x + 20, top + 15, FONT, Theme.INK);
      x += 20 + Canvas.width(name, FONT) + 22;
    }
  }

  /** Title, then one line per bar. */
  @Override
  public String text() {
    return title
        + " ("
        + axis
        + ")"
        + bars.stream()
            .map(
                bar ->
                    "\n  "
                        + bar.group()
                        + (bar.series().isEmpty() ? "" : ", " + bar.series())
                        + ": "
                        + bar.label(isWhole()))
            .collect(Collectors.joining());
  }

  private List<String> groups() {
    return List.copyOf(
        bars.stream().map(Bar::group).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private List<String> series() {
    return List.copyOf(
        bars.stream().map(Bar::series).collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private boolean isWhole() {
    return bars.stream().noneMatch(bar -> bar.hasInterval() || bar.value() % 1 != 0);
  }

  private double highest() {
    return bars.stream().mapToDouble(b -> b.hasInterval() ? b.high() : b.value()).max().orElse(1);
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(text -> Canvas.width(text, FONT)).max().orElse(0);
  }
}
