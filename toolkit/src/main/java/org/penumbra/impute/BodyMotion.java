package org.penumbra.impute;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * One body of a clip in float64: what is seen of it, and what has been filled so far. Frames keep
 * their numbers, so that time runs evenly through frames in which the body is absent.
 */
final class BodyMotion {
  private final SkeletonLayout layout;
  private final int frames;
  private final int joints;
  private final double[] places; // (T, V, 3); NaN unless seen
  private final JointState[] states; // (T, V)
  private final FillReason[] reasons; // (T, V); null unless filled
  private final int[][] sightings; // (V): frames in which the joint is seen

  private BodyMotion(SkeletonClip clip, int body) {
    layout = clip.layout();
    frames = clip.frames();
    joints = layout.size();
    places = new double[frames * joints * SkeletonClip.CHANNELS];
    states = new JointState[frames * joints];
    reasons = new FillReason[frames * joints];
    JointMask mask = clip.mask();
    for (int t = 0; t < frames; t++) {
      for (int v = 0; v < joints; v++) {
        states[t * joints + v] = mask.state(t, v, body);
        for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
          places[(t * joints + v) * SkeletonClip.CHANNELS + c] = clip.at(c, t, v, body);
        }
      }
    }
    sightings = new int[joints][];
    for (int v = 0; v < joints; v++) {
      int joint = v;
      sightings[v] = IntStream.range(0, frames).filter(t -> isSeen(t, joint)).toArray();
    }
  }

  /** One body of a clip. */
  static BodyMotion of(SkeletonClip clip, int body) {
    return new BodyMotion(clip, body);
  }

  /** A clip each of whose bodies was filled on its own. */
  static ImputedClip fill(SkeletonClip clip, Consumer<BodyMotion> filling) {
    float[] filled = clip.toArray();
    FillMap.Builder fills = FillMap.builder(clip.mask());
    for (int m = 0; m < clip.bodies(); m++) {
      BodyMotion body = new BodyMotion(clip, m);
      if (body.hasHidden()) {
        filling.accept(body);
        body.write(filled, fills, m, clip.bodies());
      }
    }
    return new ImputedClip(clip.complete(filled), fills.build());
  }

  private void write(float[] filled, FillMap.Builder fills, int body, int bodies) {
    for (int cell = 0; cell < reasons.length; cell++) {
      if (reasons[cell] != null) {
        fills.set(cell * bodies + body, reasons[cell]);
        for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
          filled[(c * reasons.length + cell) * bodies + body] =
              (float) places[cell * SkeletonClip.CHANNELS + c];
        }
      }
    }
  }

  private boolean hasHidden() {
    for (JointState state : states) {
      if (state == JointState.OCCLUDED) {
        return true;
      }
    }
    return false;
  }

  SkeletonLayout layout() {
    return layout;
  }

  int frames() {
    return frames;
  }

  int joints() {
    return joints;
  }

  boolean isSeen(int frame, int joint) {
    return states[frame * joints + joint] == JointState.OBSERVED;
  }

  boolean isHidden(int frame, int joint) {
    return states[frame * joints + joint] == JointState.OCCLUDED;
  }

  /** Whether the joint is seen in any frame. */
  boolean isEverSeen(int joint) {
    return sightings[joint].length > 0;
  }

  /** Frames in which the joint is seen, ascending; not to be changed. */
  int[] sightings(int joint) {
    return sightings[joint];
  }

  /** Place of a joint that is seen, (x, y, z), metres. */
  double[] place(int frame, int joint) {
    int at = (frame * joints + joint) * SkeletonClip.CHANNELS;
    return new double[] {places[at], places[at + 1], places[at + 2]};
  }

  /** Places of a joint in all frames in which it is seen, (n, 3). */
  double[][] seenPlaces(int joint) {
    double[][] seen = new double[sightings[joint].length][];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = place(sightings[joint][i], joint);
    }
    return seen;
  }

  /** {@link FillReason#FILLED}, or {@link FillReason#NEVER_SEEN} if the joint is never seen. */
  FillReason reason(int joint) {
    return isEverSeen(joint) ? FillReason.FILLED : FillReason.NEVER_SEEN;
  }

  /**
   * Fills a joint if it is hidden; a place that float32 cannot hold is not taken, and the joint
   * stays hidden.
   */
  void fill(int frame, int joint, double[] place, FillReason reason) {
    if (!isHidden(frame, joint) || !fits(place)) {
      return;
    }
    int cell = frame * joints + joint;
    System.arraycopy(place, 0, places, cell * SkeletonClip.CHANNELS, SkeletonClip.CHANNELS);
    reasons[cell] = reason;
  }

  /** Fills a joint wherever it is hidden from its path over all frames, (T, 3). */
  void fill(int joint, double[][] path) {
    for (int t = 0; t < frames; t++) {
      fill(t, joint, path[t], reason(joint));
    }
  }

  /** Fills the joints of a frame from those that are seen in it, along bones. */
  void fillFrom(JointTree tree, int frame, JointTree.Way way) {
    double[][] found = new double[joints][];
    for (int v = 0; v < joints; v++) {
      found[v] = isSeen(frame, v) ? place(frame, v) : null;
    }
    tree.place(found, way);
    for (int v = 0; v < joints; v++) {
      if (found[v] != null) {
        fill(frame, v, found[v], reason(v));
      }
    }
  }

  private static boolean fits(double[] place) {
    for (double value : place) {
      if (!(Math.abs(value) <= Float.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }
}
