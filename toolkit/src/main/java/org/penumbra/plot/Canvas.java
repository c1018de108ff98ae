package org.penumbra.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** White paper of a size in display pixels, painted at {@link Figure#PIXEL_RATIO}. */
final class Canvas implements AutoCloseable {
  private static final Graphics2D RULER =
      new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();

  private final BufferedImage image;
  private final Graphics2D graphics;

  Canvas(int width, int height) {
    int ratio = Figure.PIXEL_RATIO;
    image = new BufferedImage(ratio * width, ratio * height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(ratio, ratio);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  Graphics2D graphics() {
    return graphics;
  }

  BufferedImage image() {
    return image;
  }

  /** Writes text whose left end and baseline are given. */
  void text(String text, double x, double y, Font font, Color colour) {
    graphics.setFont(font);
    graphics.setColor(colour);
    graphics.drawString(text, (float) x, (float) y);
  }

  /** Writes text centred on x. */
  void centred(String text, double x, double y, Font font, Color colour) {
    text(text, x - width(text, font) / 2, y, font, colour);
  }

  /** Width of a text in display pixels. */
  static double width(String text, Font font) {
    synchronized (RULER) {
      return RULER.getFontMetrics(font).getStringBounds(text, RULER).getWidth();
    }
  }

  /** The text, shortened with an ellipsis if it is wider than allowed. */
  static String fitting(String text, double allowed, Font font) {
    if (width(text, font) <= allowed) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end) + "…", font) > allowed) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  @Override
  public void close() {
    graphics.dispose();
  }
}
