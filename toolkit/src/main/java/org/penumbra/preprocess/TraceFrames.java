package org.penumbra.preprocess;

import java.util.Objects;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * The array of a clip between two steps of pre-processing: numbers (C, T, V, M) and what is known
 * of each. Before hidden joints have been given a place they are NaN. Immutable.
 */
public final class TraceFrames {
  private final float[] values;
  private final JointMask mask;
  private final String unit;

  private TraceFrames(float[] values, JointMask mask, String unit) {
    this.values = values;
    this.mask = mask;
    this.unit = unit;
  }

  static TraceFrames of(WorkingClip work) {
    return new TraceFrames(work.frames().toFloats(), work.mask(), work.unit());
  }

  /** Number of frames, T. */
  public int frames() {
    return mask.frames();
  }

  /** Number of joints, V. */
  public int joints() {
    return mask.joints();
  }

  /** Number of bodies, M. */
  public int bodies() {
    return mask.bodies();
  }

  /** Unit of the numbers: {@code m}, or what {@link Scaling} made of it. */
  public String unit() {
    return unit;
  }

  /**
   * State of each joint, (T, V, M): what is not OBSERVED has a made-up place. A frame between two
   * others is OCCLUDED where one of them is.
   */
  public JointMask mask() {
    return mask;
  }

  /** One number; NaN while a hidden or absent joint has no place. */
  public float at(int channel, int frame, int joint, int body) {
    Objects.checkIndex(channel, SkeletonClip.CHANNELS);
    Objects.checkIndex(frame, frames());
    Objects.checkIndex(joint, joints());
    Objects.checkIndex(body, bodies());
    return values[((channel * frames() + frame) * joints() + joint) * bodies() + body];
  }

  /** A copy of all numbers, (C, T, V, M). */
  public float[] toArray() {
    return values.clone();
  }
}
