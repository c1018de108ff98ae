package org.penumbra.plot;

import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** One frame of a clip in a {@link View}: where each joint is on the page. */
final class FramePoints {
  private final int frame;
  private final Place[][] places; // (M, V), null where there is nothing to draw

  FramePoints(int frame, Place[][] places) {
    this.frame = frame;
    this.places = places;
  }

  /**
   * A joint's place.
   *
   * @param right to the right on the page, metres or tangents as the view has it
   * @param up upwards
   * @param hidden whether the clip does not know it: the place then comes from the clip's truth
   */
  record Place(double right, double up, boolean hidden) {}

  /** As the camera sees it, in metres. */
  static FramePoints of(SkeletonClip clip, int frame) {
    return of(clip, frame, View.FRONT);
  }

  static FramePoints of(SkeletonClip clip, int frame, View view) {
    Place[][] points = new Place[clip.bodies()][clip.layout().size()];
    for (int m = 0; m < clip.bodies(); m++) {
      for (int v = 0; v < clip.layout().size(); v++) {
        points[m][v] = place(clip, frame, v, m, view);
      }
    }
    return new FramePoints(frame, points);
  }

  private static Place place(SkeletonClip clip, int frame, int joint, int body, View view) {
    JointState state = clip.mask().state(frame, joint, body);
    SkeletonClip source = state == JointState.OBSERVED ? clip : clip.truth().orElse(clip);
    boolean known = state != JointState.ABSENT && source.mask().isObserved(frame, joint, body);
    if (!known) {
      return null;
    }
    double x = source.at(0, frame, joint, body);
    double y = source.at(1, frame, joint, body);
    double z = source.at(2, frame, joint, body);
    return view.shows(z)
        ? new Place(view.right(x, z), view.up(x, y, z), state == JointState.OCCLUDED)
        : null;
  }

  /** Index of the frame in the clip, from 0. */
  int frame() {
    return frame;
  }

  /** Number of bodies, M. */
  int bodies() {
    return places.length;
  }

  /** Places of one body by joint, length V; null where there is nothing to draw. */
  Place[] body(int body) {
    return places[body];
  }

  /** Smallest box around all places; null if there is none. */
  Box box() {
    Box box = null;
    for (Place[] body : places) {
      for (Place place : body) {
        if (place != null) {
          box = box == null ? Box.around(place) : box.with(place);
        }
      }
    }
    return box;
  }

  /** A box on the page, metres. */
  record Box(double left, double right, double low, double high) {
    static Box around(Place place) {
      return new Box(place.right(), place.right(), place.up(), place.up());
    }

    Box with(Place place) {
      return new Box(
          Math.min(left, place.right()),
          Math.max(right, place.right()),
          Math.min(low, place.up()),
          Math.max(high, place.up()));
    }

    Box with(Box other) {
      return new Box(
          Math.min(left, other.left),
          Math.max(right, other.right),
          Math.min(low, other.low),
          Math.max(high, other.high));
    }

    Box grown(double by) {
      return new Box(left - by, right + by, low - by, high + by);
    }

    boolean holds(Place place) {
      return place.right() >= left
          && place.right() <= right
          && place.up() >= low
          && place.up() <= high;
    }

    double width() {
      return right - left;
    }

    double height() {
      return high - low;
    }

    double middle() {
      return (left + right) / 2;
    }
  }
}
