package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Locale;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.occlusion.OcclusionReport;
import org.penumbra.plot.FramePoints.Place;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.Bone;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A share for each joint, on a standing body and as bars grouped by body part, both in the colour
 * of one scale from 0 to 100 %.
 *
 * <pre>{@code show(BodyShares.of(OcclusionReport.of(occluded)));}</pre>
 */
public final class BodyShares implements Figure {
  private static final int WIDTH = 760;
  private static final int MARGIN = 16;
  private static final int TOP = 44;
  private static final int ROW = 15;
  private static final int GAP = 6;
  private static final int BODY = 300; // width of the body's panel
  private static final int SCALE = 46; // height of the colour scale
  private static final int NAMES = 110;
  private static final double RADIUS = 8;
  private static final Font FONT = Theme.font(11);

  private final String title;
  private final SkeletonLayout layout;
  private final double[] shares;
  private final double[][] places; // (V, 2), right and up, any unit; null where unknown

  private BodyShares(String title, SkeletonLayout layout, double[] shares, double[][] places) {
    this.title = title;
    this.layout = layout;
    this.shares = shares;
    this.places = places;
  }

  /** The hidden share of each joint of a data set. */
  public static BodyShares of(OcclusionReport report) {
    String title =
        String.format(
            Locale.ROOT,
            "Hidden in %s: %.1f %% of the joints",
            report.name(),
            100 * report.share());
    return of(title, report.layout(), report.shareByJoint());
  }

  /**
   * Any share of each joint.
   *
   * @param shares length V, each 0 to 1
   */
  public static BodyShares of(String title, SkeletonLayout layout, double[] shares) {
    if (shares.length != layout.size()) {
      throw new InvalidOptionException(
          "number of shares", String.valueOf(layout.size()), shares.length);
    }
    for (int v = 0; v < shares.length; v++) {
      Require.inRange("share of " + layout.joints().get(v).name(), shares[v], 0, 1);
    }
    return new BodyShares(title, layout, shares.clone(), null);
  }

  private static InvalidOptionException missing() {
    return new InvalidOptionException("frame", "one with joints of the first body", "none");
  }

  /** On the first body of a clip's frame, as the camera sees it, instead of a standing one. */
  public BodyShares pose(SkeletonClip clip, int frame) {
    Place[] found =
        FramePoints.of(clip, Require.inRange("frame", frame, 0, clip.frames() - 1)).body(0);
    double[][] seen = new double[layout.size()][];
    Require.inRange("joints of the pose", found.length, layout.size(), layout.size());
    for (int v = 0; v < found.length; v++) {
      seen[v] = found[v] == null ? null : new double[] {found[v].right(), found[v].up()};
    }
    if (Arrays.stream(seen).allMatch(place -> place == null)) {
      throw missing();
    }
    return new BodyShares(title, layout, shares, seen);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + Math.max(300, layout.size() * ROW + layout.parts().size() * GAP) + SCALE + 12;
  }

  @Override
  public BufferedImage image() {
    try (Canvas canvas = new Canvas(width(), height())) {
      String heading = Canvas.fitting(title, WIDTH - 2.0 * MARGIN, Theme.bold(15));
      canvas.text(heading, MARGIN, 26, Theme.bold(15), Theme.INK);
      paintBody(canvas.graphics());
      if (places == null) {
        double y = height() - SCALE - 14.0;
        canvas.text("its right", MARGIN + 12, y, FONT, Theme.GREY);
        canvas.text(
            "its left", MARGIN + BODY - 12 - Canvas.width("its left", FONT), y, FONT, Theme.GREY);
      }
      paintScale(canvas, height() - SCALE);
      paintBars(canvas);
      return canvas.image();
    }
  }

