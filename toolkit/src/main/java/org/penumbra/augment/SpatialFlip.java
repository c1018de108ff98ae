package org.penumbra.augment;

import java.util.SplittableRandom;
import org.penumbra.core.Require;
import org.penumbra.skeleton.SkeletonLayout;

/**
 * Swaps left and right joints. Coordinates are not mirrored, as in the papers: the result is the
 * same body with its sides relabelled.
 *
 * @param layout says which joints swap
 * @param probability chance of swapping; 0.5 in the papers
 */
public record SpatialFlip(SkeletonLayout layout, double probability) implements Augmentation {
  /** Checks the probability. */
  public SpatialFlip {
    Require.inRange("flip probability", probability, 0, 1);
  }

  @Override
  public View apply(View view, SplittableRandom random) {
    return random.nextDouble() < probability ? view.permuteJoints(layout.mirror()) : view;
  }
}
