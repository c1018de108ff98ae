package org.penumbra.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.penumbra.evaluate.ConfusionMatrix;

/**
 * A confusion matrix: rows are true classes, columns predictions, shades the share of the true
 * class's clips. Counts are written where cells are large enough for them; names stay readable up
 * to 60 classes, beyond that every second, third... is written.
 *
 * <pre>{@code show(ConfusionHeatmap.of("PSTL, linear", predictions.confusion()));}</pre>
 */
public final class ConfusionHeatmap implements Figure {
  private static final int MARGIN = 16;
  private static final int TOP = 40;
  private static final int SCALE = 52; // height of the colour scale
  private static final int LONGEST_NAME = 190;
  private static final int SMALLEST_LABEL = 11; // display pixels between names
  private static final int TITLES = 20; // room for the axis titles

  private final String title;
  private final ConfusionMatrix matrix;
  private final int cell;
  private final Font font;
  private final int names; // width of the longest name

  private ConfusionHeatmap(String title, ConfusionMatrix matrix) {
    this.title = title;
    this.matrix = matrix;
    int classes = matrix.classNames().size();
    this.cell = Math.max(4, Math.min(40, 720 / classes));
    this.font = Theme.font(Math.max(9, Math.min(12, cell - 1)));
    double longest = 0;
    for (String name : matrix.classNames()) {
      longest = Math.max(longest, Canvas.width(name, font));
    }
    this.names = (int) Math.ceil(Math.min(LONGEST_NAME, longest)) + 6;
  }

  /** A picture of a matrix. */
  public static ConfusionHeatmap of(String title, ConfusionMatrix matrix) {
    return new ConfusionHeatmap(title, matrix);
  }

  private int side() {
    return cell * matrix.classNames().size();
  }

  private int left() {
    return MARGIN + TITLES + names;
  }

  @Override
  public int width() {
    return Math.max(420, left() + side() + MARGIN);
  }

  @Override
  public int height() {
    return TOP + side() + names + TITLES + SCALE + MARGIN;
  }

  @Override
  public BufferedImage image() {
    try (Canvas canvas = new Canvas(width(), height())) {
      String heading = Canvas.fitting(title, width() - 2.0 * MARGIN, Theme.bold(15));
      canvas.text(heading, MARGIN, 26, Theme.bold(15), Theme.INK);
      paintCells(canvas);
      paintNames(canvas);
      paintScale(canvas, height() - SCALE);
      return canvas.image();
    }
  }

  private void paintCells(Canvas canvas) {
    int classes = matrix.classNames().size();
    Font counts = Theme.font(Math.min(12, cell / 2));
    for (int truth = 0; truth < classes; truth++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        double share = matrix.share(truth, predicted);
        double x = left() + predicted * cell;
        double y = TOP + truth * cell;
        canvas.graphics().setColor(share == 0 ? Color.WHITE : Shades.of(share));
        canvas.graphics().fill(new Rectangle2D.Double(x, y, cell, cell));
        int count = matrix.count(truth, predicted);
        if (cell >= 18 && count > 0) {
          Color ink = share > 0.5 ? Color.WHITE : Theme.INK;
          double base = y + cell / 2.0 + counts.getSize() * 0.36;
          canvas.centred(String.valueOf(count), x + cell / 2.0, base, counts, ink);
        }
      }
    }
    Graphics2D graphics = canvas.graphics();
    graphics.setColor(Theme.GRID);
    for (int i = 0; i <= classes; i++) {
      graphics.fill(new Rectangle2D.Double(left() + i * cell - 0.25, TOP, 0.5, side()));
      graphics.fill(new Rectangle2D.Double(left(), TOP + i * cell - 0.25, side(), 0.5));
    }
  }

  private void paintNames(Canvas canvas) {
    int step = (SMALLEST_LABEL + cell - 1) / cell;
    List<String> classes = matrix.classNames();
    for (int i = 0; i < classes.size(); i += step) {
      String name = Canvas.fitting(classes.get(i), names - 6.0, font);
      double middle = (i + 0.5) * cell + font.getSize() * 0.36;
      double x = left() - 5 - Canvas.width(name, font);
      canvas.text(name, x, TOP + middle, font, Theme.INK);
      upwards(canvas, name, left() + middle, TOP + side() + 5 + Canvas.width(name, font), font);
    }
    Font axis = Theme.font(13);
    double beneath = TOP + side() + names + 14.0;
    canvas.centred("predicted", left() + side() / 2.0, beneath, axis, Theme.GREY);
    double middle = TOP + (side() + Canvas.width("true", axis)) / 2.0;
    upwards(canvas, "true", MARGIN + 10.0, middle, axis);
  }

  /** Writes text that reads from bottom to top and begins at a point. */
  private static void upwards(Canvas canvas, String text, double x, double y, Font font) {
    Graphics2D graphics = canvas.graphics();
    AffineTransform before = graphics.getTransform();
    graphics.rotate(-Math.PI / 2, x, y);
    canvas.text(text, x, y, font, Theme.INK);
    graphics.setTransform(before);
  }

  private void paintScale(Canvas canvas, double top) {
    int steps = 100;
    double room = Math.min(300, width() - 4.0 * MARGIN);
    double start = (width() - room) / 2;
    for (int i = 0; i < steps; i++) {
      canvas.graphics().setColor(Shades.of((i + 0.5) / steps));
      double x = start + i * room / steps;
      canvas.graphics().fill(new Rectangle2D.Double(x, top, room / steps + 0.5, 12));
    }
    for (int percent = 0; percent <= 100; percent += 25) {
      double x = start + room * percent / 100;
      canvas.centred(percent + " %", x, top + 27, Theme.font(11), Theme.GREY);
    }
    canvas.centred(
        "share of the true class's clips", width() / 2.0, top + 42, Theme.font(11), Theme.GREY);
  }

  /** Title, accuracy of each class, and the most frequent mistakes. */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(title);
    for (int truth = 0; truth < matrix.classNames().size(); truth++) {
      text.append("\n  ").append(matrix.classNames().get(truth)).append(": ");
      text.append(matrix.ofClass(truth).map(Object::toString).orElse("no test clips"));
    }
    for (ConfusionMatrix.Mistake mistake : matrix.mistakes(5)) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %s taken for %s: %d clips, %.0f %%",
              mistake.truth(),
              mistake.predicted(),
              mistake.count(),
              100 * mistake.share()));
    }
    return text.toString();
  }
}
