package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.plot.FramePoints.Place;
import org.penumbra.skeleton.Bone;

/** One view of a {@link SceneFigure}, in a rectangle of the page. */
final class ScenePanel {
  /** Rays to seen joints. */
  static final Color SEEN_RAY = new Color(0, 114, 178, 90);

  /** Rays to hidden joints. */
  static final Color HIDDEN_RAY = new Color(213, 94, 0, 150);

  private static final Color SOLID = new Color(120, 105, 85, 70);
  private static final Color EDGE = new Color(120, 105, 85, 150);
  private static final double FIELD_ACROSS = Math.tan(Math.toRadians(70.6 / 2)); // Kinect v2
  private static final double FIELD_UP = Math.tan(Math.toRadians(30));
  private static final double PADDING = 26;

  private final Graphics2D graphics;
  private final View view;
  private final Rectangle2D area;
  private final FramePoints points;
  private final List<Obstacle> obstacles;
  private final double unit; // display pixels
  private final double originX;
  private final double originY;

  ScenePanel(
      Graphics2D graphics,
      View view,
      Rectangle2D area,
      FramePoints points,
      List<Obstacle> obstacles) {
    this.graphics = graphics;
    this.view = view;
    this.area = area;
    this.points = points;
    this.obstacles = obstacles;
    FramePoints.Box box = box();
    unit =
        Math.min(
            (area.getWidth() - 2 * PADDING) / Math.max(0.2, box.width()),
            (area.getHeight() - 2 * PADDING) / Math.max(0.2, box.high() - box.low()));
    originX = area.getCenterX() - box.middle() * unit;
    originY = area.getCenterY() + (box.low() + box.high()) / 2 * unit;
  }

  void paint(List<Bone> bones) {
    Shape clip = graphics.getClip();
    graphics.clip(area);
    for (Obstacle obstacle : obstacles) {
      obstacle.farToNear().forEach(this::paintPolygon);
    }
    if (view != View.CAMERA) {
      paintRays();
      paintCamera();
    }
    new SkeletonPainter(graphics, unit, originX, originY).paint(points, bones);
    graphics.setClip(clip);
  }

  /** Everything that is to be seen; from the camera no more than its field of view. */
  private FramePoints.Box box() {
    List<Place> places = new ArrayList<>();
    for (int m = 0; m < points.bodies(); m++) {
      for (Place place : points.body(m)) {
        if (place != null) {
          places.add(place);
        }
      }
    }
    for (Obstacle obstacle : obstacles) {
      for (double[][] polygon : obstacle.farToNear()) {
        for (double[] point : cut(polygon)) {
          places.add(place(point));
        }
      }
    }
    if (view != View.CAMERA) {
      places.add(new Place(0, 0, false));
    }
    FramePoints.Box box = null;
    for (Place place : places) {
      Place kept = view == View.CAMERA ? inField(place) : place;
      box = box == null ? FramePoints.Box.around(kept) : box.with(kept);
    }
    return box == null ? new FramePoints.Box(-0.5, 0.5, -0.5, 0.5) : box;
  }

  private static Place inField(Place place) {
    return new Place(
        Math.max(-FIELD_ACROSS, Math.min(FIELD_ACROSS, place.right())),
        Math.max(-FIELD_UP, Math.min(FIELD_UP, place.up())),
        false);
  }

  private List<double[]> cut(double[][] polygon) {
    return view == View.CAMERA ? Obstacle.cut(polygon, View.NEAR) : List.of(polygon);
  }

  private Place place(double[] point) {
    return new Place(view.right(point[0], point[2]), view.up(point[0], point[1], point[2]), false);
  }

  private void paintPolygon(double[][] polygon) {
    List<double[]> seen = cut(polygon);
    if (seen.size() < 2) {
      return;
    }
    Path2D path = new Path2D.Double();
    for (int i = 0; i < seen.size(); i++) {
      Place place = place(seen.get(i));
      if (i == 0) {
        path.moveTo(x(place), y(place));
      } else {
        path.lineTo(x(place), y(place));
      }
    }
    path.closePath();
    graphics.setColor(SOLID);
    graphics.fill(path);
    graphics.setColor(EDGE);
    graphics.setStroke(new BasicStroke(0.7f));
    graphics.draw(path);
  }

  private void paintRays() {
    for (int m = 0; m < points.bodies(); m++) {
      for (Place place : points.body(m)) {
        if (place != null) {
          ray(graphics, originX, originY, x(place), y(place), place.hidden());
        }
      }
    }
  }

  /** Paints one ray; also used by the legend. */
  static void ray(Graphics2D graphics, double x, double y, double toX, double toY, boolean hidden) {
    graphics.setColor(hidden ? HIDDEN_RAY : SEEN_RAY);
    graphics.setStroke(new BasicStroke(hidden ? 1.1f : 0.8f));
    graphics.draw(new Line2D.Double(x, y, toX, toY));
  }

  private void paintCamera() {
    graphics.setColor(Theme.INK);
    graphics.fill(new Rectangle2D.Double(originX - 10, originY - 5, 10, 10));
    Path2D lens = new Path2D.Double();
    lens.moveTo(originX, originY);
    lens.lineTo(originX + 6, originY - 5);
    lens.lineTo(originX + 6, originY + 5);
    lens.closePath();
    graphics.fill(lens);
  }

  private double x(Place place) {
    return originX + place.right() * unit;
  }

  private double y(Place place) {
    return originY - place.up() * unit;
  }
}
