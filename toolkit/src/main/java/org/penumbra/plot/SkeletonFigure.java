package org.penumbra.plot;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.penumbra.core.Require;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * Some frames of a clip side by side, as the camera sees them: observed joints filled blue, hidden
 * ones orange rings at their true place where the clip knows it. All frames have one scale, equal
 * in both directions, and one ground; each is centred sideways, so walking across the room does not
 * shrink the person.
 *
 * <pre>{@code show(SkeletonFigure.of(clip).frames(6).title("Hidden behind a sofa"));}</pre>
 */
public final class SkeletonFigure implements Figure {
  /** Most frames side by side. */
  public static final int MAX_FRAMES = 12;

  private static final int MARGIN = 16;
  private static final int CELL = 145; // width of a frame per body, while there is room
  private static final int MAX_WIDTH = 900;
  private static final int MIN_WIDTH = 520; // room for title and legend
  private static final int MAX_BODY_HEIGHT = 240;
  private static final int EMPTY_HEIGHT = 90;
  private static final double LEAST_EXTENT = 0.5; // metres; a lone joint is not blown up

  private final SkeletonClip clip;
  private final String title;
  private final List<FramePoints> shown;

  private SkeletonFigure(SkeletonClip clip, String title, int frames) {
    this.clip = clip;
    this.title = title;
    this.shown =
        pick(clip.frames(), frames).mapToObj(frame -> FramePoints.of(clip, frame)).toList();
  }

  /** Six frames, evenly spread from the first to the last. */
  public static SkeletonFigure of(SkeletonClip clip) {
    return new SkeletonFigure(clip, "", 6);
  }

  /**
   * With another number of frames, evenly spread; all frames if the clip has fewer.
   *
   * @param frames from 1 to {@link #MAX_FRAMES}
   */
  public SkeletonFigure frames(int frames) {
    return new SkeletonFigure(clip, title, Require.inRange("frames", frames, 1, MAX_FRAMES));
  }

  /** With a title above the line that counts joints. */
  public SkeletonFigure title(String newTitle) {
    return new SkeletonFigure(clip, newTitle, Math.max(1, shown.size()));
  }

