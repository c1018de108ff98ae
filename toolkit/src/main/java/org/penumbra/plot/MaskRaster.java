package org.penumbra.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.BodyPart;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * What is known of each joint in each frame of a clip: one row per joint, grouped by body parts,
 * one column per frame, a colour per state. Bodies stand below each other; a body that is never
 * there is left out.
 *
 * <pre>{@code show(MaskRaster.of(occluded.clip("a01_s01_e00_v01")));}</pre>
 */
public final class MaskRaster implements Figure {
  /** Observed joints. */
  static final Color OBSERVED = new Color(0xB5D3E7);

  /** Absent joints. */
  static final Color ABSENT = new Color(0xEFEFEF);

  private static final int WIDTH = 760;
  private static final int MARGIN = 16;
  private static final int LABELS = 190;
  private static final int ROW = 11;
  private static final int GAP = 6; // between body parts
  private static final int BODY_GAP = 22;
  private static final int TOP = 40;
  private static final int AXIS = 44;
  private static final int LEGEND = 30;
  private static final Font JOINTS = Theme.font(10);
  private static final Font PARTS = Theme.font(12);

  private final String title;
  private final SkeletonLayout layout;
  private final JointMask mask;

  private MaskRaster(String title, SkeletonLayout layout, JointMask mask) {
    this.title = title;
    this.layout = layout;
    this.mask = mask;
  }

  /** The mask of a clip. */
  public static MaskRaster of(SkeletonClip clip) {
    return new MaskRaster(clip.name(), clip.layout(), clip.mask());
  }

  /** With another title than the clip's name. */
  public MaskRaster title(String other) {
    return new MaskRaster(other, layout, mask);
  }

  /** Colour of a state. */
  static Color colour(JointState state) {
    return switch (state) {
      case OBSERVED -> OBSERVED;
      case OCCLUDED -> Theme.ORANGE;
      case ABSENT -> ABSENT;
    };
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    int body = layout.size() * ROW + (layout.parts().size() - 1) * GAP;
    return TOP + shownBodies() * (body + BODY_GAP) + AXIS + LEGEND;
  }

  private int shownBodies() {
    int last = 1;
    for (int m = 1; m < mask.bodies(); m++) {
      last = isThere(m) ? m + 1 : last;
    }
    return last;
  }

  private boolean isThere(int body) {
    for (int t = 0; t < mask.frames(); t++) {
      for (int v = 0; v < mask.joints(); v++) {
        if (mask.state(t, v, body) != JointState.ABSENT) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public BufferedImage image() {
    try (Canvas canvas = new Canvas(width(), height())) {
      String heading = Canvas.fitting(title, WIDTH - 2.0 * MARGIN, Theme.bold(15));
      canvas.text(heading, MARGIN, 25, Theme.bold(15), Theme.INK);
      double y = TOP;
      for (int m = 0; m < shownBodies(); m++) {
        if (shownBodies() > 1) {
          canvas.text("body " + (m + 1), MARGIN + LABELS, y + 9, PARTS, Theme.GREY);
        }
        y = paintBody(canvas, m, y + (BODY_GAP - 8)) + 8;
      }
      paintAxis(canvas, y - 8);
      paintLegend(canvas, height() - LEGEND + 4);
      return canvas.image();
    }
  }

  private double paintBody(Canvas canvas, int body, double top) {
    double y = top;
    for (BodyPart part : layout.parts()) {
      double middle = y + part.joints().size() * ROW / 2.0 + 4;
      canvas.text(Canvas.fitting(part.name(), 78, PARTS), MARGIN, middle, PARTS, Theme.INK);
      for (int v : part.joints()) {
        String name = Canvas.fitting(layout.joints().get(v).name(), 100, JOINTS);
        double x = MARGIN + LABELS - 6 - Canvas.width(name, JOINTS);
        canvas.text(name, x, y + ROW - 2, JOINTS, Theme.GREY);
        paintRow(canvas.graphics(), v, body, y);
        y += ROW;
      }
      y += GAP;
    }
    return y - GAP;
  }

  private void paintRow(Graphics2D graphics, int joint, int body, double y) {
    int from = 0;
    for (int t = 1; t <= mask.frames(); t++) {
      JointState state = mask.state(from, joint, body);
      if (t == mask.frames() || mask.state(t, joint, body) != state) {
        graphics.setColor(colour(state));
        double left = MARGIN + LABELS + from * column();
        graphics.fill(new Rectangle2D.Double(left, y + 0.5, (t - from) * column(), ROW - 1));
        from = t;
      }
    }
  }

  private double column() {
    return (WIDTH - 2.0 * MARGIN - LABELS) / Math.max(1, mask.frames());
  }

  private void paintAxis(Canvas canvas, double top) {
    ValueAxis scale = ValueAxis.upTo(Math.max(1, mask.frames() - 1));
    for (double tick : scale.ticks()) {
      if (tick == Math.rint(tick) && tick < Math.max(1, mask.frames())) {
        double x = MARGIN + LABELS + (tick + 0.5) * column();
        canvas.centred(String.valueOf((int) tick), x, top + 15, PARTS, Theme.GREY);
      }
    }
    double middle = MARGIN + LABELS + mask.frames() * column() / 2;
    canvas.centred(
        mask.frames() == 0 ? "no frames" : "frame", middle, top + 33, Theme.font(13), Theme.INK);
  }

  private void paintLegend(Canvas canvas, double top) {
    double x = MARGIN + LABELS;
    for (JointState state : JointState.values()) {
      canvas.graphics().setColor(colour(state));
      canvas.graphics().fill(new Rectangle2D.Double(x, top, 14, 14));
      String label = state.name().toLowerCase(Locale.ROOT);
      canvas.text(label, x + 20, top + 12, PARTS, Theme.INK);
      x += 20 + Canvas.width(label, PARTS) + 22;
    }
  }

  /** For instance {@code a01_s01_e00_v01: 54 frames, 312 of 1,080 joints hidden (29 %)}. */
  @Override
  public String text() {
    int hidden = mask.count(JointState.OCCLUDED);
    return String.format(
        Locale.ROOT,
        "%s: %,d frames, %,d of %,d joints hidden (%.0f %%), %,d absent",
        title,
        mask.frames(),
        hidden,
        hidden + mask.count(JointState.OBSERVED),
        100 * mask.occludedShare(),
        mask.count(JointState.ABSENT));
  }
}
