package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.plot.FramePoints.Box;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One frame in axes with numbers; joints outside the axes are counted. Numbers of x grow to the
 * left, as the camera sees them.
 */
final class TracePanel {
  private static final Font FONT = Theme.font(11);
  private static final double TICKS = 32; // least distance, display pixels
  private static final double OVERHANG = 5; // of a number beyond its axes, display pixels
  private static final Color ZERO = new Color(0xA8A8A8);

  private final Box box;
  private final double scale; // display pixels per unit
  private final double tick;

  /** Axes of a width that hold a box, at most so high; a narrow box gets room at its sides. */
  TracePanel(Box box, double width, double height) {
    this.scale = Math.min(width / box.width(), height / box.height());
    double room = (width / scale - box.width()) / 2;
    this.box = new Box(box.left() - room, box.right() + room, box.low(), box.high());
    this.tick = tick(TICKS / scale);
  }

  double width() {
    return box.width() * scale;
  }

  double height() {
    return box.height() * scale;
  }

  /** The smallest of 0.1, 0.2, 0.5, 1, 2, ... that is not below a distance. */
  private static double tick(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : new double[] {1, 2, 5}) {
      if (step * power >= least) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /**
   * Paints one frame.
   *
   * @param left of the axes
   * @param top of the axes
   * @param labels whether to write the numbers of the upright axis
   */
  void paint(
      Canvas canvas,
      FramePoints frame,
      SkeletonLayout layout,
      boolean fromAbove,
      double left,
      double top,
      boolean labels) {
    paintGrid(canvas, left, top, labels);
    Shape whole = canvas.graphics().getClip();
    canvas.graphics().clip(new Rectangle2D.Double(left, top, width(), height()));
    SkeletonPainter painter =
        new SkeletonPainter(
            canvas.graphics(), scale, left - box.left() * scale, top + box.high() * scale);
    painter.paint(frame, layout.bones());
    if (fromAbove) {
      painter.paintLine(frame, layout.leftShoulder(), layout.rightShoulder());
    }
    canvas.graphics().setClip(whole);
    long outside =
        IntStream.range(0, frame.bodies())
            .mapToObj(frame::body)
            .flatMap(Arrays::stream)
            .filter(Objects::nonNull)
            .filter(place -> !box.holds(place))
            .count();
    if (outside > 0) {
      canvas.centred(
          outside + " outside", left + width() / 2, top + height() + 43, FONT, Theme.ORANGE);
    }
    if (frame.box() == null) {
      canvas.centred("nothing to draw", left + width() / 2, top + height() / 2, FONT, Theme.GREY);
    }
    canvas.centred(
        "frame " + frame.frame(), left + width() / 2, top + height() + 29, FONT, Theme.GREY);
  }

  private void paintGrid(Canvas canvas, double left, double top, boolean labels) {
    double bottom = top + height();
    for (long i = (long) Math.ceil(box.left() / tick); i * tick <= box.right(); i++) {
      double x = left + (i * tick - box.left()) * scale;
      line(canvas, i == 0, x, top, x, bottom);
      double half = Canvas.width(label(-i * tick), FONT) / 2;
      if (x - half >= left - OVERHANG && x + half <= left + width() + OVERHANG) {
        canvas.centred(label(-i * tick), x, bottom + 14, FONT, Theme.GREY);
      }
    }
    for (long i = (long) Math.ceil(box.low() / tick); i * tick <= box.high(); i++) {
      double y = top + (box.high() - i * tick) * scale;
      line(canvas, i == 0, left, y, left + width(), y);
      if (labels) {
        String text = label(i * tick);
        canvas.text(text, left - 5 - Canvas.width(text, FONT), y + 4, FONT, Theme.GREY);
      }
    }
    canvas.graphics().setColor(Theme.GRID);
    canvas.graphics().draw(new Rectangle2D.Double(left, top, width(), height()));
  }

  private static void line(
      Canvas canvas, boolean zero, double x1, double y1, double x2, double y2) {
    canvas.graphics().setColor(zero ? ZERO : Theme.GRID);
    canvas.graphics().setStroke(new BasicStroke(1f));
    canvas.graphics().draw(new Line2D.Double(x1, y1, x2, y2));
  }

  private static String label(double value) {
    String text = new ValueAxis(1, 1).label(Math.abs(value));
    return value < 0 && !text.equals("0") ? "−" + text : text;
  }
}
