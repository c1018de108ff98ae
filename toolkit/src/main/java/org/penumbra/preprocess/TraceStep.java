package org.penumbra.preprocess;

import java.util.Locale;
import java.util.Objects;
import org.penumbra.data.SkeletonClip;

/**
 * One step of pre-processing with what it found and what it left.
 *
 * @param name a word or two, for instance {@code Centring}
 * @param explanation one sentence: what the step does as it is set
 * @param before the array as the step found it
 * @param after the array as the step left it
 */
public record TraceStep(String name, String explanation, TraceFrames before, TraceFrames after) {
  /** Refuses null. */
  public TraceStep {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(explanation, "explanation");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * How many numbers of {@link #after()} are not the same as at the same channel, frame, joint and
   * body of {@link #before()}; a number at a frame that was not there before counts as changed, NaN
   * equals NaN.
   */
  public int changed() {
    int changed = 0;
    for (int c = 0; c < SkeletonClip.CHANNELS; c++) {
      for (int t = 0; t < after.frames(); t++) {
        for (int v = 0; v < after.joints(); v++) {
          for (int m = 0; m < after.bodies(); m++) {
            changed += t < before.frames() && same(c, t, v, m) ? 0 : 1;
          }
        }
      }
    }
    return changed;
  }

  /** Number of numbers of {@link #after()}. */
  public int total() {
    return SkeletonClip.CHANNELS * after.frames() * after.joints() * after.bodies();
  }

  /**
   * What happened in figures, for instance {@code 54 frames became 50; 3,700 of 3,750 numbers
   * changed}.
   */
  public String summary() {
    StringBuilder text = new StringBuilder();
    became(text, "frames", before.frames(), after.frames());
    became(text, "bodies", before.bodies(), after.bodies());
    int changed = changed();
    return changed == 0
        ? text + "no number changed"
        : text + String.format(Locale.ROOT, "%,d of %,d numbers changed", changed, total());
  }

  private static void became(StringBuilder text, String what, int from, int to) {
    if (from != to) {
      text.append(String.format(Locale.ROOT, "%,d %s became %,d; ", from, what, to));
    }
  }

  private boolean same(int channel, int frame, int joint, int body) {
    float old = before.at(channel, frame, joint, body);
    float now = after.at(channel, frame, joint, body);
    return old == now || (Float.isNaN(old) && Float.isNaN(now));
  }

  @Override
  public String toString() {
    return name + ": " + explanation + " (" + summary() + ")";
  }
}
