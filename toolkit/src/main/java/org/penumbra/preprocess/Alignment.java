package org.penumbra.preprocess;

import org.penumbra.skeleton.SkeletonLayout;

/**
 * How a body is turned so that its shoulders are parallel to x, the right one at larger x. Turning
 * is about the origin, so a path and the distance between people turn with it; to keep two people
 * as they stand to each other combine a {@code SHARED} {@link Centring} with {@link #ONCE_SHARED}
 * or {@link #UPRIGHT}.
 */
public enum Alignment {
  /** As it stands before the camera. */
  NONE("bodies stand as the camera saw them") {
    @Override
    void apply(WorkingClip work) {
      // Nothing is turned.
    }
  },
  /**
   * Every frame by its own angle: global turning is lost. As published: the angle is {@code acos(x
   * / (|v| + 1e-4))} of the horizontal shoulder line v, from left to right, and its sign is one for
   * the whole sequence of a body, negative if the line's z sums to 0 or more. Frames whose line
   * points to the other side are turned the wrong way.
   */
  EVERY_FRAME(
      "every frame is turned about the vertical until the shoulders are parallel to x, with one"
          + " sign for the whole clip (published)") {
    @Override
    void apply(WorkingClip work) {
      for (int m = 0; m < work.bodies(); m++) {
        double[] angles = Turns.publishedAngles(work.frames(), work.layout(), m);
        for (int t = 0; t < angles.length; t++) {
          Turns.turn(work.frames(), t, m, angles[t]);
        }
      }
    }
  },
  /**
   * Every frame by its own true angle, {@code -atan2(z, x)} of the shoulder line: what {@link
   * #EVERY_FRAME} means to do. A frame whose shoulders coincide is not turned.
   */
  EVERY_FRAME_SIGNED(
      "every frame is turned about the vertical by its own true angle until the shoulders are"
          + " parallel to x") {
    @Override
    void apply(WorkingClip work) {
      for (int m = 0; m < work.bodies(); m++) {
        for (int t = 0; t < work.frames().length(); t++) {
          Turns.turn(work.frames(), t, m, Turns.trueAngle(work.frames(), work.layout(), t, m));
        }
      }
    }
  },
  /**
   * All frames by one angle, that of the first frame that shows both shoulders apart: turning is
   * kept. A body that never shows them is not turned.
   */
  ONCE("all frames of a body are turned by the angle of its first frame with both shoulders") {
    @Override
    void apply(WorkingClip work) {
      for (int m = 0; m < work.bodies(); m++) {
        double angle = Turns.firstAngle(work, m);
        if (!Double.isNaN(angle)) {
          Turns.turnAll(work.frames(), m, angle);
        }
      }
    }
  },
  /**
   * All bodies by one angle, that of the first body that ever shows both shoulders apart: who faces
   * whom is kept.
   */
  ONCE_SHARED(
      "all bodies are turned by the first body's angle in its first frame with both shoulders; who"
          + " faces whom is kept") {
    @Override
    void apply(WorkingClip work) {
      double angle = Double.NaN;
      for (int m = 0; m < work.bodies() && Double.isNaN(angle); m++) {
        angle = Turns.firstAngle(work, m);
      }
      for (int m = 0; m < work.bodies() && !Double.isNaN(angle); m++) {
        Turns.turnAll(work.frames(), m, angle);
      }
    }
  },
  /**
   * All bodies and frames by one rotation that sets the first body upright, middle of the hips to
   * middle of the shoulders along y, and then its shoulders parallel to x as far as the spine
   * allows; from the first frame that shows hips and shoulders. In the manner of 2s-AGCN, whose
   * second rotation however tilts the spine again. Needs a layout with {@code left hip} and {@code
   * right hip}.
   */
  UPRIGHT(
      "all bodies are rotated once so that the first body's spine is vertical and its shoulders"
          + " are parallel to x") {
    @Override
    void check(SkeletonLayout layout) {
      Torso.of("alignment UPRIGHT", layout);
    }

    @Override
    void apply(WorkingClip work) {
      Torso torso = Torso.of("alignment UPRIGHT", work.layout());
      double[][] axes = Turns.uprightAxes(work, torso);
      if (axes != null) {
        Turns.rotate(work.frames(), axes);
      }
    }
  };

  private final String sentence;

  Alignment(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence: how bodies are turned. */
  public String describe() {
    return sentence;
  }

  /**
   * Whether a layout has what this needs.
   *
   * @throws org.penumbra.core.InvalidOptionException if not
   */
  void check(SkeletonLayout layout) {
    // Shoulders, which every layout has.
  }

  /** Turns every body in place. */
  abstract void apply(WorkingClip work);
}
