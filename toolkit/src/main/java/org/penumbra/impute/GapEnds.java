package org.penumbra.impute;

import org.penumbra.data.SkeletonClip;
import org.penumbra.impute.space.PlacedClip;

/**
 * How far what donors say is from what the clip shows, at the last observed frame a before a gap
 * and the first one b after it: {@code e = x - x'}. Inside the gap donors are shifted by {@code
 * e(a) + (t - a) / (b - a) (e(b) - e(a))}, so that they meet what is observed; by the one e there
 * is if the clip shows the joint on one side only.
 */
final class GapEnds {
  private final int before;
  private final int after;
  private final double[] first;
  private final double[] last;

  private GapEnds(int before, int after, double[] first, double[] last) {
    this.before = before;
    this.after = after;
    this.first = first;
    this.last = last;
  }

  /**
   * The ends of a gap of one joint.
   *
   * @param from first hidden frame
   * @param end first frame after it that is not hidden, or the number of frames
   */
  static GapEnds of(PlacedClip placed, GridReader reader, int from, int end, int joint, int body) {
    double[] first = mismatch(placed, reader, from - 1, joint, body);
    double[] last = mismatch(placed, reader, end, joint, body);
    return new GapEnds(from - 1, end, first == null ? last : first, last == null ? first : last);
  }

  private static double[] mismatch(
      PlacedClip placed, GridReader reader, int frame, int joint, int body) {
    boolean inside = frame >= 0 && frame < placed.length();
    if (!inside || !placed.isObserved(frame, joint, body) || !reader.go(frame, joint, body, true)) {
      return null;
    }
    double[] mismatch = new double[SkeletonClip.CHANNELS];
    for (int c = 0; c < mismatch.length; c++) {
      mismatch[c] = placed.clip().at(c, frame, joint, body) - reader.place()[c];
    }
    return mismatch;
  }

  /** Whether the clip and donors both show the joint on either side. */
  boolean isKnown() {
    return first != null;
  }

  /** Shifts a place of donors in a frame of the gap, in place. */
  void shift(int frame, double[] place) {
    double weight = (double) (frame - before) / (after - before);
    for (int c = 0; c < place.length; c++) {
      place[c] += first[c] + weight * (last[c] - first[c]);
    }
  }
}
