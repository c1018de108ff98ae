package org.penumbra.plot;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.plot.FramePoints.Box;
import org.penumbra.plot.FramePoints.Place;
import org.penumbra.preprocess.TraceFrames;
import org.penumbra.preprocess.TraceStep;

/**
 * What one step's row shows: some frames before and after, seen from the front, or from above where
 * a step turns bodies about the vertical.
 */
final class TraceRow {
  private static final double MARGIN = 0.12; // around the joints, in the unit of the numbers

  private final TraceStep step;
  private final boolean above;
  private final List<FramePoints> before;
  private final List<FramePoints> after;

  TraceRow(TraceStep step, int frames) {
    this.step = step;
    this.above = turnsAboutTheVertical(step);
    this.before = points(step.before(), frames);
    this.after = points(step.after(), frames);
  }

  TraceStep step() {
    return step;
  }

  /** Whether the clip passes this step as it is. */
  boolean isIdle() {
    return step.before().frames() == step.after().frames()
        && step.before().bodies() == step.after().bodies()
        && step.changed() == 0;
  }

  boolean isFromAbove() {
    return above;
  }

  List<FramePoints> before() {
    return before;
  }

  List<FramePoints> after() {
    return after;
  }

  /** The part of the page both sides show: around what is observed, else around what is there. */
  Box box() {
    Box box = around(false);
    box = box == null ? around(true) : box;
    return (box == null ? new Box(0, 0, 0, 0) : box).grown(MARGIN);
  }

  /** For instance {@code x -0.31 to 0.52, y -0.92 to 0.76, z 2.41 to 2.80 m}: what is observed. */
  static String extent(TraceFrames frames) {
    StringBuilder text = new StringBuilder();
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int t = 0; t < frames.frames(); t++) {
        for (int v = 0; v < frames.joints(); v++) {
          for (int m = 0; m < frames.bodies(); m++) {
            if (frames.mask().isObserved(t, v, m)) {
              low = Math.min(low, frames.at(c, t, v, m));
              high = Math.max(high, frames.at(c, t, v, m));
            }
          }
        }
      }
      if (low > high) {
        return "nothing observed";
      }
      text.append(String.format(Locale.ROOT, "%c %.2f to %.2f, ", "xyz".charAt(c), low, high));
    }
    return text.substring(0, text.length() - 2).replace('-', '−') + " " + frames.unit();
  }

  /** All places the row draws of bodies from an index on. */
  Stream<Place> places(int firstBody) {
    return Stream.concat(before.stream(), after.stream())
        .flatMap(
            frame ->
                IntStream.range(firstBody, frame.bodies())
                    .mapToObj(frame::body)
                    .flatMap(Stream::of))
        .filter(Objects::nonNull);
  }

  private Box around(boolean hidden) {
    return places(0)
        .filter(place -> place.hidden() == hidden)
        .map(Box::around)
        .reduce(Box::with)
        .orElse(null);
  }

  private List<FramePoints> points(TraceFrames frames, int wanted) {
    int count = Math.min(frames.frames(), wanted);
    return IntStream.range(0, count)
        .map(
            i ->
                count == 1 ? 0 : (int) Math.round((double) i * (frames.frames() - 1) / (count - 1)))
        .mapToObj(t -> points(frames, t, above ? 2 : 1))
        .toList();
  }

  private static FramePoints points(TraceFrames frames, int frame, int up) {
    Place[][] places = new Place[frames.bodies()][frames.joints()];
    for (int m = 0; m < frames.bodies(); m++) {
      for (int v = 0; v < frames.joints(); v++) {
        JointState state = frames.mask().state(frame, v, m);
        float x = frames.at(0, frame, v, m);
        if (state != JointState.ABSENT && !Float.isNaN(x)) {
          places[m][v] = new Place(-x, frames.at(up, frame, v, m), state == JointState.OCCLUDED);
        }
      }
    }
    return new FramePoints(frame, places);
  }

  private static boolean turnsAboutTheVertical(TraceStep step) {
    TraceFrames before = step.before();
    TraceFrames after = step.after();
    if (before.frames() != after.frames() || before.bodies() != after.bodies()) {
      return false;
    }
    boolean turned = false;
    for (int t = 0; t < after.frames(); t++) {
      for (int v = 0; v < after.joints(); v++) {
        for (int m = 0; m < after.bodies(); m++) {
          if (before.at(1, t, v, m) != after.at(1, t, v, m)) {
            return false;
          }
          turned |= before.at(0, t, v, m) != after.at(0, t, v, m);
        }
      }
    }
    return turned;
  }
}
