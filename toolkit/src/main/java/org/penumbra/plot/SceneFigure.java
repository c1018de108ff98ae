package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.penumbra.core.Require;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.occlusion.furniture.FurnitureScene;
import org.penumbra.occlusion.furniture.TriangleMesh;

/**
 * One frame of a clip with what stands around it: as the camera sees it, from the side and from
 * above, with a ray from the camera to each joint. Rays to hidden joints are orange.
 *
 * <pre>{@code
 * var occlusion = FurnitureOcclusion.medium();
 * show(SceneFigure.of(occlusion.apply(clip), 20).furniture(occlusion.scene(clip)));
 * }</pre>
 */
public final class SceneFigure implements Figure {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 500;
  private static final int MARGIN = 16;
  private static final int TOP = 62;
  private static final int BOTTOM = 36;
  private static final int GAP = 20;
  private static final Font FONT = Theme.font(12);

  private final SkeletonClip clip;
  private final int frame;
  private final String title;
  private final List<Obstacle> obstacles;

  private SceneFigure(SkeletonClip clip, int frame, String title, List<Obstacle> obstacles) {
    this.clip = clip;
    this.frame = frame;
    this.title = title;
    this.obstacles = obstacles;
  }

  /**
   * A frame without anything around it.
   *
   * @param clip occluded; hidden joints are drawn where its truth has them
   * @param frame index from 0
   */
  public static SceneFigure of(SkeletonClip clip, int frame) {
    Require.inRange("frame of " + clip.name(), frame, 0, clip.frames() - 1);
    return new SceneFigure(clip, frame, clip.name() + ", frame " + frame, List.of());
  }

  /** With another title. */
  public SceneFigure title(String other) {
    return new SceneFigure(clip, frame, other, obstacles);
  }

  /**
   * With one more obstacle.
   *
   * @param name what it is, for the text
   * @param polygons triangles (F, 3, 3) or other flat outlines, each (P, 3), camera frame, metres;
   *     two points give a line
   * @throws org.penumbra.core.InvalidOptionException if a polygon has fewer points or a point is
   *     not three finite numbers
   */
  public SceneFigure obstacle(String name, double[][]... polygons) {
    List<Obstacle> more = new ArrayList<>(obstacles);
    more.add(new Obstacle(name, List.of(polygons)));
    return new SceneFigure(clip, frame, title, List.copyOf(more));
  }

  /** With the furniture of a scene, for instance {@code FurnitureOcclusion.scene(clip)}. */
  public SceneFigure furniture(FurnitureScene scene) {
    SceneFigure figure = this;
    for (TriangleMesh mesh : scene.meshes()) {
      figure = figure.obstacle(mesh.name(), triangles(mesh));
    }
    return figure;
  }

  private static double[][][] triangles(TriangleMesh mesh) {
    double[] vertices = mesh.vertices();
    int[] corners = mesh.triangles();
    double[][][] triangles = new double[mesh.triangleCount()][3][];
    for (int i = 0; i < corners.length; i++) {
      triangles[i / 3][i % 3] = Arrays.copyOfRange(vertices, 3 * corners[i], 3 * corners[i] + 3);
    }
    return triangles;
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
    try (Canvas canvas = new Canvas(WIDTH, HEIGHT)) {
      double room = WIDTH - 2.0 * MARGIN;
      canvas.text(
          Canvas.fitting(title, room, Theme.bold(15)), MARGIN, 25, Theme.bold(15), Theme.INK);
      canvas.text(Canvas.fitting(caption(), room, FONT), MARGIN, 44, FONT, Theme.GREY);
      double half = (WIDTH - 2.0 * MARGIN - GAP) / 2;
      double tall = HEIGHT - TOP - BOTTOM;
      double low = (tall - GAP) / 2;
      double right = MARGIN + half + GAP;
      panel(canvas, View.CAMERA, "as the camera sees it", MARGIN, TOP, half, tall);
      panel(canvas, View.SIDE, "from the side", right, TOP, half, low);
      panel(canvas, View.ABOVE, "from above", right, TOP + low + GAP, half, low);
      SkeletonLegend legend = new SkeletonLegend();
      legend.observed();
      legend.hidden();
      legend.ray();
      legend.paint(canvas, MARGIN, HEIGHT - BOTTOM + 8, room);
      return canvas.image();
    }
  }

  private void panel(
      Canvas canvas, View view, String name, double x, double y, double width, double height) {
    Rectangle2D area = new Rectangle2D.Double(x, y, width, height);
    canvas.graphics().setColor(Theme.GRID);
    canvas.graphics().setStroke(new BasicStroke(1f));
    canvas.graphics().draw(area);
    canvas.text(name, x + 6, y + 15, FONT, Theme.GREY);
    new ScenePanel(canvas.graphics(), view, area, FramePoints.of(clip, frame, view), obstacles)
        .paint(clip.layout().bones());
  }

  private String caption() {
    int hidden = count(JointState.OCCLUDED);
    int there = hidden + count(JointState.OBSERVED);
    String behind =
        obstacles.isEmpty()
            ? ""
            : "; "
                + obstacles.stream().map(Obstacle::name).collect(Collectors.joining(", "))
                + " in the scene";
    return String.format(Locale.ROOT, "%d of %d joints hidden%s", hidden, there, behind);
  }

  private int count(JointState state) {
    int count = 0;
    for (int v = 0; v < clip.layout().size(); v++) {
      for (int m = 0; m < clip.bodies(); m++) {
        count += clip.mask().state(frame, v, m) == state ? 1 : 0;
      }
    }
    return count;
  }

  /** Title, and how many joints are hidden by what. */
  @Override
  public String text() {
    return title + "\n" + caption();
  }
}
