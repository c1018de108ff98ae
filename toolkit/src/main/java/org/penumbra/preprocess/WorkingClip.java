package org.penumbra.preprocess;

import java.util.stream.IntStream;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * A clip on its way through the steps: the working array, and which of the clip's frames count.
 *
 * <p>What a step measures (an angle, a length) it measures on the clip's own observed joints, so
 * that no fill and no resampling can leak into it.
 */
final class WorkingClip {
  private final SkeletonClip clip;
  private int[] counted; // the clip's frame of each row, until resampling
  private Resampling resampling;
  private Frames frames;
  private String unit = "m";

  WorkingClip(SkeletonClip clip) {
    this.clip = clip;
    this.counted = IntStream.range(0, clip.frames()).toArray();
    this.frames = Frames.of(clip);
  }

  SkeletonClip clip() {
    return clip;
  }

  SkeletonLayout layout() {
    return clip.layout();
  }

  Frames frames() {
    return frames;
  }

  /** Number of bodies that are kept. */
  int bodies() {
    return frames.bodies();
  }

  /** Number of the clip's frames that count. */
  int counted() {
    return counted.length;
  }

  /** State of a joint in the clip, by counted frame. */
  JointState state(int frame, int joint, int body) {
    return clip.mask().state(counted[frame], joint, body);
  }

  boolean isAbsent(int frame, int joint, int body) {
    return state(frame, joint, body) == JointState.ABSENT;
  }

  boolean isObserved(int frame, int joint, int body) {
    return clip.mask().isObserved(counted[frame], joint, body);
  }

  /** One coordinate as the clip saw it, metres, by counted frame; NaN if it did not. */
  float seen(int channel, int frame, int joint, int body) {
    return clip.at(channel, counted[frame], joint, body);
  }

  /** Where the clip saw a joint, (x, y, z) in metres, by counted frame. */
  double[] seen(int frame, int joint, int body) {
    double[] place = new double[SkeletonClip.CHANNELS];
    for (int c = 0; c < place.length; c++) {
      place[c] = seen(c, frame, joint, body);
    }
    return place;
  }

  /** Unit of the array's numbers. */
  String unit() {
    return unit;
  }

  void keepBodies(int count) {
    if (count < frames.bodies()) {
      frames = frames.firstBodies(count);
    }
  }

  /** Keeps some of the counted frames, ascending. */
  void keepFrames(int[] rows) {
    if (rows.length < counted.length) {
      int[] before = counted;
      counted = IntStream.of(rows).map(row -> before[row]).toArray();
      frames = frames.rows(rows);
    }
  }

  /** Puts another array of the same shape in place. */
  void replace(Frames others) {
    frames = others;
  }

  void multiply(double factor, String newUnit) {
    double[] values = frames.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    unit = newUnit;
  }

  void resample(Resampling how, int length) {
    resampling = how;
    frames = how.resample(frames, length);
  }

  /** What is known of each number of the array now: (T, V, M) of the array. */
  JointMask mask() {
    JointMask.Builder mask = JointMask.builder(counted.length, frames.joints(), bodies());
    for (int t = 0; t < counted.length; t++) {
      for (int v = 0; v < frames.joints(); v++) {
        for (int m = 0; m < bodies(); m++) {
          mask.set(t, v, m, state(t, v, m));
        }
      }
    }
    return resampling == null ? mask.build() : resampling.resample(mask.build(), frames.length());
  }
}
