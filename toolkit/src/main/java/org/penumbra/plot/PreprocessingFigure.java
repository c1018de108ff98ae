package org.penumbra.plot;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;
import org.penumbra.core.Require;
import org.penumbra.preprocess.PreprocessingTrace;
import org.penumbra.preprocess.TraceFrames;
import org.penumbra.preprocess.TraceStep;

/**
 * Every step of pre-processing as one row: some frames before it on the left, after it on the
 * right, both in the same axes. Rows are seen from the front as the camera sees them, or from above
 * where a step turns bodies about the vertical. A step that leaves the clip as it is has a line but
 * no pictures. Axes fit the observed joints; joints outside them are counted.
 *
 * <pre>{@code show(PreprocessingFigure.of(Preprocessing.published().trace(clip)));}</pre>
 */
public final class PreprocessingFigure implements Figure {
  /** Most frames on either side. */
  public static final int MAX_FRAMES = 4;

  private static final int WIDTH = 900;
  private static final int MARGIN = 16;
  private static final int AXIS = 40; // room for the numbers of the upright axis
  private static final int GAP = 14; // between panels
  private static final int PANEL_HEIGHT = 190;
  private static final int HEADING = 44;
  private static final int SIDE = 28; // name and extent of a side
  private static final int FOOT = 60; // numbers, frame, joints outside, and room to the next row
  private static final Font SMALL = Theme.font(12);

  private final PreprocessingTrace trace;
  private final String title;
  private final int frames;
  private final List<TraceRow> rows;

  private PreprocessingFigure(PreprocessingTrace trace, String title, int frames) {
    this.trace = trace;
    this.title = title;
    this.frames = frames;
    this.rows = trace.steps().stream().map(step -> new TraceRow(step, frames)).toList();
  }

  /** Three frames, the first, the middle and the last, on either side. */
  public static PreprocessingFigure of(PreprocessingTrace trace) {
    return new PreprocessingFigure(trace, "Pre-processing of " + trace.clip(), 3);
  }

  /**
   * With another number of frames, evenly spread.
   *
   * @param count from 1 to {@link #MAX_FRAMES}
   */
  public PreprocessingFigure frames(int count) {
    return new PreprocessingFigure(trace, title, Require.inRange("frames", count, 1, MAX_FRAMES));
  }

  /** With another title. */
  public PreprocessingFigure title(String newTitle) {
    return new PreprocessingFigure(trace, newTitle, frames);
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    int rowsHeight = rows.stream().mapToInt(this::height).sum();
    return 44 + rowsHeight + legend().height(WIDTH - 2.0 * MARGIN) + 10;
  }

  @Override
  public BufferedImage image() {
    try (Canvas canvas = new Canvas(WIDTH, height())) {
      Font bold = Theme.bold(15);
      canvas.text(Canvas.fitting(title, WIDTH - 2.0 * MARGIN, bold), MARGIN, 26, bold, Theme.INK);
      int top = 44;
      for (int i = 0; i < rows.size(); i++) {
        paint(canvas, rows.get(i), i + 1, top);
        top += height(rows.get(i));
      }
      legend().paint(canvas, MARGIN, top, WIDTH - 2.0 * MARGIN);
      return canvas.image();
    }
  }

  /** The title, and per step what it does, how much changed, and where the observed joints are. */
  @Override
  public String text() {
    StringBuilder text = new StringBuilder(title);
    for (int i = 0; i < rows.size(); i++) {
      TraceStep step = rows.get(i).step();
      text.append('\n').append(i + 1).append(". ").append(step);
      if (!rows.get(i).isIdle()) {
        text.append("\n   before: ").append(TraceRow.extent(step.before()));
        text.append("\n   after: ").append(TraceRow.extent(step.after()));
      }
    }
    return text.toString();
  }

  private int height(TraceRow row) {
    return row.isIdle()
        ? HEADING + 10
        : HEADING + SIDE + (int) Math.ceil(panel(row).height()) + FOOT;
  }

  private TracePanel panel(TraceRow row) {
    return new TracePanel(row.box(), panelWidth(), PANEL_HEIGHT);
  }

  private double sideWidth() {
    return (WIDTH - 2.0 * MARGIN - GAP) / 2;
  }

  private double panelWidth() {
    return (sideWidth() - AXIS - (frames - 1.0) * GAP) / frames;
  }

  private void paint(Canvas canvas, TraceRow row, int number, int top) {
    TraceStep step = row.step();
    Font bold = Theme.bold(13);
    String name = number + ". " + step.name();
    canvas.text(name, MARGIN, top + 16, bold, Theme.INK);
    String summary = row.isIdle() ? "nothing changed in this clip" : step.summary();
    canvas.text(
        row.isFromAbove() ? summary + "; seen from above, the camera is below" : summary,
        MARGIN + Canvas.width(name, bold) + 12,
        top + 16,
        SMALL,
        Theme.GREY);
    canvas.text(
        Canvas.fitting(sentence(step.explanation()), WIDTH - 2.0 * MARGIN, SMALL),
        MARGIN,
        top + 34,
        SMALL,
        Theme.INK);
    if (!row.isIdle()) {
      paintSide(canvas, row, "before", step.before(), row.before(), MARGIN, top + HEADING);
      paintSide(
          canvas,
          row,
          "after",
          step.after(),
          row.after(),
          MARGIN + sideWidth() + GAP,
          top + HEADING);
    }
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private void paintSide(
      Canvas canvas,
      TraceRow row,
      String name,
      TraceFrames numbers,
      List<FramePoints> shown,
      double left,
      int top) {
    Font bold = Theme.bold(12);
    canvas.text(name, left + 8, top + 14, bold, Theme.INK);
    double gap = 8 + Canvas.width(name, bold) + 8;
    canvas.text(
        Canvas.fitting(TraceRow.extent(numbers), sideWidth() - gap, SMALL),
        left + gap,
        top + 14,
        SMALL,
        Theme.GREY);
    TracePanel panel = panel(row);
    for (int i = 0; i < shown.size(); i++) {
      panel.paint(
          canvas,
          shown.get(i),
          trace.layout(),
          row.isFromAbove(),
          left + AXIS + i * (panel.width() + GAP),
          top + SIDE,
          i == 0);
    }
    Font axis = Theme.font(11);
    double bottom = top + SIDE + panel.height();
    canvas.text(row.isFromAbove() ? "z" : "y", left + 8, top + SIDE + 8, axis, Theme.INK);
    canvas.text("x", left + 8, bottom + 14, axis, Theme.INK);
    if (shown.isEmpty()) {
      canvas.text("no frames", left + AXIS, top + SIDE + 20, SMALL, Theme.GREY);
    }
  }

  private SkeletonLegend legend() {
    List<TraceRow> drawn = rows.stream().filter(row -> !row.isIdle()).toList();
    SkeletonLegend legend = new SkeletonLegend();
    legend.observed();
    if (drawn.stream().anyMatch(row -> row.places(1).findAny().isPresent())) {
      legend.secondBody();
    }
    if (drawn.stream().anyMatch(row -> row.places(0).anyMatch(FramePoints.Place::hidden))) {
      legend.hidden("hidden: the place is made up");
    }
    if (drawn.stream().anyMatch(TraceRow::isFromAbove)) {
      legend.shoulders();
    }
    return legend;
  }
}
