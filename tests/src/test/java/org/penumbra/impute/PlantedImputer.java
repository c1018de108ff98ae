package org.penumbra.impute;

import org.penumbra.core.Identified;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/**
 * Fills every hidden joint of even place with a number that says where it is, and leaves the others
 * hidden: an imputer whose result a test knows.
 *
 * @param offset added to every number, in metres
 * @param calls clips filled so far, of all instances of one test
 */
public record PlantedImputer(float offset, Calls calls) implements ClipImputer {
  /** Counts; not among the options. */
  public static final class Calls implements Identified {
    private int count;

    /** Clips filled so far. */
    public synchronized int count() {
      return count;
    }

    private synchronized void add() {
      count++;
    }

    @Override
    public String identity() {
      return "calls";
    }
  }

  @Override
  public String name() {
    return "planted-" + offset;
  }

  @Override
  public String describe() {
    return name();
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    calls.add();
    byte[] states = clip.mask().toCodes();
    float[] filled = clip.toArray();
    for (int i = 0; i < filled.length; i++) {
      int cell = i % states.length;
      if (states[cell] == JointState.OCCLUDED.code() && cell % 2 == 0) {
        filled[i] = offset + i / 1000f;
      }
    }
    return new ImputedClip(clip.complete(filled), FillMap.all(clip.mask(), FillReason.FILLED));
  }
}
