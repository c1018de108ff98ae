package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;
import org.penumbra.data.SkeletonClip;
import org.penumbra.plot.FramePoints.Place;

/**
 * Some frames of a clip as they truly were (red, solid), as they were imputed (blue), and imputed
 * at random (grey, thin), as the camera sees them: OPSTL's Figure 1a. All frames have one scale,
 * equal in both directions. Of imputed bodies only bones with a filled end are drawn, and filled
 * joints.
 *
 * <pre>{@code
 * show(ImputationFigure.of(imputed.clip()).random(RandomImputer.of().impute(occluded).clip()));
 * }</pre>
 */
public final class ImputationFigure implements Figure {
  private static final int MARGIN = 16;
  private static final int WIDTH = 900;
  private static final int BODY_HEIGHT = 260;
  private static final int TOP = 60;
  private static final double LEAST_EXTENT = 0.5; // metres
  private static final double RADIUS = 3.2;
  private static final Color RED = new Color(0xC8102E);
  private static final Color PALE = new Color(0xA0A0A0);

  /** How one of the bodies is drawn. */
  private enum Ink {
    RANDOM("random", PALE, 1.2f),
    TRUE("true", RED, 2.6f),
    IMPUTED("imputed", Theme.BLUE, 2f);

    private final String label;
    private final Color colour;
    private final float width;

    Ink(String label, Color colour, float width) {
      this.label = label;
      this.colour = colour;
      this.width = width;
    }

    BasicStroke stroke() {
      return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
  }

  private final Map<Ink, SkeletonClip> clips = new LinkedHashMap<>(); // in order of painting
  private final SkeletonClip imputed;
  private final String title;
  private final List<Integer> frames;

  private ImputationFigure(
      SkeletonClip imputed, SkeletonClip random, String title, List<Integer> frames) {
    this.imputed = imputed;
    this.title = title;
    this.frames = frames;
    if (random != null) {
      clips.put(Ink.RANDOM, random);
    }
    clips.put(Ink.TRUE, truth(imputed));
    clips.put(Ink.IMPUTED, imputed);
  }

  /**
   * Five frames of a completed clip, evenly spread.
   *
   * @throws InvalidOptionException if the clip has no truth, because nothing was hidden on purpose
   */
  public static ImputationFigure of(SkeletonClip imputed) {
    return new ImputationFigure(imputed, null, "", spread(imputed.frames(), 5));
  }

  /**
   * With the same clip filled at random.
   *
   * @throws InvalidOptionException if it is another clip
   */
  public ImputationFigure random(SkeletonClip random) {
    if (!random.name().equals(imputed.name()) || random.frames() != imputed.frames()) {
      throw new InvalidOptionException(
          "clip filled at random", imputed.name() + ", as the imputed one", random.name());
    }
    return new ImputationFigure(imputed, random, title, frames);
  }

  /** With another number of frames, evenly spread, 1 to {@link SkeletonFigure#MAX_FRAMES}. */
  public ImputationFigure frames(int count) {
    Require.inRange("frames", count, 1, SkeletonFigure.MAX_FRAMES);
    return new ImputationFigure(
        imputed, clips.get(Ink.RANDOM), title, spread(imputed.frames(), count));
  }

  /** With a title. */
  public ImputationFigure title(String other) {
    return new ImputationFigure(imputed, clips.get(Ink.RANDOM), other, frames);
  }

  private static SkeletonClip truth(SkeletonClip clip) {
    return clip.truth()
        .orElseThrow(
            () ->
                new InvalidOptionException(
                    "clip of the figure",
                    "one whose truth is known, hidden by an Occlusion",
                    clip.name()));
  }