  private void paintBody(Graphics2D graphics) {
    double[][] page = onPage(places == null ? StandingPose.of(layout) : places);
    graphics.setColor(Theme.GREY);
    graphics.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (Bone bone : layout.bones()) {
      double[] a = page[bone.child()];
      double[] b = page[bone.parent()];
      if (a != null && b != null) {
        graphics.draw(new Line2D.Double(a[0], a[1], b[0], b[1]));
      }
    }
    graphics.setStroke(new BasicStroke(1f));
    for (int v = 0; v < page.length; v++) {
      if (page[v] != null) {
        double r = RADIUS;
        Ellipse2D disc = new Ellipse2D.Double(page[v][0] - r, page[v][1] - r, 2 * r, 2 * r);
        graphics.setColor(Shades.of(shares[v]));
        graphics.fill(disc);
        graphics.setColor(Theme.INK);
        graphics.draw(disc);
      }
    }
  }

  /** The places in display pixels, as large as the panel allows, not distorted. */
  private double[][] onPage(double[][] body) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] place : body) {
      for (int c = 0; place != null && c < 2; c++) {
        low[c] = Math.min(low[c], place[c]);
        high[c] = Math.max(high[c], place[c]);
      }
    }
    double room = height() - TOP - SCALE - 4 * RADIUS;
    double unit =
        Math.min(
            (BODY - 4 * RADIUS) / Math.max(0.5, high[0] - low[0]),
            room / Math.max(0.5, high[1] - low[1]));
    double[][] page = new double[body.length][];
    for (int v = 0; v < body.length; v++) {
      if (body[v] != null) {
        page[v] =
            new double[] {
              MARGIN + BODY / 2.0 + (body[v][0] - (low[0] + high[0]) / 2) * unit,
              TOP + 2 * RADIUS + (high[1] - body[v][1]) * unit
            };
      }
    }
    return page;
  }

  private void paintScale(Canvas canvas, double top) {
    int steps = 100;
    double width = BODY - 60.0;
    double left = MARGIN + 30;
    for (int i = 0; i < steps; i++) {
      canvas.graphics().setColor(Shades.of((i + 0.5) / steps));
      double x = left + i * width / steps;
      canvas.graphics().fill(new Rectangle2D.Double(x, top, width / steps + 0.5, 12));
    }
    for (int percent = 0; percent <= 100; percent += 25) {
      double x = left + width * percent / 100;
      canvas.centred(percent + " %", x, top + 27, FONT, Theme.GREY);
    }
  }

  private void paintBars(Canvas canvas) {
    double left = MARGIN + BODY + 20 + NAMES;
    double room = WIDTH - MARGIN - left - 52;
    double y = TOP;
    for (BodyPart part : layout.parts()) {
      for (int v : part.joints()) {
        String name = Canvas.fitting(layout.joints().get(v).name(), NAMES, FONT);
        double x = left - 6 - Canvas.width(name, FONT);
        canvas.text(name, x, y + ROW - 4, FONT, Theme.INK);
        Rectangle2D bar = new Rectangle2D.Double(left, y + 1.5, shares[v] * room, ROW - 3);
        canvas.graphics().setColor(Shades.of(shares[v]));
        canvas.graphics().fill(bar);
        canvas.graphics().setColor(Theme.GREY);
        canvas.graphics().setStroke(new BasicStroke(0.7f));
        canvas.graphics().draw(bar);
        String value = String.format(Locale.ROOT, "%.1f %%", 100 * shares[v]);
        canvas.text(value, left + shares[v] * room + 5, y + ROW - 4, FONT, Theme.INK);
        y += ROW;
      }
      y += GAP;
    }
  }

  /** Title, then one line per body part with its joints. */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(title);
    for (BodyPart part : layout.parts()) {
      text.append("\n  ").append(part.name()).append(':');
      String link = " ";
      for (int v : part.joints()) {
        text.append(link).append(layout.joints().get(v).name());
        text.append(String.format(Locale.ROOT, " %.1f %%", 100 * shares[v]));
        link = ", ";
      }
    }
    return text.toString();
  }
}