  private static IntStream pick(int available, int wanted) {
    int count = Math.min(available, wanted);
    return IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) Math.round((double) i * (available - 1) / (count - 1)));
  }

  @Override
  public int width() {
    return Math.max(
        MIN_WIDTH, Math.min(MAX_WIDTH, shown.size() * CELL * clip.bodies() + 2 * MARGIN));
  }

  @Override
  public int height() {
    return plan().height();
  }

  @Override
  public BufferedImage image() {
    Plan plan = plan();
    try (Canvas canvas = new Canvas(width(), plan.height())) {
      paintHeading(canvas);
      for (int i = 0; i < shown.size(); i++) {
        paintFrame(canvas, plan, i);
      }
      plan.legend().paint(canvas, MARGIN, plan.legendTop(), width() - 2.0 * MARGIN);
      return canvas.image();
    }
  }

  /**
   * For instance {@code 6 of 54 frames of a01_s01_e00_v01: 312 of 1,080 joints hidden (29 %)}. The
   * counts are over all frames of the clip.
   */
  @Override
  public String text() {
    return title.isEmpty() ? caption() : title + "\n" + caption();
  }

  private String caption() {
    int hidden = clip.mask().count(JointState.OCCLUDED);
    int there = hidden + clip.mask().count(JointState.OBSERVED);
    String frames =
        shown.size() == clip.frames()
            ? (shown.size() == 1 ? "The one frame" : "All " + shown.size() + " frames")
            : shown.size() + " of " + clip.frames() + " frames";
    String joints;
    if (there == 0) {
      joints = "nobody there";
    } else if (hidden == 0) {
      joints = String.format(Locale.ROOT, "all %,d joints observed", there);
    } else {
      joints =
          String.format(
              Locale.ROOT,
              "%,d of %,d joints hidden (%.0f %%)",
              hidden,
              there,
              100 * clip.mask().occludedShare());
    }
    return clip.frames() == 0
        ? clip.name() + " has no frames"
        : frames + " of " + clip.name() + ": " + joints;
  }

  /** Where things go, in display pixels; {@code metre} is the scale. */
  private record Plan(
      double metre,
      double low,
      double bodyTop,
      double bodyHeight,
      SkeletonLegend legend,
      int height) {
    double legendTop() {
      return bodyTop + bodyHeight + 38;
    }
  }

  private Plan plan() {
    List<FramePoints.Box> boxes =
        shown.stream().map(FramePoints::box).filter(Objects::nonNull).toList();
    double low = boxes.stream().mapToDouble(FramePoints.Box::low).min().orElse(0);
    double high = boxes.stream().mapToDouble(FramePoints.Box::high).max().orElse(0);
    double wide = boxes.stream().mapToDouble(FramePoints.Box::width).max().orElse(0);
    double tall = Math.max(LEAST_EXTENT, high - low);
    double metre = Math.min((cell() - 24) / Math.max(LEAST_EXTENT, wide), MAX_BODY_HEIGHT / tall);
    double bodyHeight = boxes.isEmpty() ? EMPTY_HEIGHT : Math.max(EMPTY_HEIGHT, tall * metre);
    double bodyTop = title.isEmpty() ? 46 : 66;
    SkeletonLegend legend = legend(metre, !boxes.isEmpty());
    int height =
        (int) Math.ceil(bodyTop + bodyHeight + 38) + legend.height(width() - 2.0 * MARGIN) + 8;
    return new Plan(metre, low, bodyTop, bodyHeight, legend, height);
  }

  private SkeletonLegend legend(double metre, boolean anything) {
    SkeletonLegend legend = new SkeletonLegend();
    if (any(false, 0)) {
      legend.observed();
    }
    if (IntStream.range(1, clip.bodies()).anyMatch(body -> any(false, body))) {
      legend.secondBody();
    }
    if (IntStream.range(0, clip.bodies()).anyMatch(body -> any(true, body))) {
      legend.hidden();
    } else if (clip.mask().count(JointState.OCCLUDED) > 0) {
      legend.unknown();
    }
    if (anything) {
      legend.scale(0.5, 0.5 * metre);
    }
    return legend;
  }

  private boolean any(boolean hidden, int body) {
    return shown.stream()
        .flatMap(frame -> Arrays.stream(frame.body(body)))
        .anyMatch(place -> place != null && place.hidden() == hidden);
  }

  private double cell() {
    return (width() - 2.0 * MARGIN) / Math.max(1, shown.size());
  }

  private void paintHeading(Canvas canvas) {
    double room = width() - 2.0 * MARGIN;
    if (title.isEmpty()) {
      canvas.text(
          Canvas.fitting(caption(), room, Theme.font(13)), MARGIN, 24, Theme.font(13), Theme.INK);
    } else {
      canvas.text(
          Canvas.fitting(title, room, Theme.bold(15)), MARGIN, 25, Theme.bold(15), Theme.INK);
      canvas.text(
          Canvas.fitting(caption(), room, Theme.font(13)), MARGIN, 45, Theme.font(13), Theme.GREY);
    }
  }

  private void paintFrame(Canvas canvas, Plan plan, int index) {
    FramePoints frame = shown.get(index);
    double middle = MARGIN + (index + 0.5) * cell();
    double ground = plan.bodyTop() + plan.bodyHeight();
    canvas.graphics().setColor(Theme.GRID);
    canvas.graphics().setStroke(new BasicStroke(1f));
    canvas
        .graphics()
        .draw(
            new Line2D.Double(
                middle - cell() / 2 + 4, ground + 9, middle + cell() / 2 - 4, ground + 9));
    canvas.centred("frame " + frame.frame(), middle, ground + 26, Theme.font(12), Theme.GREY);
    FramePoints.Box box = frame.box();
    if (box == null) {
      boolean hidden = clip.mask().count(JointState.OCCLUDED) > 0;
      canvas.centred(
          hidden ? "nothing to draw" : "nobody", middle, ground - 30, Theme.font(12), Theme.GREY);
    } else {
      new SkeletonPainter(
              canvas.graphics(),
              plan.metre(),
              middle - box.middle() * plan.metre(),
              ground + plan.low() * plan.metre())
          .paint(frame, clip.layout().bones());
    }
  }
}
