package org.penumbra.occlusion;

import org.penumbra.core.Require;
import org.penumbra.data.JointMask;
import org.penumbra.data.SkeletonClip;

/**
 * RA-GCN's temporal occlusion: all joints in frames [50 - n/2, 50 + n/2), the middle of the first
 * 100 frames. Shorter clips lose what lies in that window, clips of up to 50 - n/2 frames nothing;
 * {@link #scaled()} takes the same share of each clip's own middle instead.
 *
 * @param frames n, 0 to 100; published: 10 to 50
 * @param isScaled whether the window is n per cent of the clip, around its middle
 */
public record RaGcnTimeOcclusion(int frames, boolean isScaled) implements FixedOcclusion {
  private static final int MIDDLE = 50;
  private static final int SPAN = 100;

  /** Checks the number. */
  public RaGcnTimeOcclusion {
    Require.inRange("frames", frames, 0, SPAN);
  }

  /** So many frames, at the published place. */
  public static RaGcnTimeOcclusion of(int frames) {
    return new RaGcnTimeOcclusion(frames, false);
  }

  /** The same share around the middle of each clip. */
  public RaGcnTimeOcclusion scaled() {
    return new RaGcnTimeOcclusion(frames, true);
  }

  @Override
  public String name() {
    return "ragcn-time-" + frames + (isScaled ? "-scaled" : "");
  }

  @Override
  public String describe() {
    return isScaled
        ? "all joints in the middle " + frames + " % of the frames of each clip"
        : "all joints in frames " + first(SPAN) + " to " + (last(SPAN) - 1) + " of each clip";
  }

  @Override
  public JointMask hide(SkeletonClip clip) {
    int span = isScaled ? clip.frames() : SPAN;
    return Cells.where(clip, (t, v, m) -> t >= first(span) && t < last(span));
  }

  private int first(int span) {
    return span * (MIDDLE - frames / 2) / SPAN;
  }

  private int last(int span) {
    return span * (MIDDLE - frames / 2 + frames) / SPAN;
  }
}
