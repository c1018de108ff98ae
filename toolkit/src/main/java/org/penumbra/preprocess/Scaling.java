package org.penumbra.preprocess;

import org.penumbra.skeleton.SkeletonLayout;

/** The unit of lengths. The papers keep metres. */
public enum Scaling {
  /** Metres. The default. */
  NONE("lengths stay in metres") {
    @Override
    void check(SkeletonLayout layout) {
      // Any layout has metres.
    }

    @Override
    void apply(WorkingClip work) {
      // Nothing is scaled.
    }
  },
  /**
   * The length of the first body's torso, middle of the hips to middle of the shoulders, in the
   * first frame that shows these four joints: tall and short people become alike. One unit for the
   * whole clip, so that two people keep their proportion; if no body ever shows its torso, metres.
   */
  TORSO("the first body's torso, where it is first seen whole, is the unit of length") {
    @Override
    void check(SkeletonLayout layout) {
      Torso.of("scaling TORSO", layout);
    }

    @Override
    void apply(WorkingClip work) {
      double length = torsoLength(work);
      if (length > 0) {
        work.multiply(1 / length, "torsos");
      }
    }
  };

  private static final double SHORTEST = 1e-2; // metres; what is shorter is no torso but an error

  private final String sentence;

  Scaling(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence: what the unit of length is. */
  public String describe() {
    return sentence;
  }

  /**
   * Whether a layout has what this needs.
   *
   * @throws org.penumbra.core.InvalidOptionException if not
   */
  abstract void check(SkeletonLayout layout);

  /** Scales all bodies in place. */
  abstract void apply(WorkingClip work);

  private static double torsoLength(WorkingClip work) {
    Torso torso = Torso.of("scaling TORSO", work.layout());
    for (int m = 0; m < work.bodies(); m++) {
      for (int t = 0; t < work.counted(); t++) {
        if (torso.isObserved(work, t, m)) {
          double length = Vectors.length(torso.spine(work, t, m));
          if (length > SHORTEST) {
            return length;
          }
        }
      }
    }
    return 0;
  }
}
