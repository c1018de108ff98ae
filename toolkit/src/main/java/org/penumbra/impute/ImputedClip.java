package org.penumbra.impute;

import java.util.Objects;
import org.penumbra.data.SkeletonClip;

/**
 * A clip with hidden joints filled, and how.
 *
 * @param clip in the camera frame, with all frames; {@link SkeletonClip#incomplete()} is what it
 *     was, {@link SkeletonClip#truth()} what it should be
 * @param fills reason, donors and distance of each joint
 */
public record ImputedClip(SkeletonClip clip, FillMap fills) {
  /** Checks that both are there. */
  public ImputedClip {
    Objects.requireNonNull(clip, "clip");
    Objects.requireNonNull(fills, "fills");
  }

  /**
   * What a fallback did with what this left hidden.
   *
   * @param next this clip after the fallback
   */
  ImputedClip then(ImputedClip next) {
    return new ImputedClip(next.clip(), fills.then(next.fills()));
  }
}
