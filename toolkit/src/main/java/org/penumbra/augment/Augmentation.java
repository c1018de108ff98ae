package org.penumbra.augment;

import java.util.SplittableRandom;

/**
 * One random change of a view. Implementations are values: same sample and draws, same result.
 *
 * <p>Draws must not depend on the sample, so that {@link DrawUnit#BATCH} gives every sample of a
 * batch the same change.
 */
@FunctionalInterface
public interface Augmentation {
  /** Changes the view by a fresh draw. */
  void apply(View view, SplittableRandom random);

  /** Several changes, one after the other. */
  static Augmentation chain(Augmentation... steps) {
    return (view, random) -> {
      for (Augmentation step : steps) {
        step.apply(view, random);
      }
    };
  }
}
