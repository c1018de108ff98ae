package org.penumbra.impute;

import org.penumbra.data.SkeletonClip;

/**
 * Leaves a hidden joint where it was last seen; before its first sighting, where it is first seen.
 * A joint that is never seen stays hidden.
 */
public record LastSeenImputer() implements ClipImputer {
  @Override
  public String name() {
    return "last-seen";
  }

  @Override
  public String describe() {
    return "hidden joints stay where they were last seen, or else are first seen";
  }

  @Override
  public ImputedClip impute(SkeletonClip clip) {
    return BodyMotion.fill(
        clip,
        body -> {
          for (int v = 0; v < body.joints(); v++) {
            int[] times = body.sightings(v);
            int seen = 0; // sightings up to this frame
            for (int t = 0; t < body.frames() && times.length > 0; t++) {
              seen += seen < times.length && times[seen] == t ? 1 : 0;
              body.fill(t, v, body.place(times[Math.max(0, seen - 1)], v), FillReason.FILLED);
            }
          }
        });
  }
}
