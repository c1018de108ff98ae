package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.penumbra.plot.FramePoints.Place;
import org.penumbra.skeleton.Bone;

/**
 * Paints the joints and bones of one frame. Seen joints are filled, hidden ones are rings, so that
 * the picture reads without colour too.
 */
final class SkeletonPainter {
  private static final double RADIUS = 3.6;
  private static final BasicStroke BONE =
      new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1f, new float[] {4, 3}, 0);
  private static final BasicStroke RING = new BasicStroke(1.8f);
  private static final List<Color> BONES = List.of(new Color(0x8FB8D4), new Color(0x8CCBB4));

  private final Graphics2D graphics;
  private final double metre; // display pixels
  private final double originX; // page place of x = 0 m
  private final double originY; // page place of y = 0 m

  SkeletonPainter(Graphics2D graphics, double metre, double originX, double originY) {
    this.graphics = graphics;
    this.metre = metre;
    this.originX = originX;
    this.originY = originY;
  }

  void paint(FramePoints frame, List<Bone> bones) {
    for (int body = 0; body < frame.bodies(); body++) {
      Place[] places = frame.body(body);
      for (Bone bone : bones) {
        paintBone(places[bone.child()], places[bone.parent()], body);
      }
      for (Place place : places) {
        if (place != null) {
          joint(graphics, x(place), y(place), body, place.hidden());
        }
      }
    }
  }

  private void paintBone(Place a, Place b, int body) {
    if (a != null && b != null) {
      bone(graphics, new Line2D.Double(x(a), y(a), x(b), y(b)), body, a.hidden() || b.hidden());
    }
  }

  /** Paints one bone; also used by the legend. */
  static void bone(Graphics2D graphics, Line2D line, int body, boolean hidden) {
    graphics.setColor(hidden ? new Color(0x9A9A9A) : BONES.get(body % BONES.size()));
    graphics.setStroke(hidden ? DASHED : BONE);
    graphics.draw(line);
  }

  /** Paints the line between two joints heavily, to show where a body faces. */
  void paintLine(FramePoints frame, int from, int to) {
    for (int body = 0; body < frame.bodies(); body++) {
      Place a = frame.body(body)[from];
      Place b = frame.body(body)[to];
      if (a != null && b != null) {
        shoulders(graphics, new Line2D.Double(x(a), y(a), x(b), y(b)));
      }
    }
  }

  /** Paints a shoulder line; also used by the legend. */
  static void shoulders(Graphics2D graphics, Line2D line) {
    graphics.setColor(Theme.INK);
    graphics.setStroke(BONE);
    graphics.draw(line);
  }

  /** Paints one joint: a disc, or a square from the second body on; also used by the legend. */
  static void joint(Graphics2D graphics, double x, double y, int body, boolean hidden) {
    double r = hidden ? RADIUS - 0.4 : RADIUS;
    Shape shape =
        body == 0
            ? new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)
            : new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r);
    graphics.setColor(hidden ? Color.WHITE : Theme.BLUE);
    graphics.fill(shape);
    if (hidden) {
      graphics.setColor(Theme.ORANGE);
      graphics.setStroke(RING);
      graphics.draw(shape);
    }
  }

  private double x(Place place) {
    return originX + place.right() * metre;
  }

  private double y(Place place) {
    return originY - place.up() * metre;
  }
}
