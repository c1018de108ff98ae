package org.penumbra.data.report;

import org.penumbra.data.JointState;

/** Counts of one joint, or of all joints, over the whole set: joint-frames of every body. */
final class JointTally {
  long observed;
  long inferred;
  long occluded;
  long absent;
  long zero;
  final RunTally occludedRuns = new RunTally();
  final RunTally inferredRuns = new RunTally();

  long present() {
    return observed + occluded;
  }

  /** Counts one joint of one clip, over all frames and bodies. */
  void add(ClipCells cells, int joint) {
    for (int m = 0; m < cells.bodies; m++) {
      int hiddenFor = 0;
      int inferredFor = 0;
      for (int t = 0; t < cells.frames; t++) {
        byte state = cells.state(t, joint, m);
        boolean seen = state == JointState.OBSERVED.code();
        boolean hidden = state == JointState.OCCLUDED.code();
        boolean guessed = seen && cells.clip.isInferred(t, joint, m);
        observed += seen ? 1 : 0;
        occluded += hidden ? 1 : 0;
        absent += seen || hidden ? 0 : 1;
        inferred += guessed ? 1 : 0;
        zero += seen && cells.isZero(t, joint, m) ? 1 : 0;
        hiddenFor = follow(hidden, hiddenFor, occludedRuns);
        inferredFor = follow(guessed, inferredFor, inferredRuns);
      }
      follow(false, hiddenFor, occludedRuns);
      follow(false, inferredFor, inferredRuns);
    }
  }

  private static int follow(boolean goesOn, int former, RunTally runs) {
    if (goesOn) {
      return former + 1;
    }
    if (former > 0) {
      runs.add(former);
    }
    return 0;
  }

  void add(JointTally other) {
    observed += other.observed;
    inferred += other.inferred;
    occluded += other.occluded;
    absent += other.absent;
    zero += other.zero;
    occludedRuns.add(other.occludedRuns);
    inferredRuns.add(other.inferredRuns);
  }
}