  private static List<Integer> spread(int available, int wanted) {
    int count = Math.min(available, wanted);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) Math.round((double) i * (available - 1) / (count - 1)))
        .boxed()
        .toList();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + BODY_HEIGHT + 70;
  }

  @Override
  public String text() {
    long filled = 0;
    double error = 0;
    SkeletonClip truth = truth(imputed);
    for (int t = 0; t < imputed.frames(); t++) {
      for (int v = 0; v < imputed.layout().size(); v++) {
        for (int m = 0; m < imputed.bodies(); m++) {
          if (imputed.isImputed(t, v, m) && truth.mask().isObserved(t, v, m)) {
            filled++;
            error += distance(truth, t, v, m);
          }
        }
      }
    }
    String line =
        String.format(
            Locale.ROOT,
            "%d of %d frames of %s: %,d joints imputed%s",
            frames.size(),
            imputed.frames(),
            imputed.name(),
            filled,
            filled == 0
                ? ""
                : String.format(
                    Locale.ROOT, ", %.0f mm from the truth in the mean", 1000 * error / filled));
    return title.isEmpty() ? line : title + "\n" + line;
  }

  private double distance(SkeletonClip truth, int t, int v, int m) {
    double sum = 0;
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      double d = imputed.at(c, t, v, m) - truth.at(c, t, v, m);
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  @Override
  public BufferedImage image() {
    List<FramePoints.Box> boxes = new ArrayList<>();
    for (int frame : frames) {
      boxes.add(box(frame));
    }
    List<FramePoints.Box> known = boxes.stream().filter(Objects::nonNull).toList();
    double low = known.stream().mapToDouble(FramePoints.Box::low).min().orElse(0);
    double high = known.stream().mapToDouble(FramePoints.Box::high).max().orElse(0);
    double wide = known.stream().mapToDouble(FramePoints.Box::width).max().orElse(0);
    double cell = (WIDTH - 2.0 * MARGIN) / Math.max(1, frames.size());
    double metre =
        Math.min(
            (cell - 16) / Math.max(LEAST_EXTENT, wide),
            BODY_HEIGHT / Math.max(LEAST_EXTENT, high - low));
    try (Canvas canvas = new Canvas(width(), height())) {
      String[] lines = text().split("\n", 2);
      canvas.text(lines[0], MARGIN, 25, Theme.bold(14), Theme.INK);
      canvas.text(lines.length > 1 ? lines[1] : "", MARGIN, 45, Theme.font(13), Theme.GREY);
      double ground = TOP + BODY_HEIGHT;
      for (int i = 0; i < frames.size(); i++) {
        double middle = MARGIN + (i + 0.5) * cell;
        canvas.centred("frame " + frames.get(i), middle, ground + 24, Theme.font(12), Theme.GREY);
        if (boxes.get(i) != null) {
          double left = middle - boxes.get(i).middle() * metre;
          paint(canvas.graphics(), frames.get(i), metre, left, ground + low * metre);
        }
      }
      paintLegend(canvas, ground + 48);
      return canvas.image();
    }
  }

  private FramePoints.Box box(int frame) {
    FramePoints.Box box = null;
    for (SkeletonClip clip : clips.values()) {
      FramePoints.Box one = FramePoints.of(clip, frame).box();
      box = box == null ? one : one == null ? box : box.with(one);
    }
    return box;
  }

  private void paint(Graphics2D graphics, int frame, double metre, double x0, double y0) {
    clips.forEach(
        (ink, clip) -> {
          FramePoints points = FramePoints.of(clip, frame);
          graphics.setColor(ink.colour);
          graphics.setStroke(ink.stroke());
          for (int m = 0; m < points.bodies(); m++) {
            Place[] places = points.body(m);
            int body = m;
            clip.layout()
                .bones()
                .forEach(
                    bone -> {
                      Place a = places[bone.child()];
                      Place b = places[bone.parent()];
                      boolean drawn =
                          ink == Ink.TRUE
                              || clip.isImputed(frame, bone.child(), body)
                              || clip.isImputed(frame, bone.parent(), body);
                      if (drawn && isShown(a) && isShown(b)) {
                        graphics.draw(
                            new Line2D.Double(
                                x0 + a.right() * metre,
                                y0 - a.up() * metre,
                                x0 + b.right() * metre,
                                y0 - b.up() * metre));
                      }
                    });
            for (int v = 0; v < places.length; v++) {
              if (isShown(places[v]) && (ink == Ink.TRUE || clip.isImputed(frame, v, body))) {
                dot(graphics, x0 + places[v].right() * metre, y0 - places[v].up() * metre);
              }
            }
          }
        });
  }

  private static boolean isShown(Place place) {
    return place != null && !place.hidden();
  }

  private static void dot(Graphics2D graphics, double x, double y) {
    graphics.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
  }

  private void paintLegend(Canvas canvas, double y) {
    double x = MARGIN;
    for (Ink ink : clips.keySet()) {
      canvas.graphics().setColor(ink.colour);
      canvas.graphics().setStroke(ink.stroke());
      canvas.graphics().draw(new Line2D.Double(x, y, x + 20, y));
      dot(canvas.graphics(), x + 10, y);
      canvas.text(ink.label, x + 28, y + 4, Theme.font(12), Theme.INK);
      x += 48 + Canvas.width(ink.label, Theme.font(12));
    }
  }
}
