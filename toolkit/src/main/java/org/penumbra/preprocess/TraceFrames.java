package org.penumbra.preprocess;

import java.util.Objects;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * The array of a clip between two steps of pre-processing: numbers (C, T, V, M) and what is known
 * of each. Absent joints are 0; hidden ones are NaN until they have been given a place. Immutable.
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
    float[] values = work.frames().toFloats();
    JointMask mask = work.mask();
    int cells = values.length / SkeletonClip.CHANNELS;
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i]) && isAbsent(mask, i % cells)) {
        values[i] = 0;
      }
    }
    return new TraceFrames(values, mask, work.unit());
  }

  private static boolean isAbsent(JointMask mask, int cell) {
    int body = cell % mask.bodies();
    int joint = cell / mask.bodies() % mask.joints();
    return mask.state(cell / mask.bodies() / mask.joints(), joint, body) == JointState.ABSENT;
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

  /** Unit of the numbers: {@code m}, or {@code torsos} after {@link Scaling#TORSO}. */
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

  /** One number; NaN while a hidden joint has no place. */
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
