package org.penumbra.preprocess;

import java.util.stream.IntStream;

/** Which frames of a clip count. Where only some bodies are kept, the others do not matter. */
public enum LengthRule {
  /** Up to the last frame in which any body is there, hidden or not. The default. */
  FRAME_COUNT("all frames up to the last one with a body, hidden or not") {
    @Override
    int[] select(WorkingClip work) {
      int length = work.counted();
      while (length > 0 && !anyPresent(work, length - 1)) {
        length--;
      }
      return IntStream.range(0, length).toArray();
    }
  },
  /**
   * The number of frames in which joint 0 of body 0 is observed, counted anywhere but taken from
   * the start, as the released CrosSCLR code does. Real frames at the end are lost where that joint
   * is hidden.
   */
  FIRST_JOINT_OBSERVED(
      "as many frames from the start as show joint 0 of the first body (the released code)") {
    @Override
    int[] select(WorkingClip work) {
      int length = 0;
      for (int t = 0; t < work.counted(); t++) {
        length += work.isObserved(t, 0, 0) ? 1 : 0;
      }
      return IntStream.range(0, length).toArray();
    }
  },
  /**
   * Every frame in which any body is there, hidden or not: empty ones are cut out wherever they
   * are. The papers' wording, "removing invalid frames"; time jumps where frames are cut.
   */
  NON_EMPTY("every frame with a body, hidden or not; empty frames are cut out wherever they are") {
    @Override
    int[] select(WorkingClip work) {
      return IntStream.range(0, work.counted()).filter(t -> anyPresent(work, t)).toArray();
    }
  };

  private final String sentence;

  LengthRule(String sentence) {
    this.sentence = sentence;
  }

  /** One sentence: which frames count. */
  public String describe() {
    return sentence;
  }

  /** Indices of the frames that count among those of the working clip, ascending. */
  abstract int[] select(WorkingClip work);

  private static boolean anyPresent(WorkingClip work, int frame) {
    for (int v = 0; v < work.layout().size(); v++) {
      for (int m = 0; m < work.bodies(); m++) {
        if (!work.isAbsent(frame, v, m)) {
          return true;
        }
      }
    }
    return false;
  }
}
