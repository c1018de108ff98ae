package org.penumbra.preprocess;

import java.util.stream.IntStream;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** How a clip of any length becomes one of T frames. A clip without frames becomes all 0. */
public enum Resampling {
  /** {@link Resize}: linear in time. The default, as published. */
  LINEAR("frames are resized linearly in time (half-pixel centres)") {
    @Override
    Frames resample(Frames source, int length) {
      return Resize.resize(source, length);
    }

    @Override
    int[] sources(int frame, int from, int to) {
      return Resize.neighbours(frame, from, to);
    }
  },
  /**
   * The clip as it is, then frames of 0, as in the raw arrays of 300 frames. A longer clip loses
   * its end; {@link FrameCrop#centre} keeps the middle instead.
   */
  ZERO_PAD("frames stay as they are, followed by frames of 0; longer clips lose their end") {
    @Override
    Frames resample(Frames source, int length) {
      Frames padded = new Frames(length, source.joints(), source.bodies());
      copyRows(source, padded, Math.min(length, source.length()));
      return padded;
    }

    @Override
    int[] sources(int frame, int from, int to) {
      return frame < from ? new int[] {frame} : new int[0];
    }
  },
  /**
   * The clip again and again from its start, as 2s-AGCN fills its 300 frames. A longer clip loses
   * its end.
   */
  REPLAY(
      "the clip is played again from its start until it is long enough; longer clips lose their"
          + " end") {
    @Override
    Frames resample(Frames source, int length) {
      int from = source.length();
      return from == 0
          ? new Frames(length, source.joints(), source.bodies())
          : source.rows(IntStream.range(0, length).map(t -> t % from).toArray());
    }

    @Override
    int[] sources(int frame, int from, int to) {
      return new int[] {frame % from};
    }
  };

  private final String sentence;

  Resampling(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence: how a clip gets its number of frames. */
  public String describe() {
    return sentence;
  }

  /** All joints at a new length. */
  abstract Frames resample(Frames source, int length);

  /** The source frames that a new frame is made of; none for a frame of 0. */
  abstract int[] sources(int frame, int from, int to);

  /**
   * What is known of each joint at a new length: occluded if any source is, absent if all sources
   * are.
   */
  final JointMask resample(JointMask source, int length) {
    JointMask.Builder mask = JointMask.builder(length, source.joints(), source.bodies());
    mask.fill(JointState.ABSENT);
    for (int t = 0; t < length && source.frames() > 0; t++) {
      int[] sources = sources(t, source.frames(), length);
      for (int v = 0; v < source.joints(); v++) {
        for (int m = 0; m < source.bodies(); m++) {
          mask.set(t, v, m, together(source, sources, v, m));
        }
      }
    }
    return mask.build();
  }

  private static JointState together(JointMask source, int[] frames, int joint, int body) {
    JointState state = JointState.ABSENT;
    for (int frame : frames) {
      JointState next = source.state(frame, joint, body);
      if (next == JointState.OCCLUDED || state == JointState.ABSENT) {
        state = next == JointState.ABSENT ? state : next;
      }
    }
    return state;
  }

  private static void copyRows(Frames source, Frames target, int count) {
    int row = source.joints() * source.bodies();
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      System.arraycopy(
          source.values(),
          c * source.length() * row,
          target.values(),
          c * target.length() * row,
          count * row);
    }
  }
}
