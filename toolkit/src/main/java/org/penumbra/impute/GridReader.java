package org.penumbra.impute;

import java.util.Arrays;
import org.penumbra.data.SkeletonClip;
import org.penumbra.impute.space.PlacedClip;

/**
 * Where a joint is at a frame of the clip, from the grid cells before and after it: on the straight
 * line between them, turned back and put at the centre again. A cell that is present stands for
 * itself, so that a frame beside a sighting lies between that and what donors say. If only one of
 * the two cells has a value it counts alone.
 *
 * <p>One joint in one frame at a time; used by one thread.
 */
final class GridReader {
  private final PlacedClip placed;
  private final GridFill found;
  private final double[] place = new double[SkeletonClip.CHANNELS];
  private FillReason reason;
  private int donors;
  private float distance;

  GridReader(PlacedClip placed, GridFill found) {
    this.placed = placed;
    this.found = found;
  }

  /**
   * Goes to a joint in a frame.
   *
   * @param donorsOnly leaves aside what the clip itself shows
   * @return whether there is a place
   */
  boolean go(int frame, int joint, int body, boolean donorsOnly) {
    reason = null;
    donors = 0;
    distance = Float.NaN;
    Arrays.fill(place, 0);
    if (!placed.hasRow(body)) {
      return leave(FillReason.NO_DONOR);
    }
    if (!placed.isPlaced(body)) {
      return leave(FillReason.NOTHING_TO_GO_BY);
    }
    int before = placed.gridFrame(frame);
    if (before < 0) {
      return leave(FillReason.NO_DONOR);
    }
    int first = placed.shape().cell(before, joint, body);
    double weight = placed.gridWeight(frame);
    int second = weight == 0 ? first : placed.shape().cell(before + 1, joint, body);
    boolean hasFirst = has(first, donorsOnly);
    boolean hasSecond = weight > 0 && has(second, donorsOnly);
    if (!hasFirst && !hasSecond) {
      return leave(left(first, second));
    }
    double share = hasFirst && hasSecond ? weight : hasFirst ? 0 : 1;
    if (share < 1) {
      add(first, 1 - share, donorsOnly);
    }
    if (share > 0) {
      add(second, share, donorsOnly);
    }
    reason = reason == null ? FillReason.FILLED : reason;
    placed.leave(frame, body, place);
    return true;
  }

  private boolean leave(FillReason why) {
    reason = why;
    return false;
  }

  private boolean has(int cell, boolean donorsOnly) {
    return (!donorsOnly && placed.isPresent(cell)) || found.isFound(cell);
  }

  private FillReason left(int first, int second) {
    FillReason why = found.reason(first) == null ? found.reason(second) : found.reason(first);
    return why == null || !why.isLeft() ? FillReason.NO_DONOR : why;
  }

  private void add(int cell, double share, boolean donorsOnly) {
    boolean own = !donorsOnly && placed.isPresent(cell);
    for (int c = 0; c < place.length; c++) {
      float value = own ? placed.values()[c * placed.shape().cells() + cell] : found.at(c, cell);
      place[c] += share * value;
    }
    if (!own) {
      donors = reason == null ? found.donors(cell) : Math.min(donors, found.donors(cell));
      float other = found.distance(cell);
      distance = Float.isNaN(distance) ? other : Math.max(distance, other);
      reason = weaker(reason, found.reason(cell));
    }
  }

  private static FillReason weaker(FillReason a, FillReason b) {
    return a == null || strength(b) < strength(a) ? b : a;
  }

  private static int strength(FillReason reason) {
    return switch (reason) {
      case EXACT_DONORS -> 3;
      case FILLED -> 2;
      case FEW_DONORS -> 1;
      default -> 0;
    };
  }

  /** The place in the camera frame, metres; overwritten by the next step. */
  double[] place() {
    return place;
  }

  /** How it came about, the weaker of the two cells; or why there is none. */
  FillReason reason() {
    return reason;
  }

  /** Number of donors, the smaller of the two cells. */
  int donors() {
    return donors;
  }

  /** Mean distance of donors, the larger of the two cells; NaN if there are none. */
  float distance() {
    return distance;
  }
}
