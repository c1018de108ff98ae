package org.penumbra.augment;

import java.util.SplittableRandom;

/**
 * Swaps left and right joints, as the layout pairs them. Coordinates are not mirrored, as in the
 * papers: the result is the same body with its sides relabelled.
 *
 * <p>The papers do it in half of the draws: {@code Sometimes.half(new SpatialFlip())}.
 */
public record SpatialFlip() implements Augmentation {
  @Override
  public void apply(View view, SplittableRandom random) {
    view.permuteJoints(view.layout().mirror());
  }
}
