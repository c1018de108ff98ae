package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** The legend of a skeleton strip: only what the strip shows, and a scale bar. */
final class SkeletonLegend {
  private static final Font FONT = Theme.font(12);
  private static final int SYMBOL = 26;
  private static final int GAP = 20;
  private static final int LINE = 20;

  private interface Symbol {
    void paint(Graphics2D graphics, double x, double y);
  }

  private record Item(Symbol symbol, double symbolWidth, String label) {
    double width() {
      return symbolWidth + Canvas.width(label, FONT) + GAP;
    }
  }

  private final List<Item> items = new ArrayList<>();

  void observed() {
    add(
        (g, x, y) -> {
          SkeletonPainter.bone(g, new Line2D.Double(x, y, x + SYMBOL - 8, y), 0, false);
          SkeletonPainter.joint(g, x + (SYMBOL - 8) / 2.0, y, 0, false);
        },
        "observed");
  }

  void hidden() {
    hidden("hidden (true place)");
  }

  void hidden(String label) {
    add(
        (g, x, y) -> {
          SkeletonPainter.bone(g, new Line2D.Double(x, y, x + SYMBOL - 8, y), 0, true);
          SkeletonPainter.joint(g, x + (SYMBOL - 8) / 2.0, y, 0, true);
        },
        label);
  }

  void shoulders() {
    add(
        (g, x, y) -> SkeletonPainter.shoulders(g, new Line2D.Double(x, y, x + SYMBOL - 8, y)),
        "shoulders");
  }

  void unknown() {
    items.add(new Item((g, x, y) -> {}, 0, "hidden joints: place unknown, not drawn"));
  }

  void secondBody() {
    add(
        (g, x, y) -> {
          SkeletonPainter.bone(g, new Line2D.Double(x, y, x + SYMBOL - 8, y), 1, false);
          SkeletonPainter.joint(g, x + (SYMBOL - 8) / 2.0, y, 1, false);
        },
        "second body");
  }

  void ray() {
    add(
        (g, x, y) -> {
          ScenePanel.ray(g, x, y - 3, x + SYMBOL - 8, y - 3, false);
          ScenePanel.ray(g, x, y + 3, x + SYMBOL - 8, y + 3, true);
        },
        "rays from the camera");
  }

  /** A bar of a length in metres. */
  void scale(double metres, double pixels) {
    String label = metres == 1 ? "1 m" : metres + " m";
    items.add(
        new Item(
            (g, x, y) -> {
              g.setColor(Theme.GREY);
              g.setStroke(new BasicStroke(1.6f));
              g.draw(new Line2D.Double(x, y, x + pixels, y));
              g.draw(new Line2D.Double(x, y - 4, x, y + 4));
              g.draw(new Line2D.Double(x + pixels, y - 4, x + pixels, y + 4));
            },
            pixels + 8,
            label));
  }

  private void add(Symbol symbol, String label) {
    items.add(new Item(symbol, SYMBOL, label));
  }

  /** Height in display pixels when laid out in a width. */
  int height(double width) {
    return (int) Math.ceil(layOut(null, 0, 0, width)) + LINE;
  }

  void paint(Canvas canvas, double left, double top, double width) {
    layOut(canvas, left, top, width);
  }

  /** Places the items line by line; returns the offset of the last line. */
  private double layOut(Canvas canvas, double left, double top, double width) {
    double x = 0;
    double y = 0;
    for (Item item : items) {
      if (x > 0 && x + item.width() - GAP > width) {
        x = 0;
        y += LINE;
      }
      if (canvas != null) {
        item.symbol().paint(canvas.graphics(), left + x, top + y + 10);
        canvas.text(item.label(), left + x + item.symbolWidth(), top + y + 14, FONT, Theme.INK);
      }
      x += item.width();
    }
    return y;
  }
}
