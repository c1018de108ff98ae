package org.penumbra.impute;

import java.util.Arrays;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;

/** The contract can be kept: by the simplest imputer, which puts every joint in the same place. */
class ImputerContractTest extends ImputerContract {
  @Override
  Imputer imputer() {
    return new SamePlace(3);
  }

  private record SamePlace(float metres) implements ClipImputer {
    @Override
    public String name() {
      return "same-place";
    }

    @Override
    public String describe() {
      return "every hidden joint at x = y = z = " + metres + " m";
    }

    @Override
    public ImputedClip impute(SkeletonClip clip) {
      if (clip.mask().count(JointState.OCCLUDED) == 0) {
        return new ImputedClip(clip, FillMap.all(clip.mask(), FillReason.FILLED));
      }
      float[] values = clip.toArray();
      Arrays.fill(values, metres);
      return new ImputedClip(clip.complete(values), FillMap.all(clip.mask(), FillReason.FILLED));
    }
  }
}
