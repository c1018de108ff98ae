package org.penumbra.impute;

import java.util.Arrays;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;

/**
 * How each joint of a clip was filled: the reason, the number of donors, their mean distance, and
 * which of several imputers did it. Shape (T, V, M). Immutable.
 */
public final class FillMap {
  private final JointMask hidden;
  private final FillReason[] reasons;
  private final byte[] steps;
  private final short[] donors; // null if the method has none
  private final float[] distances; // null if the method has none

  private FillMap(
      JointMask hidden, FillReason[] reasons, byte[] steps, short[] donors, float[] distances) {
    this.hidden = hidden;
    this.reasons = reasons;
    this.steps = steps;
    this.donors = donors;
    this.distances = distances;
  }

  /** The mask before filling. */
  public JointMask hidden() {
    return hidden;
  }

  /** How one joint came about. */
  public FillReason reason(int frame, int joint, int body) {
    return reasons[cell(frame, joint, body)];
  }

  /** Which imputer of a chain of {@link Imputer#orElse} filled it: 0 for the first. */
  public int step(int frame, int joint, int body) {
    return steps[cell(frame, joint, body)];
  }

  /** Number of training clips its value is a mean of; 0 if the method has none. */
  public int donors(int frame, int joint, int body) {
    return donors == null ? 0 : donors[cell(frame, joint, body)];
  }

  /** Mean distance of its donors in metres (as the method measures it); NaN if there are none. */
  public float meanDonorDistance(int frame, int joint, int body) {
    return distances == null ? Float.NaN : distances[cell(frame, joint, body)];
  }

  /** Number of joints of a reason. */
  public int count(FillReason reason) {
    int count = 0;
    for (FillReason value : reasons) {
      count += value == reason ? 1 : 0;
    }
    return count;
  }

  /** Number of joints that were hidden. */
  public int hiddenJoints() {
    return reasons.length - count(FillReason.NOT_HIDDEN);
  }

  /** Whether a joint that was hidden stays so. */
  public boolean hasLeft() {
    return count(FillReason.NO_DONOR) + count(FillReason.NOTHING_TO_GO_BY) > 0;
  }

  /** What a second imputer did with what this one left, as one map. */
  FillMap then(FillMap next) {
    boolean[] left = new boolean[reasons.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = reasons[i].isLeft();
    }
    return pick(left, next);
  }

  /** The other map where it is said, else this one; steps of the other count on from this one's. */
  FillMap pick(boolean[] other, FillMap next) {
    FillReason[] reason = reasons.clone();
    byte[] step = steps.clone();
    boolean far = donors != null || next.donors != null;
    short[] count = far ? new short[reason.length] : null;
    float[] distance = far ? new float[reason.length] : null;
    int following = lastStep() + 1;
    for (int i = 0; i < reason.length; i++) {
      FillMap from = other[i] ? next : this;
      reason[i] = from.reasons[i];
      step[i] = other[i] ? (byte) (following + next.steps[i]) : step[i];
      if (far) {
        count[i] = from.donors == null ? 0 : from.donors[i];
        distance[i] = from.distances == null ? Float.NaN : from.distances[i];
      }
    }
    return new FillMap(hidden, reason, step, count, distance);
  }

  private int lastStep() {
    int last = 0;
    for (byte step : steps) {
      last = Math.max(last, step);
    }
    return last;
  }

  private int cell(int frame, int joint, int body) {
    hidden.state(frame, joint, body); // checks the indices
    return (frame * hidden.joints() + joint) * hidden.bodies() + body;
  }

  /** Every hidden joint of a mask for the same reason. */
  static FillMap all(JointMask hidden, FillReason reason) {
    return builder(hidden).fill(reason).build();
  }

  /** A builder whose hidden joints are {@link FillReason#NOTHING_TO_GO_BY} until told otherwise. */
  static Builder builder(JointMask hidden) {
    return new Builder(hidden).fill(FillReason.NOTHING_TO_GO_BY);
  }

  /** Notes joint by joint how they were filled; cells are in C-order (T, V, M). */
  static final class Builder {
    private final JointMask hidden;
    private final boolean[] occluded;
    private final FillReason[] reasons;
    private short[] donors;
    private float[] distances;

    private Builder(JointMask hidden) {
      this.hidden = hidden;
      byte[] codes = hidden.toCodes();
      reasons = new FillReason[codes.length];
      occluded = new boolean[codes.length];
      for (int i = 0; i < codes.length; i++) {
        occluded[i] = codes[i] == JointState.OCCLUDED.code();
      }
    }

    private Builder fill(FillReason reason) {
      for (int i = 0; i < reasons.length; i++) {
        reasons[i] = occluded[i] ? reason : FillReason.NOT_HIDDEN;
      }
      return this;
    }

    /** Notes a hidden joint's reason. */
    Builder set(int cell, FillReason reason) {
      if (!occluded[cell]) {
        throw new IllegalStateException("cell " + cell + " is not hidden");
      }
      reasons[cell] = reason;
      return this;
    }

    /** Notes a hidden joint's reason and where its value came from. */
    Builder set(int cell, FillReason reason, int count, float meanDistance) {
      if (donors == null) {
        donors = new short[reasons.length];
        distances = new float[reasons.length];
        Arrays.fill(distances, Float.NaN);
      }
      donors[cell] = (short) Math.min(count, Short.MAX_VALUE);
      distances[cell] = meanDistance;
      return set(cell, reason);
    }

    /** Builds once. */
    FillMap build() {
      return new FillMap(hidden, reasons, new byte[reasons.length], donors, distances);
    }
  }
}
