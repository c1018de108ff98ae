package org.penumbra.data;

import java.util.Arrays;
import org.penumbra.core.InvalidOptionException;
import org.penumbra.core.Require;

/**
 * State of every joint: one of {@link JointState} per (frame, joint, body). Immutable; made by a
 * reader or an occlusion and never guessed from coordinates.
 */
public final class JointMask {
  private static final JointState[] STATES = JointState.values();

  private final int frames;
  private final int joints;
  private final int bodies;
  private final byte[] states; // (T, V, M), codes of JointState

  private JointMask(int frames, int joints, int bodies, byte[] states) {
    this.frames = frames;
    this.joints = joints;
    this.bodies = bodies;
    this.states = states;
  }

  /** A mask with every joint in the same state. */
  public static JointMask filled(int frames, int joints, int bodies, JointState state) {
    return new Builder(frames, joints, bodies).fill(state).build();
  }

  /**
   * A mask from codes of {@link JointState}, as {@link #toCodes()} gives them.
   *
   * @param codes C-order (T, V, M); copied
   * @throws InvalidOptionException if their number or a code is wrong
   */
  public static JointMask ofCodes(int frames, int joints, int bodies, byte[] codes) {
    Builder builder = new Builder(frames, joints, bodies);
    if (codes.length != builder.draft.states.length) {
      throw new InvalidOptionException(
          "number of codes",
          builder.draft.states.length + " for " + builder.draft.shape(),
          codes.length);
    }
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] < 0 || codes[i] >= STATES.length) {
        throw new InvalidOptionException(
            "joint state at " + i, "between 0 and " + (STATES.length - 1), codes[i]);
      }
      builder.draft.states[i] = codes[i];
    }
    return builder.draft;
  }

  /** A builder whose joints are all {@link JointState#OBSERVED}. */
  public static Builder builder(int frames, int joints, int bodies) {
    return new Builder(frames, joints, bodies);
  }

  /** Number of frames, T. */
  public int frames() {
    return frames;
  }

  /** Number of joints, V. */
  public int joints() {
    return joints;
  }

  /** Number of bodies, M. */
  public int bodies() {
    return bodies;
  }

  /** State of one joint. */
  public JointState state(int frame, int joint, int body) {
    return STATES[states[index(frame, joint, body)]];
  }

  /** Whether one joint is {@link JointState#OBSERVED}. */
  public boolean isObserved(int frame, int joint, int body) {
    return states[index(frame, joint, body)] == 0;
  }

  /** Number of joints in a state, over all frames and bodies. */
  public int count(JointState state) {
    int count = 0;
    for (byte value : states) {
      count += value == state.code() ? 1 : 0;
    }
    return count;
  }

  /** Occluded joints over joints that are not absent, from 0 to 1; 0 if all are absent. */
  public double occludedShare() {
    int present = states.length - count(JointState.ABSENT);
    return present == 0 ? 0 : (double) count(JointState.OCCLUDED) / present;
  }

  /**
   * This mask with more hidden: a joint is absent if either says so, else occluded if either says
   * so.
   *
   * @throws InvalidOptionException if the shapes differ
   */
  public JointMask and(JointMask other) {
    if (frames != other.frames || joints != other.joints || bodies != other.bodies) {
      throw new InvalidOptionException("mask shape", shape(), other.shape());
    }
    byte[] merged = states.clone();
    for (int i = 0; i < merged.length; i++) {
      merged[i] = (byte) Math.max(merged[i], other.states[i]); // codes grow with what is lost
    }
    return new JointMask(frames, joints, bodies, merged);
  }

  /** All states as codes of {@link JointState}, C-order (T, V, M); a copy. */
  public byte[] toCodes() {
    return states.clone();
  }

  /** Shape as messages print it. */
  public String shape() {
    return "(T " + frames + ", V " + joints + ", M " + bodies + ")";
  }

  private int index(int frame, int joint, int body) {
    if (frame < 0
        || frame >= frames
        || joint < 0
        || joint >= joints
        || body < 0
        || body >= bodies) {
      throw new IndexOutOfBoundsException(
          "frame " + frame + ", joint " + joint + ", body " + body + " outside " + shape());
    }
    return (frame * joints + joint) * bodies + body;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointMask mask
        && frames == mask.frames
        && joints == mask.joints
        && bodies == mask.bodies
        && Arrays.equals(states, mask.states);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(states) * 31 + frames;
  }

  @Override
  public String toString() {
    return "JointMask"
        + shape()
        + " observed "
        + count(JointState.OBSERVED)
        + ", occluded "
        + count(JointState.OCCLUDED)
        + ", absent "
        + count(JointState.ABSENT);
  }

  /** Sets states one by one; {@link #build()} may be called more than once. */
  public static final class Builder {
    private final JointMask draft;

    private Builder(int frames, int joints, int bodies) {
      Require.atLeast("frames", frames, 0);
      Require.atLeast("joints", joints, 1);
      Require.atLeast("bodies", bodies, 1);
      draft = new JointMask(frames, joints, bodies, new byte[frames * joints * bodies]);
    }

    /** Sets one joint. */
    public Builder set(int frame, int joint, int body, JointState state) {
      draft.states[draft.index(frame, joint, body)] = state.code();
      return this;
    }

    /** Sets all joints. */
    public Builder fill(JointState state) {
      Arrays.fill(draft.states, state.code());
      return this;
    }

    /** The mask as it stands. */
    public JointMask build() {
      return new JointMask(draft.frames, draft.joints, draft.bodies, draft.states.clone());
    }
  }
}
