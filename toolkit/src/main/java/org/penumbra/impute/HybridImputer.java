package org.penumbra.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.JointState;
import org.penumbra.data.SkeletonClip;
import org.penumbra.data.SkeletonDataset;

/**
 * One imputer for short gaps and another for long ones: what happens within a few frames is best
 * told by the clip itself, what happens in a second by others. A gap is a run of frames in which a
 * joint of a body is hidden; its length is counted in frames of the clip.
 *
 * <p>Both see the clip as it is, neither what the other fills. In a {@link FillMap} step 0 is the
 * imputer of short gaps.
 *
 * <pre>{@code
 * Imputer both = HybridImputer.of(interpolation, 10, KnnImputer.neighbours(5));
 * }</pre>
 *
 * @param shortGaps fills gaps of at most {@code most} frames
 * @param most frames of the longest short gap, g; at least 1
 * @param longGaps fills the others
 */
public record HybridImputer(Imputer shortGaps, int most, Imputer longGaps) implements Imputer {
  private static final Imputer SHORT = InterpolationImputer.cubic().carried();
  private static final Imputer LONG = KnnImputer.neighbours(5).withMeetingEnds();

  /** Checks the length. */
  public HybridImputer {
    Objects.requireNonNull(shortGaps, "shortGaps");
    Objects.requireNonNull(longGaps, "longGaps");
    Require.atLeast("most frames of a short gap", most, 1);
  }

  /**
   * Gaps of at most so many frames by carried cubic curves, longer ones by five neighbours, ends
   * met.
   */
  public static HybridImputer standard(int most) {
    return of(SHORT, most, LONG);
  }

  /** Gaps of at most {@code most} frames by the first, longer ones by the second. */
  public static HybridImputer of(Imputer shortGaps, int most, Imputer longGaps) {
    return new HybridImputer(shortGaps, most, longGaps);
  }

  @Override
  public String name() {
    if (shortGaps.equals(SHORT) && longGaps.equals(LONG)) {
      return "hybrid-" + most;
    }
    return "gaps(" + shortGaps.name() + "," + most + "," + longGaps.name() + ")";
  }

  @Override
  public String describe() {
    return "gaps of up to "
        + most
        + " frames: "
        + shortGaps.describe()
        + "; longer ones: "
        + longGaps.describe();
  }

  @Override
  public FittedImputer fit(SkeletonDataset train) {
    return new Fitted(this, shortGaps.fit(train), longGaps.fit(train));
  }

  private record Fitted(HybridImputer imputer, FittedImputer shortGaps, FittedImputer longGaps)
      implements FittedImputer {
    @Override
    public List<ImputedClip> imputeBlock(List<SkeletonClip> clips) {
      List<ImputedClip> first = shortGaps.imputeBlock(clips);
      List<ImputedClip> second = longGaps.imputeBlock(clips);
      List<ImputedClip> done = new ArrayList<>();
      for (int n = 0; n < clips.size(); n++) {
        done.add(merge(clips.get(n), first.get(n), second.get(n)));
      }
      return List.copyOf(done);
    }

    private ImputedClip merge(SkeletonClip clip, ImputedClip first, ImputedClip second) {
      boolean[] isLong = longGaps(clip.mask(), imputer.most);
      float[] values = first.clip().toArray();
      float[] others = second.clip().toArray();
      for (int i = 0; i < values.length; i++) {
        values[i] = isLong[i % isLong.length] ? others[i] : values[i];
      }
      return new ImputedClip(clip.complete(values), first.fills().pick(isLong, second.fills()));
    }

    /** Cells (T, V, M) in gaps of more frames than that. */
    private static boolean[] longGaps(JointMask mask, int most) {
      boolean[] isLong = new boolean[mask.frames() * mask.joints() * mask.bodies()];
      for (int v = 0; v < mask.joints(); v++) {
        for (int m = 0; m < mask.bodies(); m++) {
          int from = 0;
          for (int t = 0; t <= mask.frames(); t++) {
            if (t == mask.frames() || mask.state(t, v, m) != JointState.OCCLUDED) {
              for (int gap = from; gap < t && t - from > most; gap++) {
                isLong[(gap * mask.joints() + v) * mask.bodies() + m] = true;
              }
              from = t + 1;
            }
          }
        }
      }
      return isLong;
    }
  }
}
