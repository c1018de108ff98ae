package org.penumbra.impute.space;

import java.util.stream.IntStream;
import org.penumbra.data.SkeletonClip;

/**
 * A clip as a row: its values on the grid, which of them are present, and the way back to the
 * clip's own frames.
 */
public final class PlacedClip {
  private final RowPlan plan;
  private final SkeletonClip clip;
  private final ClipValues source;
  private final TimeGrid grid;
  private final Pose[] poses; // by body; null where it cannot be placed
  private final float[] values;
  private final long[] present;
  private final boolean shows; // any joint of any body

  PlacedClip(RowPlan plan, SkeletonClip clip) {
    this.plan = plan;
    this.clip = clip;
    this.source = new ClipValues(clip);
    this.grid = plan.grid(source.length());
    this.poses = new Pose[Math.min(clip.bodies(), plan.shape().bodies())];
    this.values = new float[plan.shape().values()];
    this.present = new long[plan.shape().words()];
    this.shows = IntStream.range(0, clip.bodies()).anyMatch(source::isSeen);
    for (int m = 0; m < poses.length; m++) {
      poses[m] = plan.pose(source, m);
      placeBody(m);
    }
    if (plan.isAbsentZero()) {
      countAbsentAsSeen();
    }
  }

  private void placeBody(int body) {
    for (int v = 0; v < source.joints(); v++) {
      for (int d = 0; d < grid.cells(); d++) {
        double weight = grid.weight(d);
        int frame = grid.frame(d);
        if (isKnown(frame, v, body) && (weight == 0 || isKnown(frame + 1, v, body))) {
          double[] place = place(frame, v, body);
          if (weight > 0) {
            double[] next = place(frame + 1, v, body);
            for (int c = 0; c < place.length; c++) {
              place[c] += weight * (next[c] - place[c]);
            }
          }
          set(plan.shape().cell(d, v, body), place);
        }
      }
    }
  }

  private boolean isKnown(int frame, int joint, int body) {
    return source.isObserved(frame, joint, body)
        || (plan.isAbsentZero() && source.isAbsent(frame, joint, body));
  }

  private double[] place(int frame, int joint, int body) {
    double[] place = new double[SkeletonClip.CHANNELS];
    if (source.isObserved(frame, joint, body)) {
      for (int c = 0; c < place.length; c++) {
        place[c] = source.at(c, frame, joint, body);
      }
      poses[body].enter(frame, place);
    }
    return place;
  }

  /** Bodies and frames beyond the clip's own, as zeros. */
  private void countAbsentAsSeen() {
    RowShape shape = plan.shape();
    for (int d = 0; d < shape.frames(); d++) {
      for (int m = 0; m < shape.bodies(); m++) {
        for (int v = 0; v < shape.joints() && (m >= poses.length || d >= grid.cells()); v++) {
          set(shape.cell(d, v, m), new double[SkeletonClip.CHANNELS]);
        }
      }
    }
  }

  private void set(int cell, double[] place) {
    int cells = plan.shape().cells();
    for (int c = 0; c < place.length; c++) {
      values[c * cells + cell] = (float) place[c];
    }
    present[cell / Long.SIZE] |= 1L << cell;
  }

  /** The clip. */
  public SkeletonClip clip() {
    return clip;
  }

  /** Shape of the row. */
  public RowShape shape() {
    return plan.shape();
  }

  /** Values (C, G, V, M) in the space, metres; 0 where nothing is present. Shared, not copied. */
  public float[] values() {
    return values;
  }

  /** A bit per cell that has a value. Shared, not copied. */
  public long[] present() {
    return present;
  }

  /** Whether a cell has a value. */
  public boolean isPresent(int cell) {
    return (present[cell / Long.SIZE] >>> cell & 1) != 0;
  }

  /** Frames of the clip that the row is made of: up to the last with a body. */
  public int length() {
    return source.length();
  }

  /** Whether a joint is hidden in the clip. */
  public boolean isHidden(int frame, int joint, int body) {
    return source.isHidden(frame, joint, body);
  }

  /** Whether a joint is observed in the clip. */
  public boolean isObserved(int frame, int joint, int body) {
    return source.isObserved(frame, joint, body);
  }

  /** Whether a body of the clip has cells in the row: not if training clips have fewer bodies. */
  public boolean hasRow(int body) {
    return body < poses.length;
  }

  /** Whether the clip shows enough of a body to say where it is, and anything at all. */
  public boolean isPlaced(int body) {
    return shows && poses[body] != null;
  }

  /** The grid frame at or before a frame of the clip; -1 if the row ends before it. */
  public int gridFrame(int frame) {
    return grid.cellBefore(frame);
  }

  /** Weight of the grid frame after {@link #gridFrame} for that frame, 0 to 1. */
  public double gridWeight(int frame) {
    return grid.weightAfter(frame);
  }

  /** Whether a cell mixes a frame in which the joint is hidden. */
  public boolean mixesHidden(int gridFrame, int joint, int body) {
    if (gridFrame >= grid.cells()) {
      return false;
    }
    int frame = grid.frame(gridFrame);
    return source.isHidden(frame, joint, body)
        || (grid.weight(gridFrame) > 0 && source.isHidden(frame + 1, joint, body));
  }

  /** A place (x, y, z) in the space, brought back to the camera frame in place. */
  public void leave(int frame, int body, double[] place) {
    poses[body].leave(frame, place);
  }
}
